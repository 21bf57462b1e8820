"""A table of a Word document: rows as lines, cells by tabs; rows of layout keep their paragraphs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from ...fate import CHANGES
from ...rows import in_row, spanned
from .styles import UNKNOWN, shade

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ...flow import Flow
    from ...strands import Mark
    from .story import Story

_HELD: Final = frozenset(("p", "tc", "tr"))
_WRAPPERS: Final = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


class Table:
    """Reads one table into a flow, counted there."""

    def __init__(self, story: Story, flow: Flow) -> None:
        self._number = flow.next_table()
        self._story = story
        self._inline = story.inline
        self._names = story.names
        self._flow = flow

    def read(self, table: Element) -> None:
        """Read every row; what a table style paints behind the text is not known."""
        ground = self._inline.ground
        if "tblStyle" in self._properties(table, "tblPr"):
            self._inline.ground = UNKNOWN
        for number, row in enumerate(self._members(table, "tr"), 1):
            change = next(filter(CHANGES.__contains__, properties := self._properties(row, "trPr")), None)
            if change is None:
                self._row(row, number)
            else:
                self._inline.changed(properties[change], change, partial(self._changed, row, number))
        self._inline.ground = ground

    def _changed(self, row: Element, number: int, change: Element) -> None:
        del change
        self._row(row, number)

    def _row(self, row: Element, number: int) -> None:
        cells = list(self._members(row, "tc"))
        loose = len(cells) == 1 or any(self._names[child.tag] == "tbl" for cell in cells for child in cell)
        if not loose and not self._inline.removed:
            self._flow.strand.end_line()
        column = 1
        for left, cell in zip(range(len(cells) - 1, -1, -1), cells, strict=True):
            properties = self._properties(cell, "tcPr")
            mark = self._flow.cell(self._number, number, column)
            ground = self._inline.ground
            self._inline.ground = shade(properties.values(), self._names) or ground
            column += (span := _span(properties))
            if loose:
                self._loose(cell, mark)
            else:
                self._tight(cell, mark, "\t" * span if left else "\n")
            self._inline.ground = ground
        if self._inline.boxes:
            self._story.open_boxes(self._flow.name)

    def _tight(self, cell: Element, mark: Mark, end: str) -> None:
        text = in_row(self._texts(cell, mark))
        if not self._inline.removed:
            self._flow.strand.piece(text + end, mark)

    def _texts(self, cell: Element, mark: Mark) -> Iterator[str]:
        for child in cell:
            name = self._names[child.tag]
            if name == "p":
                yield self._inline.paragraph(child, mark)
            elif name == "sdtPr":
                self._inline.inline(child, name)
            elif name != "tcPr":
                yield from self._texts(child, mark)

    def _loose(self, cell: Element, mark: Mark) -> None:
        for child in cell:
            name = self._names[child.tag]
            if name == "p":
                text = self._inline.paragraph(child, mark)
                if not self._inline.removed:
                    self._flow.line(text, mark, goes_on=self._story.mark_deleted(child))
            elif name == "tbl":
                Table(self._story, self._flow).read(child)
            elif name == "sdtPr":
                self._inline.inline(child, name)
            elif name != "tcPr":
                self._loose(child, mark)

    def _members(self, parent: Element, wanted: str) -> Iterator[Element]:
        """Give rows of a table or cells of a row, also those that something wraps."""
        for child in parent:
            name = self._names[child.tag]
            if name == wanted:
                yield child
            elif name == "sdtPr":
                self._inline.inline(child, name)
            elif name in _WRAPPERS:
                yield from self._members(child, wanted)

    def _properties(self, parent: Element, wanted: str) -> dict[str, Element]:
        """Give the properties of a table, row or cell, which stand before all that it holds."""
        for child in parent:
            name = self._names[child.tag]
            if name == wanted:
                return {self._names[item.tag]: item for item in child}
            if name in _HELD:
                break
        return {}


def _span(properties: dict[str, Element]) -> int:
    item = properties.get("gridSpan")
    return spanned("" if item is None else next(iter(item.attrib.values()), ""))
