"""Finding many literals by an Aho–Corasick automaton, for which the ``speed`` extra is installed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, Implementation

from ..text.cuts import pieces

# So many literals are found soonest with a table of every step; one of more is too large for the caches.
_FEW: Final = 2000
# Two bytes for nearly every character: fewer steps than in UTF-8, and places come with them.
_ENCODING: Final = "utf-16-be"
_UNIT: Final = 2
# Characters of two units; and half of one, which no literal has.
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")
_LONE: Final = re.compile("[\ud800-\udfff]")


class Automaton:
    """All occurrences, overlapping ones included, of a fixed set of literals."""

    __slots__ = ("_automaton", "_literals")

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals = sorted(set(literals))
        few = len(self._literals) <= _FEW
        kind = Implementation.DFA if few else Implementation.ContiguousNFA
        encoded = [literal.encode(_ENCODING) for literal in self._literals]
        self._automaton = BytesAhoCorasick(encoded, implementation=kind)

    def find(self, text: str, low: int, high: int) -> list[tuple[int, str]]:
        """Give the start and the literal of each occurrence between two places where lines begin and end."""
        return [found for piece in pieces(text, low, high) for found in self._find(text, *piece)]

    def _find(self, text: str, low: int, high: int) -> list[tuple[int, str]]:
        piece = text[low:high]
        data = _encode(piece)
        wide = _wide_units(piece) if len(data) > _UNIT * len(piece) else []
        return [
            (low + (unit := start // _UNIT) - bisect_left(wide, unit), self._literals[number])
            for number, start, _ in self._automaton.find_matches_as_indexes(data, overlapping=True)
            if start % _UNIT == 0
        ]


def _encode(text: str) -> bytes:
    try:
        return text.encode(_ENCODING)
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text).encode(_ENCODING)


def _wide_units(text: str) -> list[int]:
    """Give the first unit of each character that has two."""
    return [hit.start() + before for before, hit in enumerate(_WIDE.finditer(text))]
