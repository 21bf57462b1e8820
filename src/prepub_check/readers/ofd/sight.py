"""Which text of an OFD page can be seen, and why the rest cannot."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ...model import Box
from ..layout import Span
from ..layout.geometry import Point, holds, overlap
from ..layout.sight import DARK, Sight
from .glyphs import width_of
from .numbers import Colour
from .paint import Canvas, Text

_PAPER: Final[Colour] = (255, 255, 255)
_NEAR: Final = 10
_SMALLEST: Final = 1.6
_WHOLE_PAGE: Final = 0.8


def sorted_by_sight(canvas: Canvas, page: Box) -> Iterator[tuple[Sight, Span]]:
    """Give each stretch of text with how it shows, cut where that changes."""
    for text in canvas.texts:
        spans = [text.span]
        if not text.span.aside and any(overlap(area.box, text.span.box) for area in canvas.areas):
            spans = list(_letters(text.span))
        each = [(_sight_of(text, span.box, canvas, page), span) for span in spans]
        for sight, group in groupby(each, key=lambda found: found[0]):
            parts = [span for _, span in group]
            box = (*parts[0].box[:2], *parts[-1].box[2:])
            yield sight, text.span._replace(text="".join(part.text for part in parts), box=box)


def _sight_of(text: Text, box: Box, canvas: Canvas, page: Box) -> Sight:
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    scan = any(area.colour is None and _fills(area.box, page) for area in canvas.areas)
    if not (text.painted and text.visible):
        return Sight.SCAN if scan else Sight.INVISIBLE
    if not holds(page, middle):
        return Sight.OUTSIDE
    over = [area for area in canvas.areas if area.order > text.order and area.opaque and area.holds(middle)]
    if over:
        scanned = all(area.colour is None and _fills(area.box, page) for area in over)
        return Sight.SCAN if scanned else Sight.COVERED
    if _is_lost(text, canvas, middle):
        return Sight.BLACKED if text.colour is not None and max(text.colour) <= DARK else Sight.LOST
    return Sight.TINY if box[3] - box[1] <= _SMALLEST else Sight.SEEN


def _is_lost(text: Text, canvas: Canvas, middle: Point) -> bool:
    under = [area for area in canvas.areas if area.order < text.order and area.holds(middle)]
    ground = max(under, key=lambda area: area.order).colour if under else _PAPER
    if text.colour is None or ground is None:
        return False
    return all(abs(one - other) <= _NEAR for one, other in zip(text.colour, ground, strict=True))


def _fills(box: Box, page: Box) -> bool:
    width, height = page[2] - page[0], page[3] - page[1]
    return (box[2] - box[0]) * (box[3] - box[1]) >= _WHOLE_PAGE * width * height > 0


def _letters(span: Span) -> Iterator[Span]:
    """Give a stretch character by character, each as wide as it is likely to be."""
    left, top, right, bottom = span.box
    whole = sum(map(width_of, span.text)) or 1.0
    start = 0.0
    for character in span.text:
        end = start + width_of(character) / whole
        box = left + start * (right - left), top, left + end * (right - left), bottom
        yield Span(character, box)
        start = end
