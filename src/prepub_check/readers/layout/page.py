"""The spans of a page in reading order, written down as text with places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ...model import Location
from ..pieces import Pieces, Spot
from .columns import unfold
from .line import Cell, Line
from .paragraphs import join, margins
from .rows import rows, split_cells
from .ruling import Ruling
from .span import Span
from .tables import split_tables

_NO_RULING = Ruling()


def lay_out(
    spans: Iterable[Span],
    width: float,
    pieces: Pieces,
    place: Callable[[Span], Location | Spot],
    ruling: Ruling = _NO_RULING,
) -> None:
    """Add the lines of a page of some width to ``pieces``: cells by tab, rows and paragraphs by newline."""
    level: list[Span] = []
    aside: list[Span] = []
    for span in spans:
        (level if span.height > 0 and not span.aside else aside).append(span)
    for line in _lines(level, width, ruling):
        _write(line, pieces, place)
    for span in aside:
        _write((Cell.of((span,), 0),), pieces, place)


def _lines(spans: list[Span], width: float, ruling: Ruling) -> Iterator[Line]:
    """Give rows of ruled tables as they are, and what stands around them as prose, from top to bottom."""
    tables, outside = split_tables(spans, ruling)
    prose = [split_cells(row) for row in rows(outside)]
    marked = [(_top(line), False, line) for line in prose] + [(_top(line), True, line) for line in tables]
    page = margins(prose, width)
    for ruled, group in groupby(sorted(marked, key=lambda entry: entry[0]), key=lambda entry: entry[1]):
        lines = [line for _, _, line in group]
        yield from lines if ruled else _paragraphs(lines, page)


def _paragraphs(lines: list[Line], page: tuple[float, float]) -> Iterator[Line]:
    single: list[Line] = []
    for stretch in unfold(lines):
        if len(stretch) == 1:
            single += stretch
            continue
        yield from join(single, page)
        yield from join(stretch, margins(stretch))
        single = []
    yield from join(single, page)


def _top(line: Line) -> float:
    return line[0].box[1] if len(line) == 1 else min(cell.box[1] for cell in line)


def _write(line: Line, pieces: Pieces, place: Callable[[Span], Location | Spot]) -> None:
    column = 0
    for cell in line:
        if cell.column > column:
            pieces.append("\t" * (cell.column - column))
            column = cell.column
        for span in cell.spans:
            pieces.add(span.text, place(span))
    pieces.append("\n")
