"""A stretch of text with its place on the page; boxes are left, top, right, bottom from the upper left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...model import Box


class Span(NamedTuple):
    """Text that stands together on one line; ``aside`` where it runs slanted or from top to bottom.

    ``confidence`` is how sure a recogniser of characters is, from 0 to 1.
    """

    text: str
    box: Box
    aside: bool = False
    confidence: float | None = None

    @property
    def height(self) -> float:
        """The height of a line of this text."""
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> float:
        """The height on the page at which the text stands."""
        return (self.box[1] + self.box[3]) / 2

    def ended(self) -> Span:
        """Give the span without white space at its end."""
        text = self.text.rstrip()
        return self if text == self.text else self._replace(text=text)


def around(boxes: Iterable[Box]) -> Box:
    """Give the smallest box around others."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
