"""The lines drawn on a page that may rule a table: thin fills, strokes, and edges of boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import Final

from ...model import Box
from .geometry import Outline, box_of
from .ruling import Ruling

_THIN: Final = 3.0
_SHORTEST: Final = 6.0
_CORNERS: Final = 4
_MOST: Final = 20_000


def ruling_of(strokes: Iterable[Outline], fills: Iterable[Outline]) -> Ruling:
    """Give the horizontal and vertical lines of a page."""
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    for left, top, right, bottom in islice(_boxes(strokes, fills), _MOST):
        if right - left >= _SHORTEST and bottom - top < _THIN:
            across.append(((top + bottom) / 2, left, right))
        elif bottom - top >= _SHORTEST and right - left < _THIN:
            down.append(((left + right) / 2, top, bottom))
    return Ruling(across, down)


def _boxes(strokes: Iterable[Outline], fills: Iterable[Outline]) -> Iterator[Box]:
    for outline in fills:
        box = box_of(outline)
        if min(box[2] - box[0], box[3] - box[1]) < _THIN:
            yield box
    for outline in strokes:
        closed = (*outline, outline[0]) if len(outline) >= _CORNERS else outline
        for (x1, y1), (x2, y2) in pairwise(closed):
            if x1 > x2:
                x1, x2 = x2, x1  # noqa: PLW2901 -- corners in order
            yield (x1, y1, x2, y2) if y1 <= y2 else (x1, y2, x2, y1)
