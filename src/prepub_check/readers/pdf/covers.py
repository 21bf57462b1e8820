"""What lies over text: opaque fills, and images without holes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Any, Final, NamedTuple

from ...model import Box
from ..layout.geometry import Point, common, overlap
from .ground import fill_holds
from .paint import Painting, Picture, Text
from .pixels import Pixels

_WHOLE_PAGE: Final = 0.8


class Cover(NamedTuple):
    """Something painted at ``order``: where it may hide text, and whether it hides a point."""

    order: float
    box: Box
    hides: Callable[[Point], bool]
    scan: bool = False


def find_covers(document: Any, page: Any, painting: Painting, page_box: Box) -> Iterator[Cover]:
    """Give what was painted over text that was painted before it."""
    for fill in painting.fills:
        if fill.opaque and _over(painting.texts, fill.order, fill.box):
            yield Cover(fill.order, fill.box, partial(fill_holds, fill))
    for picture in painting.pictures:
        if not picture.blended and _over(painting.texts, picture.order, picture.box):
            pixels = Pixels(document, page, picture)
            yield Cover(picture.order, picture.box, pixels.hides, scan=fills_page(picture, page_box))


def cover_above(box: Box) -> Cover:
    """Give a box that lies over all that a page paints, as an annotation does."""
    return Cover(float("inf"), box, lambda _: True)


def fills_page(picture: Picture, page_box: Box) -> bool:
    """Whether an image takes all of a page but its margins."""
    shared = common(picture.box, page_box)
    return _area(shared) >= _WHOLE_PAGE * _area(page_box) > 0


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _over(texts: Sequence[Text], order: int, box: Box) -> bool:
    before = takewhile(lambda text: text.order < order, texts)
    return any(overlap(text.box, box) for text in before)
