"""Which bytes of the text are of which form: pages of formatted runs and paragraphs (MS-DOC §2.8, §2.9)."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from .fib import CHARACTERS, PARAGRAPHS, Fib
from .sprms import modifiers

_PAGE: Final = 512
_RUN_PLACE, _PARAGRAPH_PLACE = 1, 13
_NONE: Final[Mapping[int, int]] = MappingProxyType({})


class Formats:
    """Codes with operands for every byte of the main stream, by where runs or paragraphs begin."""

    def __init__(self, fib: Fib, index: int) -> None:
        self._paragraphs = index == PARAGRAPHS
        runs = sorted(self._runs(fib, index), key=lambda run: run[0])
        self.starts = array("Q", (run[0] for run in runs))
        self._codes = [run[1] for run in runs]

    def at(self, place: int) -> Mapping[int, int]:
        """Give the codes that hold for a byte."""
        run = bisect_right(self.starts, place) - 1
        return self._codes[run] if run >= 0 else _NONE

    def bounds(self, start: int, end: int) -> Iterator[int]:
        """Give where, between two bytes, the form may change."""
        first = bisect_right(self.starts, start)
        while first < len(self.starts) and self.starts[first] < end:
            yield self.starts[first]
            first += 1

    def _runs(self, fib: Fib, index: int) -> Iterator[tuple[int, Mapping[int, int]]]:
        block = fib.block(index)
        count = max((len(block) - 4) // 8, 0)
        for (number,) in struct.iter_unpack("<I", block[4 * (count + 1) : 4 * (count + 1) + 4 * count]):
            start = (number & 0x3FFFFF) * _PAGE
            page = fib.main[start : start + _PAGE]
            if len(page) == _PAGE:
                yield from self._of_page(page)

    def _of_page(self, page: bytes) -> Iterator[tuple[int, Mapping[int, int]]]:
        count = page[-1]
        width = _PARAGRAPH_PLACE if self._paragraphs else _RUN_PLACE
        if 4 * (count + 1) + width * count >= _PAGE:
            return
        for number in range(count):
            (start,) = struct.unpack_from("<I", page, 4 * number)
            at = 2 * page[4 * (count + 1) + width * number]
            yield start, dict(modifiers(self._properties(page, at))) if at else _NONE

    def _properties(self, page: bytes, at: int) -> bytes:
        size = page[at]
        if not self._paragraphs:
            return page[at + 1 : at + 1 + size]
        start, length = (at + 2, 2 * page[at + 1]) if size == 0 and at + 1 < _PAGE else (at + 1, 2 * size - 1)
        return page[start + 2 : start + length]


def formats_of(fib: Fib) -> tuple[Formats, Formats]:
    """Give the forms of runs and of paragraphs."""
    return Formats(fib, CHARACTERS), Formats(fib, PARAGRAPHS)
