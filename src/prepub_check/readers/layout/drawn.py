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
    boxes = list(islice((box for box in _boxes(strokes, fills) if _is_long(box)), _MOST))
    across = [((top + bottom) / 2, left, right) for left, top, right, bottom in boxes if bottom - top < _THIN]
    down = [((left + right) / 2, top, bottom) for left, top, right, bottom in boxes if right - left < _THIN]
    return Ruling(across, down)


def _boxes(strokes: Iterable[Outline], fills: Iterable[Outline]) -> Iterator[Box]:
    for outline in fills:
        box = box_of(outline)
        if min(box[2] - box[0], box[3] - box[1]) < _THIN:
            yield box
    for outline in strokes:
        closed = (*outline, outline[0]) if len(outline) >= _CORNERS else outline
        yield from (box_of(edge) for edge in pairwise(closed))


def _is_long(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) >= _SHORTEST
