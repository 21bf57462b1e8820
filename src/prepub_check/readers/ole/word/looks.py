"""Whether characters are seen: hidden, deleted or inserted, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ...looks import HIDDEN, PLAIN, TINY, WHITE, Look
from . import sprms
from .formats import Formats
from .sprms import COLOUR, COLOUR_INDEX, DELETED, DELETER, INSERTED, INSERTER, SIZE, modifiers
from .text import Piece, Text

_WHITE, _WHITE_INDEX = 0x00FFFFFF, 8
_TINY: Final = 4
_COMPLEX: Final = 1


class Looks:
    """The looks of all characters."""

    def __init__(self, text: Text, formats: Formats) -> None:
        self._text = text
        self._formats = formats

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, Look]]:
        """Give stretches of characters, each of one look, that make up those from ``start`` to ``end``."""
        for piece in self._text.pieces:
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                yield from self._within(piece, first, last)

    def _within(self, piece: Piece, first: int, last: int) -> Iterator[tuple[int, int, Look]]:
        place = piece.at + (first - piece.start) * piece.width
        final = piece.at + (last - piece.start) * piece.width
        for bound in (*self._formats.bounds(place, final), final):
            until = piece.start + (bound - piece.at) // piece.width
            if until > first:
                yield first, until, self._look(self._formats.at(place), piece)
            first, place = until, bound

    def _look(self, codes: Mapping[int, int], piece: Piece) -> Look:
        if piece.modifier & _COMPLEX and (index := piece.modifier >> 1) < len(self._text.modifiers):
            codes = {**codes, **dict(modifiers(self._text.modifiers[index]))}
        if not codes:
            return PLAIN
        return Look(
            _veil(codes),
            codes.get(DELETER, 0) + 1 if codes.get(DELETED) == 1 else 0,
            codes.get(INSERTER, 0) + 1 if codes.get(INSERTED) == 1 else 0,
        )


def _veil(codes: Mapping[int, int]) -> str:
    if codes.get(sprms.HIDDEN) == 1:
        return HIDDEN
    if 0 < codes.get(SIZE, 0) <= _TINY:
        return TINY
    if codes.get(COLOUR, 0) == _WHITE or (COLOUR not in codes and codes.get(COLOUR_INDEX) == _WHITE_INDEX):
        return WHITE
    return ""
