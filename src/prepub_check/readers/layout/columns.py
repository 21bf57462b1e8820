"""Prose set in two columns, read one column after the other."""

from __future__ import annotations

from collections.abc import Iterator

from .line import Cell, Line

_FEWEST_LINES = 5
_FULL = 0.6
_NARROWEST = 8
_SIDES = 2


def unfold(lines: list[Line]) -> Iterator[list[Line]]:
    """Give lines in reading order, in stretches; each of two columns is a stretch of its own."""
    block: list[Line] = []
    gutter: tuple[float, float] | None = None
    for line in lines:
        narrowed = _narrow(gutter if block else None, line)
        if narrowed is None and block:
            yield from _in_order(block)
            block, narrowed = [], _narrow(None, line)
        if narrowed is None:
            yield [line]
        else:
            block.append(line)
        gutter = narrowed
    yield from _in_order(block)


def _narrow(gutter: tuple[float, float] | None, line: Line) -> tuple[float, float] | None:
    """Give what is left of a gutter once a line has passed beside it."""
    if len(line) != _SIDES:
        return None
    left, right = line[0].box[2], line[1].box[0]
    if gutter is not None:
        left, right = max(left, gutter[0]), min(right, gutter[1])
    return (left, right) if left < right else None


def _in_order(block: list[Line]) -> list[list[Line]]:
    sides = [[line[side] for line in block] for side in range(_SIDES)] if block else []
    if len(block) < _FEWEST_LINES or not all(map(_is_prose, sides)):
        return [[line] for line in block]
    return [[(cell._replace(column=0),) for cell in side] for side in sides]


def _is_prose(cells: list[Cell]) -> bool:
    """Whether most cells reach from one edge of their column to the other."""
    left, right = min(cell.box[0] for cell in cells), max(cell.box[2] for cell in cells)
    height = cells[0].spans[0].height
    full = sum(cell.box[2] - cell.box[0] > right - left - 2 * height for cell in cells)
    return right - left > _NARROWEST * height and full >= _FULL * len(cells)
