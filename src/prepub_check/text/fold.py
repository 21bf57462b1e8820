r"""Folding: full-width forms, spaces and dashes one to one, invisible characters left out, with a way back.

>>> folded = fold("号：１１\u200b０")
>>> folded.text
'号:110'
>>> folded.original((2, 5))
(2, 6)
>>> fold("①③⑧⓪⓪①③⑧⓪⓪⓪").text
'13800138000'
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from .cuts import pieces
from .layout import without_layout

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys([0x0D, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], 0x20)
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0x2500, 0xFE58, 0xFE63], 0x2D)
_LINE_ENDS = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], 0x0A)
_MATH_DIGITS = {0x1D7CE + step: 0x30 + step % 10 for step in range(50)}
_COLONS = dict.fromkeys([0x2236, 0xFE13, 0xFE30, 0xFE55], 0x3A)

TABLE: Final[Mapping[int, int]] = MappingProxyType(
    {**_FULL_WIDTH, **_SPACES, **_DASHES, **_LINE_ENDS, **_MATH_DIGITS, **_COLONS}
)
# The punctuation of ordinary Chinese text: replaced one by one, much faster than by any translation.
_COMMON: Final = "，：（）；\u3000"
_VISIBLE: Final = (
    "\u000b\u000c\u0085\u00a0\u1680\u2000-\u200a\u2010-\u2015\u2028\u2029\u202f\u205f"
    "\u2212\u2236\u2500\ufe13\ufe30\ufe55\ufe58\ufe63\uff01-\uff5e\U0001d7ce-\U0001d7ff"
)
# Zero-width, directional and variation characters, and the soft hyphen.
_INVISIBLE: Final = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
# Enclosed digits (①, ⓪): a list counts to twenty or so, one a line; seven in a row are a number.
_ENCLOSED: Final = "\u2460-\u2468\u24ea\u2776-\u277e\u24ff"
_ENCLOSED_DIGITS = {0x24EA: 0x30, 0x24FF: 0x30}
_ENCLOSED_DIGITS |= {first + step: 0x31 + step for first in (0x2460, 0x2776) for step in range(9)}
_REPLACED: Final = frozenset(map(chr, TABLE))
# One class in the lead: the standard library's engine looks for it at memory speed.
_RARE = re.compile("[{0}][{0}]*".format(_VISIBLE + _INVISIBLE + _ENCLOSED))
_ODD = re.compile("[{0}][{0}]*".format(_INVISIBLE + _ENCLOSED))
_ALIKE = re.compile(f"[{_INVISIBLE}]+|[{_ENCLOSED}]{{7,}}")
# A row of a Markdown table: its cells are set apart by tabs, as those of every other table.
_BARRED_ROW = re.compile(r"^[ \t]*[|\uff5c][^\n]*[|\uff5c][^\n]*[|\uff5c][ \t]*$", re.MULTILINE)
_BAR = re.compile(r"[|\uff5c]")
_LONE_RETURN = re.compile(r"\r(?!\n)")


class Folded(NamedTuple):
    """A folded text; ``starts[i]`` is where in it the original runs ``shifts[i]`` code points ahead."""

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def original(self, span: tuple[int, int]) -> tuple[int, int]:
        """Map a half-open span back; invisible characters at its edges stay outside."""
        start, end = span
        if len(self.starts) == 1:
            return span
        if start == end:
            return self._back(start), self._back(start)
        return self._back(start), self._back(end - 1) + 1

    def _back(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def fold(text: str) -> Folded:
    """Fold a text; every visible code point stays one code point."""
    parts: list[str] = []
    odd: set[str] = set()
    for low, high in pieces(text):
        part = _fold_common(text[low:high])
        rare = set("".join(_RARE.findall(part)))
        for character in rare & _REPLACED:
            part = part.replace(character, chr(TABLE[ord(character)]))
        parts.append(part)
        odd |= rare - _REPLACED
    text = "".join(parts)
    return _without_odd(text) if odd else Folded(text)


def _without_odd(text: str) -> Folded:
    """Leave out invisible characters, and make digits of enclosed ones in a row."""
    parts: list[str] = []
    starts, shifts = [0], [0]
    kept = position = 0
    for run in _alike_runs(text):
        parts.append(text[position : run.start()])
        kept += run.start() - position
        position = run.end()
        if ord(run[0][0]) in _ENCLOSED_DIGITS:
            parts.append(run[0].translate(_ENCLOSED_DIGITS))
            kept += len(run[0])
        else:
            starts.append(kept)
            shifts.append(position - kept)
    parts.append(text[position:])
    return Folded("".join(parts), tuple(starts), tuple(shifts))


def _alike_runs(text: str) -> Iterator[re.Match[str]]:
    """Give the runs of characters to leave out, and those of digits."""
    for run in _ODD.finditer(text):
        yield from _ALIKE.finditer(text, run.start(), run.end())


def _fold_common(text: str) -> str:
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text).replace("\r", " ")
    for character in _COMMON:
        text = text.replace(character, chr(TABLE[ord(character)]))
    if "|" in text or "\uff5c" in text:
        text = _BARRED_ROW.sub(lambda row: _BAR.sub("\t", row[0]), text)
    return without_layout(text)
