"""A package being read: its parts as trees, how they are related, and what was collected so far."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from ...errors import SourceError
from ...model import Gap, Source
from ..markup import LocalNames, narrowed, parse
from ..strands import Strands
from ..zipped import Package
from .word.compact import compact

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ...config import Limits
    from .sheet.worksheet import Book
    from .word.styles import Look

# Drawings in VML are written with the line breaks of web pages.
_UNCLOSED: Final = re.compile(rb"<br\s*>")
_LARGEST_TREE: Final = 128 << 20


class Relation(NamedTuple):
    """What a part refers to: its kind, and a part's name or an outside address."""

    type: str
    target: str
    external: bool


class Reading:
    """What the readers of parts share."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.path = source.name
        self.package = Package(source, limits)
        self.strands = Strands(source.name)
        self.names = LocalNames()
        self.attachments: list[Source] = []
        self.seen: set[str] = set()
        self.titles: dict[str, str] = {}
        self.sheets: dict[str, str] = {}
        self.people: dict[str, str] = {}
        self.book: Book | None = None
        self.started = False
        self.looks: dict[str, Look] = {}
        self.diagrammed: set[str] = set()
        self._numbers: Counter[str] = Counter()
        self._authors: set[tuple[str, str]] = set()
        self._relations: dict[str, dict[str, Relation]] = {}

    def take(self, name: str) -> bytes:
        """Give a part's bytes once; nothing where it was taken before, or is not there."""
        if name in self.seen:
            return b""
        self.seen.add(name)
        return self.package.read(name)

    def tree(self, name: str) -> Element | None:
        """Give a part as a tree once, as far as it is sound."""
        data = self.take(name)
        return self.parsed(name, data) if data else None

    def parsed(self, name: str, data: bytes) -> Element | None:
        """Give bytes of a part as a tree; what is wrong with them is a gap that costs this part only."""
        if len(data) > _LARGEST_TREE:
            told = f"{name} 有 {len(data) >> 20} MB，过大，没有检查；请把文件拆开后分别检查"
            self.package.gap("too-large", told, name)
            return None
        if name.endswith(".vml"):
            data = _UNCLOSED.sub(b"<br/>", data)
        try:
            markup = parse(compact(narrowed(data)))
        except SourceError as error:
            self.package.gap(error.cause, f"{name}：{error}", name)
            return None
        if not markup.whole:
            self.package.damaged(name)
        return markup.root

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

    def attach(self, name: str, data: bytes) -> None:
        """Leave a file inside the package to the reader of its own format."""
        if data:
            self.attachments.append(Source(f"{self.path} › {name}", data))

    def numbered(self, title: str) -> str:
        """Give the next thing of a kind its number, such as 图表 2."""
        self._numbers[title] += 1
        return f"{title} {self._numbers[title]}"

    def author(self, title: str, name: str) -> None:
        """Add the name of someone who worked on the document, once."""
        if name.strip() and (title, name) not in self._authors:
            self._authors.add((title, name))
            self.strands.property(title, name, "审阅者")

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What could not be read."""
        return tuple(self.package.gaps)


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
