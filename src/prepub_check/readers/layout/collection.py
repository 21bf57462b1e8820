"""What is read out of a document of pages, gathered by where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final, NamedTuple

from ...model import Box, Gap, Location, Part, PartKind
from ..pieces import Pieces, Spot
from .sight import Sight
from .span import Span


class Bin(NamedTuple):
    """Where text goes: the kind of its part, and what it is called."""

    kind: PartKind
    name: str = ""


BODY: Final = Bin("body")
COMMENTS: Final = Bin("comment", "批注")
LINKS: Final = Bin("attribute", "链接")
FORM: Final = Bin("body", "表单")
HIDDEN_FIELDS: Final = Bin("hidden", "隐藏的表单域")
REVIEWERS: Final = Bin("property", "审阅者")
PROPERTIES: Final = Bin("property", "文档属性")
BOOKMARKS: Final = Bin("attribute", "书签")
SCRIPTS: Final = Bin("hidden", "脚本")
RECOGNISED: Final = Bin("ocr", "图片文字")

BY_SIGHT: Final = MappingProxyType(
    {
        Sight.SEEN: BODY,
        Sight.COVERED: Bin("covered", Sight.COVERED.value),
        Sight.BLACKED: Bin("covered", Sight.BLACKED.value),
        Sight.LOST: Bin("covered", Sight.LOST.value),
        Sight.INVISIBLE: Bin("covered", Sight.INVISIBLE.value),
        Sight.OUTSIDE: Bin("hidden", Sight.OUTSIDE.value),
        Sight.CLIPPED: Bin("hidden", Sight.CLIPPED.value),
        Sight.TINY: Bin("hidden", Sight.TINY.value),
        Sight.LAYER: Bin("hidden", Sight.LAYER.value),
        Sight.SCAN: Bin("ocr", Sight.SCAN.value),
    }
)


class Collection:
    """The text of one document, by bin, in the order in which the bins were first used."""

    __slots__ = ("_authors", "_bins", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self._authors: set[str] = set()
        self._bins: dict[Bin, Pieces] = {BODY: Pieces()}

    def pieces(self, into: Bin) -> Pieces:
        """Give the text of a bin so far."""
        return self._bins.setdefault(into, Pieces())

    def line(
        self, into: Bin, text: str, page: int | None = None, box: Box | None = None, name: str = ""
    ) -> None:
        """Add a line of its own."""
        place = Spot(self.path, into.kind, name or into.name, page, box)
        self.pieces(into).add(text + "\n", place)

    def author(self, name: str) -> None:
        """Name someone who wrote notes, once."""
        if name and name not in self._authors:
            self._authors.add(name)
            self.line(REVIEWERS, f"批注作者：{name}", name="审阅者“批注作者”")

    def gap(self, cause: str, message: str, page: int, what: str = "") -> Gap:
        """Give a gap of a page, or of ``what`` there is on it."""
        part = f"第 {page} 页{what}"
        place = Location(path=self.path, kind="ocr" if what else "body", page=page)
        return Gap(path=self.path, cause=cause, message=part + message, location=place, part=part)

    def placed(self, into: Bin, page: int) -> Callable[[Span], Spot]:
        """Give the way from a span of a page to its place."""

        def place(span: Span) -> Spot:
            return Spot(self.path, into.kind, into.name, page, span.box, span.confidence)

        return place

    def parts(self) -> tuple[Part, ...]:
        """Give all that was collected."""
        return tuple(part for into, pieces in self._bins.items() for part in pieces.parts(*into))
