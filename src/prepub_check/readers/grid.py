"""A sheet's cells as one part: rows as lines, columns kept apart by tabs, every cell with its place."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ..model import Location, Part, PartKind

# Columns line up unless that takes more blanks than this for each cell, as a hostile sheet would have it.
_BLANKS: Final = 40
_BLANKS_ANYWAY: Final = 100_000
_LONGEST_TITLE: Final = 12


class Cell(NamedTuple):
    """A cell's column, from 1, and its text."""

    column: int
    text: str


class Row(NamedTuple):
    """A row's number, from 1, and its cells from left to right; a ``borrowed`` one stands elsewhere too."""

    number: int
    cells: list[Cell]
    borrowed: bool = False


@dataclass(frozen=True, slots=True)
class GridPlaces:
    """Places of cells: the one that starts at ``starts[i]`` stands in ``rows[i]`` and ``columns[i]``."""

    path: str
    kind: PartKind
    name: str
    sheet: str | None
    starts: array[int] = field(repr=False)
    rows: array[int] = field(repr=False)
    columns: array[int] = field(repr=False)

    def locate(self, offset: int) -> Location:
        """Give the place of the cell that holds the code point at ``offset``."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        return Location(
            path=self.path,
            kind=self.kind,
            name=self.name,
            sheet=self.sheet,
            table=1 if self.sheet is None else None,
            row=self.rows[index],
            cell=self.columns[index],
        )


def grid_part(
    rows: Sequence[Row], path: str, kind: PartKind, name: str, *, sheet: str | None = None, place: str = ""
) -> Part | None:
    """Give the cells that hold text as a part, or None where there is none."""
    tabs = _tabs(rows)
    starts, numbers, columns = array("Q"), array("L"), array("L")
    texts: list[str] = []
    length = borrowed = 0
    for row in rows:
        last = 0
        for column, text in row.cells:
            if not text:
                continue
            blanks = tabs.get(column, last) - last if tabs else int(last > 0)
            last = tabs.get(column, last) if tabs else 1
            texts.append("\t" * blanks)
            starts.append(length + blanks)
            numbers.append(row.number)
            columns.append(column)
            plain = text if text.isprintable() else " ".join(text.split())
            texts.append(plain)
            length += blanks + len(plain)
        texts.append("\n")
        length += 1
        borrowed = length if row.borrowed else borrowed
    if not starts:
        return None
    places = GridPlaces(path, kind, place, sheet, starts, numbers, columns)
    return Part(kind, "".join(texts), places, name, borrowed)


def set_apart(rows: dict[str, list[Row]], veil: str, number: int, cell: Cell) -> None:
    """Add a cell of a row to those behind the same veil; the empty name stands for what shows."""
    behind = rows.setdefault(veil, [])
    if not behind or behind[-1].number != number:
        behind.append(Row(number, []))
    behind[-1].cells.append(cell)


def under_header(rows: list[Row], shown: Sequence[Row]) -> list[Row]:
    """Give rows that do not show under the row that names their columns, if the first row shown does."""
    header = next(iter(shown), None)
    if header is None or not rows or not all(map(_is_title, header.cells)):
        return rows
    if rows[0].number == header.number:
        return [Row(header.number, sorted((*header.cells, *rows[0].cells))), *rows[1:]]
    return [header._replace(borrowed=True), *rows] if header.number < rows[0].number else rows


def _is_title(cell: Cell) -> bool:
    return len(cell.text) <= _LONGEST_TITLE and not any(map(str.isdigit, cell.text))


def _tabs(rows: Sequence[Row]) -> dict[int, int]:
    """Give how many tabs stand before each column in use; nothing where they are too far between."""
    used = sorted({cell.column for row in rows for cell in row.cells if cell.text})
    count = sum(len(row.cells) for row in rows)
    if len(used) * len(rows) > max(_BLANKS_ANYWAY, _BLANKS * count):
        return {}
    return {column: index for index, column in enumerate(used)}
