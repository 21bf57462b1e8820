"""Whether characters are seen: hidden, deleted or inserted, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ...looks import PLAIN, Look
from ...veils import HIDDEN, TINY, WHITE, on_ground
from . import sprms
from .formats import Formats
from .sprms import (
    COLOUR,
    COLOUR_INDEX,
    DELETED,
    DELETER,
    FULL_SHADE,
    HIGHLIGHT,
    INSERTED,
    INSERTER,
    SHADE,
    SIZE,
    modifiers,
)
from .text import Piece, Text

# Colours by their index (MS-DOC §2.9.119); automatic text is black on a highlight.
_BLACK, _WHITE = 1, 8
_INDICES: Final = MappingProxyType({0: _BLACK, 0xFF000000: 0, 0x00FFFFFF: _WHITE})
_OTHER: Final = -1
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
    colour = _colour(codes)
    if mark := codes.get(HIGHLIGHT):
        return on_ground(colour or _BLACK, mark, _BLACK)
    if ground := codes.get(SHADE, 0) >> 5 & 0x1F:
        return on_ground(colour, ground, _BLACK)
    return WHITE if colour == _WHITE and FULL_SHADE not in codes else ""


def _colour(codes: Mapping[int, int]) -> int:
    if COLOUR in codes:
        return _INDICES.get(codes[COLOUR], _OTHER)
    return codes.get(COLOUR_INDEX, 0)
