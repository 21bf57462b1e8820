"""The lines of a folded text: where each stands, and what it says."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate

from .cuts import Span


class Lines:
    """The lines of a text without their newlines, each cut out when it is asked for."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        # The last is where one more line would begin.
        lengths = map(len, text.split("\n"))
        self._starts = array("q", accumulate(map((1).__add__, lengths), initial=0))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        return self._text[self._starts[number] : self._starts[number + 1] - 1]

    def span(self, number: int) -> Span:
        """Give the bounds of a line."""
        return self._starts[number], self._starts[number + 1] - 1

    def number(self, offset: int) -> int:
        """Give the index of the line that holds ``offset``."""
        return bisect_right(self._starts, offset) - 1
