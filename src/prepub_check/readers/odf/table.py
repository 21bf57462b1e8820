"""A table in an OpenDocument story: rows as lines, cells by tabs; rows of layout keep their paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..markup import words
from ..rows import in_row, spanned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from ..flow import Flow
    from ..strands import Mark
    from .story import Story

_CELLS: Final = ("table-cell", "covered-table-cell")
_ROWS: Final = words("table-header-rows table-rows table-row-group")


class Table:
    """Reads one table into a flow, counted there."""

    def __init__(self, story: Story, flow: Flow) -> None:
        self._number = flow.next_table()
        self._story = story
        self._inline = story.inline
        self._names = story.inline.names
        self._flow = flow

    def read(self, table: Element) -> None:
        """Read every row; what is painted behind the text is not known."""
        paper, self._inline.paper = self._inline.paper, False
        for number, row in enumerate(self._members(table), 1):
            cells = [cell for cell in row if self._names[cell.tag] in _CELLS]
            nested = any(self._names[child.tag] == "table" for cell in cells for child in cell)
            (self._loose if len(cells) == 1 or nested else self._tight)(cells, number)
            self._story.beside(self._flow)
        self._inline.paper = paper

    def _members(self, parent: Element) -> Iterator[Element]:
        for child in parent:
            name = self._names[child.tag]
            if name == "table-row":
                yield child
            elif name in _ROWS:
                yield from self._members(child)

    def _tight(self, cells: list[Element], row: int) -> None:
        self._flow.strand.end_line()
        column = 1
        for left, cell in zip(range(len(cells) - 1, -1, -1), cells, strict=True):
            mark = self._flow.cell(self._number, row, column)
            text = in_row(self._texts(cell, mark))
            span = spanned(self._names.value(cell, "number-columns-repeated"))
            self._flow.strand.piece(text + ("\t" * span if left else "\n"), mark)
            column += span

    def _loose(self, cells: list[Element], row: int) -> None:
        for column, cell in enumerate(cells, 1):
            mark = self._flow.cell(self._number, row, column)
            for child in cell:
                if self._names[child.tag] == "table":
                    Table(self._story, self._flow).read(child)
                else:
                    for text in self._texts((child,), mark):
                        self._flow.line(text, mark)

    def _texts(self, parent: Iterable[Element], mark: Mark) -> Iterator[str]:
        for child in parent:
            name = self._names[child.tag]
            if name in ("p", "h"):
                yield self._inline.paragraph(child, mark)
            elif self._story.stands_alone(name):
                yield self._inline.lone(child, mark)
            else:
                yield from self._texts(child, mark)
