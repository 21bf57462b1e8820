"""A story of an OpenDocument text: paragraphs, lists, sections and tables as the document shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..flow import Flow
from ..markup import words
from ..strands import Mark
from .inline import Inline
from .looks import Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from ...model import PartKind
    from ..fate import Fate
    from .opening import Opening

_TEXTS: Final = ("p", "h")
_SHAPES: Final = words("frame custom-shape rect ellipse line polygon path g a")
_BESIDE: Final = words("annotation change change-start change-end title desc #comment")
_NOTHING: Final = words(
    "tracked-changes table-column table-columns sequence-decls variable-decls creator date"
)
_ROWS: Final = words("table-header-rows table-rows table-row-group")
_MOST_COLUMNS: Final = 63


class Story:
    """Walks one story; text boxes become parts of the same kind, notes and comments of their own."""

    def __init__(
        self,
        opening: Opening,
        kind: PartKind,
        changes: Mapping[str, tuple[Fate, str]],
    ) -> None:
        self.inline = Inline(opening, kind, changes)
        self._opening = opening
        self._names = opening.names
        self._kind = kind
        self._counts: dict[str, int] = {}
        self._boxes: dict[str, Flow] = {}

    def blocks(self, parent: Iterable[Element], flow: Flow) -> None:
        """Read paragraphs, tables, and whatever holds them."""
        for child in parent:
            name = self._names[child.tag]
            if name in _TEXTS:
                self._paragraph(child, flow)
            elif name == "table":
                self._table(child, flow)
            elif name in _SHAPES:
                self.inline.stand(Mark(flow.name, flow.paragraphs or None, page=flow.page))
                self.inline.say(child)
                self.blocks(child, flow)
            elif name in _BESIDE:
                self._loose(child, flow)
            elif name == "section" and (veil := self._veil(child)):
                self._within(child, flow, veil)
            elif name not in _NOTHING:
                self.blocks(child, flow)

    def _veil(self, section: Element) -> str:
        shown = self._opening.value(section, "display") or "true"
        hidden = self._opening.looks.get(self._opening.value(section, "style-name"), Look()).hidden
        return "隐藏的节" if shown in ("none", "condition") or hidden else ""

    def _within(self, section: Element, flow: Flow, veil: str) -> None:
        before, self.inline.veil = self.inline.veil, veil
        self.blocks(section, flow)
        self.inline.veil = before

    def _paragraph(self, paragraph: Element, flow: Flow) -> None:
        mark = flow.next_paragraph()
        flow.line(self.inline.paragraph(paragraph, mark), mark)
        self._beside(flow)

    def _loose(self, element: Element, flow: Flow) -> None:
        """Read what stands between paragraphs as if it stood in one of its own."""
        mark = Mark(flow.name, flow.paragraphs or None, page=flow.page)
        text = self.inline.lone(element, mark)
        if text.strip():
            flow.line(text, mark)
        self._beside(flow)

    def _beside(self, flow: Flow) -> None:
        """Read the notes and text boxes that were met on the way."""
        notes, self.inline.notes = self.inline.notes, []
        for body, title in notes:
            kind: PartKind = "comment" if title.startswith("批注") else "note"
            label = title.partition("（")[0]
            self._counts[label] = self._counts.get(label, 0) + 1
            place = f"{label} {self._counts[label]}{title.removeprefix(label)}"
            story = Story(self._opening, kind, self.inline.changes)
            strand = self._opening.strands.of(kind, self._opening.named(label))
            story.blocks(body, Flow(strand, place, flow.page))
        boxes, self.inline.boxes = self.inline.boxes, []
        for box in boxes:
            title = f"{flow.name}文本框"
            if title not in self._boxes:
                self._boxes[title] = Flow(
                    self._opening.strands.of(self._kind, self._opening.named(title)), title
                )
            self.blocks(box, self._boxes[title])

    def _table(self, table: Element, flow: Flow) -> None:
        flow.tables += 1
        number = flow.tables
        for index, row in enumerate(self._members(table), 1):
            cells = [cell for cell in row if self._names[cell.tag] in ("table-cell", "covered-table-cell")]
            nested = any(self._names[child.tag] == "table" for cell in cells for child in cell)
            if len(cells) == 1 or nested:
                self._loose_row(cells, flow, number, index)
            else:
                self._tight_row(cells, flow, number, index)
            self._beside(flow)

    def _members(self, parent: Element) -> Iterator[Element]:
        for child in parent:
            name = self._names[child.tag]
            if name == "table-row":
                yield child
            elif name in _ROWS:
                yield from self._members(child)

    def _tight_row(self, cells: list[Element], flow: Flow, table: int, row: int) -> None:
        flow.strand.end_line()
        column = 1
        for left, cell in zip(range(len(cells) - 1, -1, -1), cells, strict=True):
            mark = Mark(flow.name, None, table, row, column, page=flow.page)
            text = " ".join(filter(None, self._texts(cell, mark))).replace("\n", " ").replace("\t", " ")
            span = self._repeated(cell)
            flow.strand.piece(text + ("\t" * span if left else "\n"), mark)
            column += span

    def _texts(self, parent: Iterable[Element], mark: Mark) -> Iterator[str]:
        for child in parent:
            name = self._names[child.tag]
            if name in _TEXTS:
                yield self.inline.paragraph(child, mark)
            elif name in _BESIDE or name in _SHAPES:
                yield self.inline.lone(child, mark)
            else:
                yield from self._texts(child, mark)

    def _loose_row(self, cells: list[Element], flow: Flow, table: int, row: int) -> None:
        for column, cell in enumerate(cells, 1):
            mark = Mark(flow.name, None, table, row, column, page=flow.page)
            for child in cell:
                if self._names[child.tag] == "table":
                    self._table(child, flow)
                else:
                    for text in self._texts((child,), mark):
                        flow.line(text, mark)

    def _repeated(self, cell: Element) -> int:
        count = self._opening.value(cell, "number-columns-repeated")
        return min(int(count), _MOST_COLUMNS) if count.isdecimal() and count.strip("0") else 1
