"""What a compound file has told so far: text, gaps and files inside it."""

from __future__ import annotations

from ...config import Limits
from ...model import Document, Gap, Source
from ..inner import Inner
from ..strands import Strands


class Reading:
    """Grows while a file is read, and becomes its document."""

    def __init__(self, source: Source, media_type: str, limits: Limits) -> None:
        self.path = source.name
        self.limits = limits
        self.strands = Strands(source.name)
        self.gaps: list[Gap] = []
        self.notices: list[str] = []
        self.inner = Inner(source.name)
        self._authors: set[tuple[str, str]] = set()
        self._media_type = media_type

    def gap(self, cause: str, message: str, part: str = "") -> None:
        """Tell that something was not examined."""
        self.gaps.append(Gap(path=self.path, cause=cause, message=message, part=part, partial=True))

    def author(self, label: str, name: str) -> None:
        """Name someone who worked on the document, once."""
        if name.strip() and (label, name) not in self._authors:
            self._authors.add((label, name))
            self.strands.property(label, name, "审阅者")

    def document(self) -> Document:
        """Give what was read as a document."""
        return Document(
            name=self.path,
            media_type=self._media_type,
            parts=(*self.strands.parts(), *self.inner.listing()),
            gaps=tuple(self.gaps),
            notices=tuple(self.notices),
            attachments=tuple(self.inner.files),
        )
