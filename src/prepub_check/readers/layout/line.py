"""A line of a page as it will be read: cells, each of spans, in order."""

from __future__ import annotations

from typing import NamedTuple

from ...model import Box
from .span import Span, around


class Cell(NamedTuple):
    """Spans that belong together; ``column`` counts from 0 within the row, empty cells included."""

    spans: tuple[Span, ...]
    column: int
    box: Box

    @classmethod
    def of(cls, spans: tuple[Span, ...], column: int) -> Cell:
        """Make a cell as large as its spans."""
        return cls(spans, column, spans[0].box if len(spans) == 1 else around([span.box for span in spans]))


Line = tuple[Cell, ...]


def separator(before: str, after: str) -> str:
    """Give what stands between two pieces of running text: a space between Western words only."""
    first, second = before[-1:], after[:1]
    western = first.isascii() and second.isascii() and not first.isspace() and not second.isspace()
    return " " if western and (first.isalpha() or second.isalpha()) else ""
