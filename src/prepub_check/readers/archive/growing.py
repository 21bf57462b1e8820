"""A file while it is unpacked, counted as it grows."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .intake import Intake

_CHUNK: Final = 1 << 16


class Full(Exception):  # noqa: N818 -- an outcome, not a fault
    """A limit is reached: nothing more may come out of this archive."""


class Growing:
    """One file; what is written to it is counted before it is kept."""

    __slots__ = ("_content", "_intake", "_shown")

    def __init__(self, intake: Intake, shown: str) -> None:
        self._intake = intake
        self._shown = shown
        self._content = BytesIO()

    def write(self, chunk: bytes | bytearray | memoryview) -> int:
        """Append a piece, and give its size; raises Full."""
        try:
            self._intake.count(self._shown, len(chunk))
        except Full:
            self._content = BytesIO()
            raise
        return self._content.write(chunk)

    def salvage(self) -> None:
        """Take what there is of a file that breaks off."""
        if self._content.tell():
            self.finish()

    def finish(self) -> None:
        """Take the file."""
        self._intake.keep(self._shown, self._content.getvalue())


def chunks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Read a stream piece by piece."""
    while chunk := stream.read(_CHUNK):
        yield chunk
