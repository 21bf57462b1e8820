"""The records that a presentation is a tree of (MS-PPT §2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

_HEAD: Final = 8
_CONTAINER: Final = 0xF
_DEEPEST: Final = 60
# A blob by its head, records by what is in it: programs of later versions keep comments there.
_TAGGED: Final = 0x138B

DOCUMENT, SLIDE, NOTES, MASTER, HANDOUT = 0x03E8, 0x03EE, 0x03F0, 0x03F8, 0x0FC9
EDIT, PERSIST = 0x0FF5, 0x1772
SLIDE_LIST, SLIDE_ENTRY, SLIDE_SHOW = 0x0FF0, 0x03F3, 0x03F9
NOTES_ATOM, TEXT, NARROW_TEXT, STRING = 0x03F1, 0x0FA0, 0x0FA8, 0x0FBA
COMMENT, HEADERS, LINK, OPTIONS, EMBEDDED = 0x2EE0, 0x0FD9, 0x0FD7, 0xF00B, 0x1011
ENCRYPTION: Final = 0x2F14


class Record(NamedTuple):
    """A record: what it is, which of its kind, and its data."""

    kind: int
    instance: int
    data: bytes
    container: bool
    at: int

    @property
    def inside(self) -> Iterator[Record]:
        """The records that a container holds."""
        return records(self.data) if self.container else iter(())

    def walk(self, depth: int = 0) -> Iterator[Record]:
        """Give the record and all below it."""
        yield self
        if depth < _DEEPEST:
            for record in self.inside:
                yield from record.walk(depth + 1)

    @property
    def text(self) -> str:
        """The characters of a text record."""
        if self.kind == NARROW_TEXT:
            return self.data.decode("latin-1")
        return self.data.decode("utf-16-le", "replace")


def records(data: bytes, at: int = 0) -> Iterator[Record]:
    """Give records one after the other, as far as they hold."""
    while at + _HEAD <= len(data):
        record = record_at(data, at)
        yield record
        at += _HEAD + len(record.data)


def record_at(data: bytes, at: int) -> Record:
    """Give the record at a place; one that runs over the end is cut there."""
    head = int.from_bytes(data[at : at + 2], "little")
    kind, size = (
        int.from_bytes(data[at + 2 : at + 4], "little"),
        int.from_bytes(data[at + 4 : at + 8], "little"),
    )
    content = data[at + _HEAD : at + _HEAD + size]
    return Record(kind, head >> 4, content, head & 0xF == _CONTAINER or kind == _TAGGED, at)
