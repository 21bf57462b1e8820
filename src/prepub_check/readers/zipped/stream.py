"""A deflate stream somewhere in a file, unpacked piece by piece (RFC 1951)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

_CHUNK: Final = 1 << 16
_PIECE: Final = 1 << 22


class Stream:
    """The pieces that a stream unpacks to; iterating raises zlib.error where it is not sound."""

    def __init__(self, file: bytes, start: int) -> None:
        self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        self._file = file
        self._start = self._at = start

    def __iter__(self) -> Iterator[bytes]:
        rest = b""
        while not self._inflater.eof and (rest or self._at < len(self._file)):
            if not rest:
                rest = self._file[self._at : self._at + _CHUNK]
                self._at += len(rest)
            yield self._inflater.decompress(rest, _PIECE)
            rest = self._inflater.unconsumed_tail
        yield self._inflater.flush()

    @property
    def ended(self) -> bool:
        """Whether the stream came to its own end."""
        return self._inflater.eof

    @property
    def packed(self) -> int:
        """How many bytes of the file the stream took so far."""
        return self._at - len(self._inflater.unused_data) - self._start
