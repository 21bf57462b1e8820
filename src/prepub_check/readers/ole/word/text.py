"""The characters of a document, put together from its pieces (MS-DOC §2.4.1)."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from .fib import PIECES, Fib

_PROPERTIES, _TABLE = 1, 2
_NARROW: Final = 1 << 30
_NO_NUL: Final = str.maketrans("\0", " ")


class Piece(NamedTuple):
    """Characters ``start`` to ``end``, which begin at byte ``at`` of the main stream, each ``width`` wide."""

    start: int
    end: int
    at: int
    width: int
    modifier: int


class Text:
    """All characters: ``characters`` has one for each position, halves of rare ones by themselves."""

    def __init__(self, fib: Fib) -> None:
        self.modifiers: list[bytes] = []
        self.pieces = list(self._pieces(fib.block(PIECES), len(fib.main)))
        self.characters = "".join(_characters(fib.main, piece) for piece in self.pieces)
        self._starts = array("Q", (piece.start for piece in self.pieces))

    def place(self, position: int) -> int:
        """Give the byte of the main stream where a character stands."""
        piece = self.pieces[max(bisect_right(self._starts, position) - 1, 0)]
        return piece.at + (position - piece.start) * piece.width

    def _pieces(self, block: bytes, size: int) -> Iterator[Piece]:
        at = 0
        while at + 3 <= len(block) and block[at] == _PROPERTIES:
            length = int.from_bytes(block[at + 1 : at + 3], "little")
            self.modifiers.append(block[at + 3 : at + 3 + length])
            at += 3 + length
        if block[at : at + 1] != bytes((_TABLE,)):
            return
        table = block[at + 5 : at + 5 + int.from_bytes(block[at + 1 : at + 5], "little")]
        count = (len(table) - 4) // 12
        bounds = struct.unpack_from(f"<{count + 1}I", table) if count > 0 else ()
        position = 0
        for index in range(count):
            _, where, modifier = struct.unpack_from("<HIH", table, 4 * (count + 1) + 8 * index)
            width = 1 if where & _NARROW else 2
            start = (where & ~_NARROW) // (3 - width)
            length = min(max(bounds[index + 1] - bounds[index], 0), max(size - start, 0) // width)
            yield Piece(position, position + length, start, width, modifier)
            position += length


def _characters(main: bytes, piece: Piece) -> str:
    raw = main[piece.at : piece.at + (piece.end - piece.start) * piece.width]
    if piece.width == 1:
        return raw.decode("cp1252", "replace").translate(_NO_NUL)
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw))).translate(_NO_NUL)


def whole(characters: str) -> str:
    """Give characters as text: the halves of rare ones are put together."""
    if characters.isascii():
        return characters
    return characters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
