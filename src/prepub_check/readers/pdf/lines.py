"""The lines drawn on a page that may rule a table: thin fills, strokes, and edges of boxes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ...model import Box
from ..layout import Ruling
from .paint import Painting
from .shape import Outline, box_of

_THIN: Final = 3.0
_SHORTEST: Final = 6.0
_MOST: Final = 20_000

Line = tuple[float, float, float]


def ruling_of(painting: Painting) -> Ruling:
    """Give the horizontal and vertical lines of a page."""
    boxes = list(_boxes(painting))[:_MOST]
    across = [((top + bottom) / 2, left, right) for left, top, right, bottom in boxes if bottom - top < _THIN]
    down = [((left + right) / 2, top, bottom) for left, top, right, bottom in boxes if right - left < _THIN]
    return Ruling(across, down)


def _boxes(painting: Painting) -> Iterator[Box]:
    for fill in painting.fills:
        for outline in fill.outlines or ():
            box = box_of(outline)
            if min(box[2] - box[0], box[3] - box[1]) < _THIN and _is_long(box):
                yield box
    for outline in painting.lines:
        for edge in _edges(outline):
            if _is_long(edge):
                yield edge


def _edges(outline: Outline) -> Iterator[Box]:
    for start, end in pairwise(outline):
        yield box_of((start, end))
    if len(outline) > 3:  # noqa: PLR2004 -- a box drawn without its last edge
        yield box_of((outline[-1], outline[0]))


def _is_long(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) >= _SHORTEST
