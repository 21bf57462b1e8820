"""Finding many literals by an Aho–Corasick automaton, for which the ``speed`` extra is installed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation

from ..text.cuts import pieces

# So many literals are found soonest with a table of every step; one of more is too large for the caches.
_FEW: Final = 2000
# Half a character of UTF-16, which no literal has and UTF-8 cannot hold.
_LONE: Final = re.compile("[\ud800-\udfff]")


class Automaton:
    """All occurrences, overlapping ones included, of a fixed set of literals."""

    __slots__ = ("_automaton", "_literals")

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals = sorted(set(literals))
        few = len(self._literals) <= _FEW
        kind = Implementation.DFA if few else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(self._literals, implementation=kind)

    def find(self, text: str, low: int, high: int) -> list[tuple[int, str]]:
        """Give the start and the literal of each occurrence between two places where lines begin and end."""
        return [found for piece in pieces(text, low, high) for found in self._find(text, *piece)]

    def _find(self, text: str, low: int, high: int) -> list[tuple[int, str]]:
        piece = text[low:high]
        try:
            found = self._automaton.find_matches_as_indexes(piece, overlapping=True)
        except UnicodeEncodeError:
            piece = _LONE.sub("\ufffd", piece)
            found = self._automaton.find_matches_as_indexes(piece, overlapping=True)
        return [(low + start, self._literals[number]) for number, start, _ in found]
