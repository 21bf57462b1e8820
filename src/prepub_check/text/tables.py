"""Tables in running text: lines of cells one under another, the first of them the header."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

_SEPARATORS: Final = (re.compile(r"\t"), re.compile(r"\|"), re.compile(","), re.compile(r" +"))
_TAB, _BAR, _COMMA, _SPACE = range(len(_SEPARATORS))
_FEWEST_MARKS: Final = 2
# Prose has commas too: no cell of a header row is longer than this.
_LONGEST_TITLE: Final = 12

# Which separator a line uses, and (for commas and spaces) how often.
_Shape = tuple[int, int]


class Table(NamedTuple):
    """Lines ``first`` to ``last`` (inclusive) of a text, whose cells stand between ``separator``."""

    first: int
    last: int
    separator: re.Pattern[str]


class Tables:
    """The tables of a text, each found when one of its lines is first asked for.

    A table is a run of two or more lines with the same kind of separator between their cells. Cells set
    apart by commas or spaces count only where neighbouring lines have equally many, and commas only
    under a header row of short cells.
    """

    __slots__ = ("_count", "_known", "_line")

    def __init__(self, line: Callable[[int], str], count: int) -> None:
        self._line = line
        self._count = count
        self._known: dict[int, Table | None] = {}

    def at(self, number: int) -> Table | None:
        """Give the table that holds the line with this index."""
        if number not in self._known:
            self._find(number)
        return self._known[number]

    def _find(self, number: int) -> None:
        shape = _shape(self._line(number))
        if shape is None:
            self._known[number] = None
            return
        first = last = number
        while first > 0 and _shape(self._line(first - 1)) == shape:
            first -= 1
        while last + 1 < self._count and _shape(self._line(last + 1)) == shape:
            last += 1
        table = Table(first, last, _SEPARATORS[shape[0]])
        is_table = last > first and _has_header(table, self._line(first))
        self._known.update(dict.fromkeys(range(first, last + 1), table if is_table else None))


def _shape(line: str) -> _Shape | None:
    """Give the shape of a line; None for no row at all."""
    inner = line.strip()
    if "\t" in inner:
        return _TAB, 0
    if inner.count("|") >= _FEWEST_MARKS:
        return _BAR, 0
    if inner.count(",") >= _FEWEST_MARKS and "。" not in inner:
        return _COMMA, inner.count(",")
    if " " in inner:
        return _SPACE, len(inner.split())
    return None


def _has_header(table: Table, line: str) -> bool:
    cells = table.separator.split(line)
    return table.separator is not _SEPARATORS[_COMMA] or max(map(len, cells)) <= _LONGEST_TITLE


def cell_at(line: str, offset: int, separator: re.Pattern[str]) -> tuple[int, int, int]:
    """Give the column index of the cell around ``offset``, and the cell's bounds without its blanks."""
    column, start = 0, len(line) - len(line.lstrip(" "))
    for match in separator.finditer(line, start):
        if match.start() >= offset:
            return column, *_trim(line, start, match.start())
        column, start = column + 1, match.end()
    return column, *_trim(line, start, len(line))


def cell_of(line: str, column: int, separator: re.Pattern[str]) -> str:
    """Give the text of the cell in a column, or nothing where the row is shorter."""
    cells = separator.split(line.lstrip(" "))
    return cells[column].strip() if column < len(cells) else ""


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    cell = line[start:end]
    return start + len(cell) - len(cell.lstrip()), end - len(cell) + len(cell.rstrip())
