"""An OpenDocument package while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..called import signed
from ..parts import Parts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ...config import Limits
    from ...model import Source
    from .looks import Look


class Opening(Parts):
    """What the readers of parts share; ``title`` names the object inside the document being read."""

    def __init__(self, source: Source, limits: Limits) -> None:
        super().__init__(source, limits)
        self.title = ""
        self.looks: dict[str, Look] = {}
        self.sizes: dict[str, tuple[float, float]] = {}

    def comment_title(self, comment: Element) -> str:
        """Give what a comment is called, with its author, who is told of too."""
        author = next((item.text or "" for item in comment if self.names[item.tag] == "creator"), "")
        self.author("批注作者", author)
        return signed("批注", author)

    def named(self, part: str) -> str:
        """Give the name of a part, with the object inside the document that it belongs to."""
        return f"{self.title}{part}" if part else self.title
