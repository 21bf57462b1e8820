"""Which text of a page can be seen, and why the rest cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import groupby
from typing import Final

import pypdfium2.raw as pdfium

from ...model import Box
from ..layout.geometry import Point, holds, overlap
from ..layout.sight import DARK, Sight
from .covers import Cover, fills_page
from .ground import is_lost
from .paint import Painting, Text
from .spans import Characters, Stretch

_SMALLEST: Final = 1.6
_UNPAINTED: Final = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


class Viewer:
    """Tells how each stretch of one page shows; ``off`` names the layers that do not."""

    def __init__(
        self, painting: Painting, covers: Sequence[Cover], page_box: Box, off: AbstractSet[str]
    ) -> None:
        self._page_box = page_box
        self._covers = covers
        self._painting = painting
        fixed = list(_fixed(painting, page_box, off))
        self._fixed = {text.handle.value: sight for text, sight in fixed}
        self._doubtful = [cover.box for cover in covers]
        self._doubtful += (text.box for text, _ in fixed)
        self._doubtful += (text.box for text in painting.texts if _is_cut(text))

    def sorted(self, characters: Characters) -> Iterator[tuple[Sight, Stretch]]:
        """Give each stretch with how it shows, cut where that changes."""
        for stretch in characters.stretches():
            if self._is_plain(stretch.box):
                yield Sight.SEEN, stretch
                continue
            each = [
                (self._look(characters.object_at(part.start), part.box), part)
                for part in characters.cut(stretch.start, stretch.end, aside=stretch.aside)
            ]
            for sight, group in groupby(each, key=lambda found: found[0]):
                parts = [part for _, part in group]
                yield sight, characters.joined(parts[0], parts[-1])

    @cached_property
    def _texts(self) -> dict[int | None, Text]:
        return {text.handle.value: text for text in self._painting.texts}

    def _is_plain(self, box: Box) -> bool:
        left, top, right, bottom = box
        inside = left >= 0 and top >= 0 and right <= self._page_box[2] and bottom <= self._page_box[3]
        if not inside or bottom - top <= _SMALLEST:
            return False
        return not self._doubtful or not any(overlap(other, box) for other in self._doubtful)

    def _look(self, address: int | None, box: Box) -> Sight:
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if not holds(self._page_box, middle):
            return Sight.OUTSIDE
        text = self._texts.get(address)
        if address in self._fixed or text is None:
            return self._fixed.get(address, Sight.SEEN)
        if text.clip is not None and not holds(text.clip, middle):
            return Sight.CLIPPED
        if box[3] - box[1] <= _SMALLEST:
            return Sight.TINY
        return self._covered(text, middle)

    def _covered(self, text: Text, middle: Point) -> Sight:
        for cover in self._covers:
            if cover.order > text.order and holds(cover.box, middle) and cover.hides(middle):
                return Sight.SCAN if cover.scan else Sight.COVERED
        return Sight.SEEN


def _fixed(painting: Painting, page_box: Box, off: AbstractSet[str]) -> Iterator[tuple[Text, Sight]]:
    """Give the text objects that do not show wherever they stand."""
    scan = any(fills_page(picture, page_box) for picture in painting.pictures)
    for text in painting.texts:
        if off and text.layer in off:
            yield text, Sight.LAYER
        elif text.mode in _UNPAINTED or not text.colour[3]:
            yield text, Sight.SCAN if scan else Sight.INVISIBLE
        elif is_lost(text, painting):
            dark = max(text.colour[:3]) <= DARK
            yield text, Sight.BLACKED if dark else Sight.LOST


def _is_cut(text: Text) -> bool:
    return text.clip is not None and not (holds(text.clip, text.box[:2]) and holds(text.clip, text.box[2:]))
