"""The rows of tables in running text: cells come one by one, and leave as whole rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from .counts import natural
from .strands import Mark, Strand

_MOST_COLUMNS: Final = 63


def in_row(texts: Iterable[str]) -> str:
    """Give the paragraphs of a cell as one text that ends neither its cell nor its row."""
    return " ".join(filter(None, texts)).replace("\n", " ").replace("\t", " ")


def spanned(count: str) -> int:
    """Give how many columns a cell spans, by what its markup says."""
    return min(natural(count) or 1, _MOST_COLUMNS)


class Rows:
    """Gathers the paragraphs of a row's cells; a row of one cell is layout and keeps its paragraphs."""

    def __init__(self, strand: Strand, name: str) -> None:
        self._strand = strand
        self._name = name
        self._table = 1
        self._row = 1
        self._cells: list[list[str]] = [[]]

    @property
    def mark(self) -> Mark:
        """The place of the cell that is being read."""
        return self._mark(len(self._cells))

    def add(self, text: str) -> None:
        """Add a paragraph to the cell."""
        self._cells[-1].append(text)

    def end(self, *, cell: bool, row: bool) -> None:
        """End the row, or the cell, or only the paragraph."""
        if row:
            self._cells.pop()
            self._finish()
        elif cell:
            self._cells.append([])

    def leave(self) -> None:
        """End the table, if there is one."""
        if self._row > 1 or self._cells != [[]]:
            self._finish()
            self._table, self._row = self._table + 1, 1

    def _finish(self) -> None:
        if len(self._cells) == 1:
            for text in self._cells[0]:
                self._strand.line(text, self._mark(1))
        elif any(map(any, self._cells)):
            self._strand.end_line()
            for number, texts in enumerate(self._cells, 1):
                end = "\n" if number == len(self._cells) else "\t"
                self._strand.piece(in_row(texts) + end, self._mark(number))
        self._row += 1
        self._cells = [[]]

    def _mark(self, cell: int) -> Mark:
        return Mark(self._name, None, self._table, self._row, cell)
