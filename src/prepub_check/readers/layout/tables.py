"""Spans within ruled lines: the lines of a cell made one, cells at their columns, rows together."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...model import Box
from .line import Cell, Line, separator
from .rows import rows, split_cells
from .ruling import Ruling
from .span import Span, around

_SAME = 3.0


def split_tables(spans: list[Span], ruling: Ruling) -> tuple[list[Line], list[Span]]:
    """Give the rows of ruled tables, and the spans outside them; a table of one column is a frame."""
    if not ruling:
        return [], spans
    inside: dict[Box, list[Span]] = defaultdict(list)
    outside: list[Span] = []
    for span in spans:
        cell = ruling.cell(span.box)
        (outside if cell is None else inside[cell]).append(span)
    lines: list[Line] = []
    for table in _tables(sorted(inside, key=lambda box: (box[1], box[0]))):
        lefts = _levels((*(box[0] for box in table), *ruling.lefts(around(table))))
        if len(lefts) > 1:
            lines += _rows_of(table, lefts, inside)
        else:
            outside += (span for box in table for span in inside[box])
    return lines, outside


def _rows_of(table: list[Box], lefts: list[float], inside: dict[Box, list[Span]]) -> Iterator[Line]:
    tops = _levels(box[1] for box in table)
    by_row: dict[int, list[Cell]] = defaultdict(list)
    for box in table:
        column = bisect_right(lefts, box[0]) - 1
        row = bisect_right(tops, box[1]) - 1
        by_row[row].append(Cell(tuple(_joined(inside[box], box)), column, box))
    for number in sorted(by_row):
        yield tuple(sorted(by_row[number], key=lambda cell: cell.box[0]))


def _tables(boxes: list[Box]) -> Iterator[list[Box]]:
    """Put cells together that follow without a gap from top to bottom."""
    table: list[Box] = []
    bottom = 0.0
    for box in boxes:
        if table and box[1] > bottom + _SAME:
            yield table
            table = []
        table.append(box)
        bottom = max(bottom, box[3]) if len(table) > 1 else box[3]
    if table:
        yield table


def _levels(places: Iterable[float]) -> list[float]:
    """Give the distinct places in order, those that all but coincide made one."""
    levels: list[float] = []
    for place in sorted(places):
        if not levels or place > levels[-1] + _SAME:
            levels.append(place)
    return levels


def _joined(spans: list[Span], box: Box) -> Iterator[Span]:
    """Give the text of a cell on one line: a line that fills the cell runs on without a space."""
    if len(spans) == 1:
        yield spans[0].ended()
        return
    before: Span | None = None
    for row in rows(spans):
        for cell in split_cells(row):
            for number, span in enumerate(cell.spans):
                if before is None or number:
                    yield span
                else:
                    filled = box[2] - before.box[2] < before.height * 1.5
                    gap = separator(before.text, span.text) if filled and cell.column == 0 else " "
                    yield span._replace(text=gap + span.text)
                before = span
