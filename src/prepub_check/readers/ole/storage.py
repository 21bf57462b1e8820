"""A compound file as folders of streams, whatever state it is in."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final

import olefile

from ...errors import SourceError

_DAMAGED: Final = "文件已损坏，读不出来，其中的内容没有检查；请用原来的软件打开、另存后再检查"


class Storage:
    """One folder of a compound file, the root or one below it."""

    def __init__(self, file: olefile.OleFileIO, path: tuple[str, ...] = ()) -> None:
        self.path = path
        self._file = file
        self._entries = {tuple(entry[len(path) :]) for entry in file.listdir() if _below(entry, path)}

    def __contains__(self, name: str) -> bool:
        return (name,) in self._entries

    @property
    def name(self) -> str:
        """What the folder is called."""
        return self.path[-1] if self.path else ""

    @property
    def streams(self) -> tuple[str, ...]:
        """The names of the streams right here."""
        return tuple(sorted(entry[0] for entry in self._entries if len(entry) == 1))

    @property
    def sound(self) -> bool:
        """Whether the file was found to be as it should."""
        return not self._file.parsing_issues

    def read(self, name: str) -> bytes:
        """Give a stream, as far as it can be read; nothing where there is none."""
        if name not in self:
            return b""
        try:
            content: bytes = self._file.openstream([*self.path, name]).read()
        except (OSError, ValueError, IndexError):
            return b""
        return content

    def folders(self) -> Iterator[Storage]:
        """Give the folders right below."""
        for name in sorted({entry[0] for entry in self._entries if len(entry) > 1}):
            yield Storage(self._file, (*self.path, name))

    def walk(self) -> Iterator[Storage]:
        """Give this folder and all below it."""
        yield self
        for folder in self.folders():
            yield from folder.walk()


def open_storage(data: bytes) -> Storage:
    """Open a compound file; raises SourceError where its directory does not hold."""
    try:
        return Storage(olefile.OleFileIO(BytesIO(data)))
    except Exception as error:
        raise SourceError("damaged", _DAMAGED) from error


def _below(entry: list[str], path: tuple[str, ...]) -> bool:
    return len(entry) > len(path) and tuple(entry[: len(path)]) == path
