"""The line around a finding, with every value on it masked."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from ..judge import Hit
from ..model import Excerpt, Secret
from ..text.segment import Span
from .mask import MARK, hidden

_SIDE: Final = 60
_SHOWN: Final = (("\n", "⏎"), ("\t", " "), ("\u3000", " "), ("\xa0", " "))


class Excerpts:
    """Cuts excerpts out of one segment, knowing every hit in it."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._segment = hits[0].segment
        self._hidden = sorted(self._hidden_in(hit) for hit in hits)
        self._starts = [start for start, _ in self._hidden]
        self._reach = max(end - start for start, end in self._hidden)

    def around(self, hit: Hit) -> Excerpt:
        """Give the excerpt of a hit: its line, or sixty code points either side of it."""
        folded, text = self._segment.folded, self._segment.part.text
        start, end = folded.original(hit.span)
        line_start, line_end = self._segment.line(hit.span[0])[0], self._segment.line(hit.span[1] - 1)[1]
        low = max(folded.original((line_start, line_start))[0], start - _SIDE)
        high = min(folded.original((line_end, line_end))[0], end + _SIDE)
        if text[low:high].endswith("\r"):
            high -= 1
        raw = printable(text[low:high])
        return Excerpt(self._masked(raw, low, high), start - low, end - low, Secret(raw))

    def shown(self, span: Span) -> str:
        """Give a stretch of the folded text as it may be shown: every value in it masked."""
        low, high = self._segment.folded.original(span)
        return self._masked(printable(self._segment.part.text[low:high]), low, high)

    def _masked(self, raw: str, low: int, high: int) -> str:
        near = slice(bisect_left(self._starts, low - self._reach), bisect_left(self._starts, high))
        for first, last in self._hidden[near]:
            start, end = max(first, low) - low, min(last, high) - low
            if start < end:
                raw = f"{raw[:start]}{MARK * (end - start)}{raw[end:]}"
        return raw

    def _hidden_in(self, hit: Hit) -> Span:
        start, end = self._segment.folded.original(hit.span)
        first, last = hidden(hit.rule.mask, end - start)
        return start + first, start + last


def printable(text: str) -> str:
    """Replace control and format characters, one for one, so that a terminal shows and obeys none."""
    for character, shown in _SHOWN:
        text = text.replace(character, shown)
    return text if text.isprintable() else "".join(map(_printable, text))


def _printable(character: str) -> str:
    if unicodedata.category(character) == "Zs":
        return " "
    return character if character.isprintable() else "·"
