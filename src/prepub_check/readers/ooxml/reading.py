"""A package being read: its parts as trees, how they are related, and what was collected so far."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ..parts import Parts
from .word.compact import compact

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ...config import Limits
    from ...model import Source
    from .sheet.worksheet import Book
    from .word.styles import Look

# Drawings in VML are written with the line breaks of web pages.
_UNCLOSED: Final = re.compile(rb"<br\s*>")


class Relation(NamedTuple):
    """What a part refers to: its kind, and a part's name or an outside address."""

    type: str
    target: str
    external: bool


class Reading(Parts):
    """What the readers of parts share: what one part says that others need."""

    def __init__(self, source: Source, limits: Limits) -> None:
        super().__init__(source, limits)
        self.titles: dict[str, str] = {}
        self.sheets: dict[str, str] = {}
        self.pages: dict[str, int] = {}
        self.slides = 0
        self.size: tuple[int, int] | None = None
        self.people: dict[str, str] = {}
        self.book: Book | None = None
        self.started = False
        self.looks: dict[str, Look] = {}
        self.diagrammed: set[str] = set()
        self._relations: dict[str, dict[str, Relation]] = {}

    def relations(self, name: str) -> dict[str, Relation]:
        """Give what a part refers to, by the names it uses for it; ``""`` stands for the package."""
        if name not in self._relations:
            folder, file = posixpath.split(name)
            root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
            self._relations[name] = {} if root is None else dict(_relations(root, folder))
        return self._relations[name]

    def related(self, name: str, kind: str) -> list[str]:
        """Give the parts that a part refers to as one kind."""
        return [
            relation.target
            for relation in self.relations(name).values()
            if relation.type == kind and not relation.external
        ]

    def find(self, owner: str, kind: str, usual: str) -> str:
        """Give the one part that a part refers to as one kind, or the name it usually has."""
        return next(iter(self.related(owner, kind)), usual)

    def prepared(self, name: str, data: bytes) -> bytes:
        """Give the markup of a part as it is parsed: sound, and without what no reader looks at."""
        data = super().prepared(name, data)
        return _UNCLOSED.sub(b"<br/>", data) if name.endswith(".vml") else compact(data)


def _relations(root: Element, folder: str) -> list[tuple[str, Relation]]:
    found = []
    for number, item in enumerate(root):
        target = item.get("Target", "")
        external = item.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = item.get("Type", "").rpartition("/")[2]
        found.append((item.get("Id", f"#{number}"), Relation(kind, target, external)))
    return found
