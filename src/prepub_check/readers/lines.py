"""Line and column of an offset, found when they are first asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate


class LineIndex:
    r"""Where the lines of a text start; ``\n``, ``\r\n`` and a lone ``\r`` each end one line.

    >>> LineIndex("甲\r\n乙丙").at(4)
    (2, 2)
    """

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: array[int] | None = None

    def at(self, offset: int) -> tuple[int, int]:
        """Give line and column of the code point at ``offset``, both counted from 1."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def _line_starts(self) -> array[int]:
        if self._starts is None:
            lines = self._text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
            self._starts = array("I", accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
        return self._starts
