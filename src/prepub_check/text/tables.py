"""Tables in running text: lines of cells one under another, the first of them the header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from .lines import Lines

# A space between the groups of a card number separates no cells.
_SEPARATORS: Final = tuple(
    re.compile(mark)
    for mark in (r"\t", r"\|", ",", "(?!(?<=[0-9]{4})(?<![0-9]{5}) [0-9]{3,4}(?![^ ])) +", " {2,}")
)
_TAB, _BAR, _COMMA, _SPACE, _WIDE = range(len(_SEPARATORS))
_FEWEST_MARKS: Final = 2
# Prose has commas too: no cell of a header row is longer than this.
_LONGEST_TITLE: Final = 12
_THOUSANDS: Final = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_FIGURE: Final = re.compile("[0-9]")  # a header has none

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
    apart by commas or spaces count only where neighbouring lines have equally many and end no sentence,
    and commas only under a header row of short cells. Where a cell has a space in it (张　三), two spaces
    or more set cells apart. A line of one cell, such as a name over a group of rows, ends no table.
    """

    __slots__ = ("_known", "_lines", "_shapes")

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._known: dict[int, Table | None] = {}
        self._shapes = _Shapes(lines)

    def at(self, number: int) -> Table | None:
        """Give the table that holds the line with this index."""
        if number not in self._known:
            self._find(number)
        return self._known[number]

    def _find(self, number: int) -> None:
        """Find the tables in the rows around a line, up to the nearest lines that are no rows."""
        if not self._holds_row(number):
            self._known[number] = None
            return
        first = last = number
        while first > 0 and self._holds_row(first - 1):
            first -= 1
        while last + 1 < len(self._lines) and self._holds_row(last + 1):
            last += 1
        for table in self._runs(first, last):
            found = (
                table if table.last > table.first and _has_header(table, self._lines[table.first]) else None
            )
            self._known.update(dict.fromkeys(range(table.first, table.last + 1), found))

    def _runs(self, first: int, last: int) -> Iterator[Table]:
        """Cut rows where their shapes have nothing in common."""
        shared = self._shapes[first]
        for number in range(first + 1, last + 1):
            current = self._shapes[number] or shared
            still = tuple(shape for shape in shared if shape in current)
            if not still:
                yield Table(first, number - 1, _SEPARATORS[shared[0][0]])
                first, still = number, current
            shared = still
        yield Table(first, last, _SEPARATORS[shared[0][0]])

    def _holds_row(self, number: int) -> bool:
        return bool(self._shapes[number] or (self._lines[number].strip() and self._goes_on(number)))

    def _goes_on(self, number: int) -> bool:
        """Tell whether a table goes on below a line of one cell: with as many tabs or bars, and a figure."""
        if not 0 < number < len(self._lines) - 1:
            return False
        above, below = self._lines[number - 1], self._lines[number + 1]
        return any(
            mark in above
            and above.count(mark) == below.count(mark)
            and self._shapes[number - 1] == self._shapes[number + 1] == ((kind, 0),)
            and _FIGURE.search(below)
            for kind, mark in ((_TAB, "\t"), (_BAR, "|"))
        )


class _Shapes(dict[int, tuple[_Shape, ...]]):
    """The shapes that each line may have, worked out once."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, number: int) -> tuple[_Shape, ...]:
        self[number] = _shapes(self._lines[number])
        return self[number]


def _shapes(line: str) -> tuple[_Shape, ...]:
    """Give the shapes that a line may have, the likeliest first; none for no row at all."""
    inner = line.strip()
    if "\t" in inner:
        return ((_TAB, 0),)
    if inner.count("|") >= _FEWEST_MARKS:
        return ((_BAR, 0),)
    if "。" in inner:
        return ()
    if _commas(inner) >= _FEWEST_MARKS:
        return ((_COMMA, inner.count(",")),)
    kinds = (_SPACE, _WIDE) if "  " in inner else (_SPACE,) if " " in inner else ()
    return tuple((kind, len(_SEPARATORS[kind].split(inner))) for kind in kinds)


def _commas(inner: str) -> int:
    """Count the commas between cells: where spaces stand between them, those in 1,084,500 do not count."""
    return inner.count(",") - (len(_THOUSANDS.findall(inner)) if " " in inner else 0)


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
