"""The records that a workbook is a row of (MS-XLS §2.1.4), and the strings in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

_CONTINUE: Final = 0x3C
_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08


class Record(NamedTuple):
    """A record: what it is, its data, and that of the records that continue it."""

    kind: int
    data: bytes
    more: tuple[bytes, ...] = ()


def records(stream: bytes) -> Iterator[Record]:
    """Give the records of a stream, as far as they hold."""
    held: Record | None = None
    at = 0
    while at + 4 <= len(stream):
        kind, size = (int.from_bytes(stream[place : place + 2], "little") for place in (at, at + 2))
        data = stream[at + 4 : at + 4 + size]
        at += 4 + size
        if kind == _CONTINUE and held is not None:
            held = held._replace(more=(*held.more, data))
            continue
        if held is not None:
            yield held
        held = Record(kind, data)
    if held is not None:
        yield held


def string(data: bytes, at: int = 0, *, head: int = 2) -> tuple[str, int]:
    """Give a string that begins with its length in ``head`` bytes, and where it ends."""
    count = int.from_bytes(data[at : at + head], "little")
    at += head
    flags = data[at] if at < len(data) else 0
    at += 1
    after = 0
    if flags & _RICH:
        after, at = 4 * int.from_bytes(data[at : at + 2], "little"), at + 2
    if flags & _PHONETIC:
        after, at = after + int.from_bytes(data[at : at + 4], "little"), at + 4
    size = count * (2 if flags & _WIDE else 1)
    return characters(data[at : at + size], wide=bool(flags & _WIDE)), at + size + after


def characters(raw: bytes, *, wide: bool) -> str:
    """Decode characters of two bytes each, or of one where they are all below 256."""
    return raw.decode("utf-16-le" if wide else "latin-1", "replace")
