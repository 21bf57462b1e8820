"""Tables in running text: lines of cells one under another, the first of them the header."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_SEPARATORS: Final = (re.compile(r"\t"), re.compile(r"\|"), re.compile(","), re.compile(r" +"))
_TAB, _BAR, _COMMA, _SPACE = range(len(_SEPARATORS))
_FEWEST_MARKS: Final = 2
# Prose has commas too: no cell of a header row is longer than this.
_LONGEST_TITLE: Final = 12


class Table(NamedTuple):
    """Lines ``first`` to ``last`` (inclusive) of a text, whose cells stand between ``separator``."""

    first: int
    last: int
    separator: re.Pattern[str]


class Tables(NamedTuple):
    """All tables of a text, in order."""

    items: tuple[Table, ...]
    firsts: tuple[int, ...]

    def at(self, line: int) -> Table | None:
        """Give the table that holds the line with this index."""
        place = bisect_right(self.firsts, line) - 1
        if place < 0 or line > self.items[place].last:
            return None
        return self.items[place]


def find_tables(lines: Sequence[str]) -> Tables:
    """Find runs of two or more lines with the same kind of separator between their cells.

    Cells set apart by commas or spaces count only where neighbouring lines have equally many, and
    commas only under a header row of short cells.
    """
    items = tuple(table for table in _runs(lines) if table.last > table.first and _has_header(table, lines))
    return Tables(items, tuple(table.first for table in items))


def _runs(lines: Sequence[str]) -> Iterator[Table]:
    first, shape = 0, None
    for number, line in enumerate(lines):
        current = _shape(line)
        if current != shape:
            if shape is not None:
                yield Table(first, number - 1, _SEPARATORS[shape[0]])
            first, shape = number, current
    if shape is not None:
        yield Table(first, len(lines) - 1, _SEPARATORS[shape[0]])


def _shape(line: str) -> tuple[int, int] | None:
    """Give which separator a line uses, and (for commas and spaces) how often; None for no row at all."""
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


def _has_header(table: Table, lines: Sequence[str]) -> bool:
    cells = table.separator.split(lines[table.first])
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
