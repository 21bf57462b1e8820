"""The colour that lies under a text: what was painted there last before it, or paper."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from ..layout.geometry import Point, encloses, holds, overlap
from .handles import Colour
from .paint import Fill, Painting, Text

_PAPER: Final[Colour] = (255, 255, 255, 255)
_NEAR: Final = 10


def is_lost(text: Text, painting: Painting) -> bool:
    """Whether a text has the colour of its ground; what lies on an image is left to the eye."""
    if not any(_like(text.colour, colour) for colour in (_PAPER, *painting.grounds)):
        return False
    under = [fill for fill in painting.fills if fill.order < text.order and overlap(fill.box, text.box)]
    middle = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
    ground = max(
        (fill for fill in under if fill_holds(fill, middle)), key=lambda fill: fill.order, default=None
    )
    since = -1 if ground is None else ground.order
    if any(since < each.order < text.order and holds(each.box, middle) for each in painting.pictures):
        return False
    return _like(text.colour, _PAPER if ground is None else ground.colour)


def fill_holds(fill: Fill, point: Point) -> bool:
    """Whether a fill paints a point."""
    if not holds(fill.box, point):
        return False
    return not fill.outlines or any(encloses(outline, point) for outline in fill.outlines)


@lru_cache(maxsize=256)
def _like(first: Colour, second: Colour) -> bool:
    red, green, blue = first[0] - second[0], first[1] - second[1], first[2] - second[2]
    return max(red, green, blue) <= _NEAR and min(red, green, blue) >= -_NEAR
