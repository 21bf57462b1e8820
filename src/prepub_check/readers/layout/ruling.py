"""The lines of a table as drawn: which cell a place on the page is in."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter

from ...model import Box

_TOUCHING = 3.0
_START = itemgetter(1)
_Line = tuple[float, float, float]


class Ruling:
    """Horizontal lines as (y, left, right) and vertical ones as (x, top, bottom)."""

    __slots__ = ("_across", "_down")

    def __init__(
        self,
        across: Iterable[_Line] = (),
        down: Iterable[_Line] = (),
    ) -> None:
        self._across = _merge(across)
        self._down = _merge(down)

    def __bool__(self) -> bool:
        return bool(self._across and self._down)

    def cell(self, box: Box) -> Box | None:
        """Give the cell around a box, or None where lines are missing on a side."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        top, bottom = _nearest(self._across, y, x)
        left, right = _nearest(self._down, x, y)
        if top is None or bottom is None or left is None or right is None:
            return None
        whole = left[0], top[0], right[0], bottom[0]
        across = _reaches(top, left[0], right[0]) and _reaches(bottom, left[0], right[0])
        down = _reaches(left, top[0], bottom[0]) and _reaches(right, top[0], bottom[0])
        return whole if across and down else None

    def lefts(self, box: Box) -> list[float]:
        """Give where the vertical lines through a box are, but for its right edge."""
        left, top, right, bottom = box
        return [
            line[0]
            for line in self._down
            if left - _TOUCHING <= line[0] < right - _TOUCHING and line[1] < bottom and line[2] > top
        ]


def _merge(lines: Iterable[_Line]) -> list[_Line]:
    """Make one line of those that touch, and drop what is drawn twice."""
    levels: dict[int, list[_Line]] = defaultdict(list)
    for line in sorted(lines):
        key = round(line[0] / 2)
        levels[key - 1 if key - 1 in levels else key].append(line)
    merged = []
    for level in levels.values():
        level.sort(key=_START)
        at, start, end = level[0]
        for _, first, last in level:
            if first > end + _TOUCHING:
                merged.append((at, start, end))
                start, end = first, last
            end = max(end, last)
        merged.append((at, start, end))
    return sorted(merged)


def _nearest(lines: list[_Line], at: float, beside: float) -> tuple[_Line | None, _Line | None]:
    """Give the nearest lines before and after a place, of those that pass beside it."""
    here = bisect_left(lines, (at,))
    start, end = beside + _TOUCHING, beside - _TOUCHING
    before = after = None
    for number in range(here - 1, -1, -1):
        line = lines[number]
        if line[1] <= start and end <= line[2]:
            before = line
            break
    for number in range(here, len(lines)):
        line = lines[number]
        if line[1] <= start and end <= line[2]:
            after = line
            break
    return before, after


def _reaches(line: _Line, start: float, end: float) -> bool:
    return line[1] - _TOUCHING <= start and end <= line[2] + _TOUCHING
