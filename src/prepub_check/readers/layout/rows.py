"""Spans side by side make rows; a wide gap within a row makes cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ...model import Box
from .line import Cell, Line
from .span import Span

# In heights of a line: what still is a space between words, and what is not one but the next cell.
_CELL_GAP = 0.9
_WESTERN_GAP = 0.15
_WORD_GAP = 0.45
_LOOK_BACK = 2
_UNLIKE = 2.0


def rows(spans: Iterable[Span]) -> list[list[Span]]:
    """Give the rows of a page from top to bottom, each from left to right."""
    found: list[list[Span]] = []
    for _, _, span in sorted([(span.box[1] + span.box[3], span.box[0], span) for span in spans]):
        for row in found[: -_LOOK_BACK - 1 : -1]:
            if _beside(row[0].box, span.box):
                row.append(span)
                break
        else:
            found.append([span])
    for row in found:
        if len(row) > 1:
            row.sort(key=lambda span: span.box[0])
    return found


def split_cells(row: list[Span]) -> Line:
    """Cut a row where its gaps are wide, unless it is a title spaced out letter by letter."""
    if len(row) == 1:
        return (Cell((row[0].ended(),), 0, row[0].box),)
    groups: list[list[Span]] = [[row[0]]]
    spaced = all(len(span.text.strip()) == 1 for span in row)
    for before, span in pairwise(row):
        gap, height = _gap(before.box, span.box)
        if gap > _CELL_GAP * height and not spaced:
            groups.append([span])
        else:
            groups[-1].append(span)
    return tuple(Cell.of(tuple(_with_spaces(group)), column) for column, group in enumerate(groups))


def _with_spaces(group: list[Span]) -> Iterator[Span]:
    """Put a space where a gap shows one; what Chinese type leaves beside letters and digits is none."""
    *others, last = group
    spans = [*others, last.ended()]
    yield spans[0]
    for before, span in pairwise(spans):
        gap, height = _gap(before.box, span.box)
        spaced = gap > _WESTERN_GAP * height and not before.text[-1:].isspace()
        if spaced and (gap > _WORD_GAP * height or (before.text[-1:] + span.text[:1]).isascii()):
            yield span._replace(text=" " + span.text)
        else:
            yield span


def _gap(first: Box, second: Box) -> tuple[float, float]:
    """Give how far apart two boxes on a line are, and how high the lower one is."""
    one, other = first[3] - first[1], second[3] - second[1]
    return second[0] - first[2], min(one, other)


def _beside(first: Box, second: Box) -> bool:
    """Whether two boxes stand on one line: like in height, and each at the other's height."""
    one, other = first[3] - first[1], second[3] - second[1]
    taller, smaller = (one, other) if one > other else (other, one)
    apart = abs(first[1] + first[3] - second[1] - second[3])
    return apart < taller <= _UNLIKE * smaller
