"""The small tables of a document (MS-DOC §2.8, §2.9): where notes stand, who comments, what has names."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from .fib import AUTHORS, COMMENTS, Fib

_EXTENDED: Final = 0xFFFF
_COMMENT: Final = 30
_MOST: Final = 65_536


def positions(block: bytes, width: int = 0) -> tuple[int, ...]:
    """Give the characters at which a table's entries, each with ``width`` more bytes, begin and end."""
    count = max((len(block) - 4) // (4 + width), 0)
    return struct.unpack_from(f"<{count + 1}I", block) if len(block) >= 4 * (count + 1) else ()


def strings(block: bytes) -> Iterator[str]:
    """Give the strings of a table of strings (STTB)."""
    wide = block[:2] == b"\xff\xff"
    at = 2 if wide else 0
    count, extra = (
        int.from_bytes(block[at : at + 2], "little"),
        int.from_bytes(block[at + 2 : at + 4], "little"),
    )
    at += 4
    for _ in range(count):
        if at >= len(block):
            return
        size = int.from_bytes(block[at : at + (2 if wide else 1)], "little")
        at += 2 if wide else 1
        length = size * (2 if wide else 1)
        yield block[at : at + length].decode("utf-16-le" if wide else "gb18030", "replace")
        at += length + extra


def comment_authors(fib: Fib) -> list[str]:
    """Give the author of each comment, in their order."""
    names = list(_counted(fib.block(AUTHORS)))
    block = fib.block(COMMENTS)
    start = 4 * len(positions(block, _COMMENT))
    entries = (block[at : at + _COMMENT] for at in range(start, len(block) - _COMMENT + 1, _COMMENT))
    numbers = (int.from_bytes(entry[20:22], "little") for entry in entries)
    return [names[number] if number < len(names) else "" for number in numbers]


def _counted(block: bytes) -> Iterator[str]:
    """Give strings that each begin with their length (Xst), up to the end of the block."""
    at = 0
    while at + 2 <= len(block):
        length = 2 * int.from_bytes(block[at : at + 2], "little")
        yield block[at + 2 : at + 2 + length].decode("utf-16-le", "replace")
        at += 2 + length


def variables(block: bytes) -> Iterator[tuple[str, str]]:
    """Give the document variables (StwUser): names first, values after."""
    names = list(strings(block))
    if not names:
        return
    end = _end_of(block)
    yield from zip(names, _counted(block[end:]), strict=False)


def _end_of(block: bytes) -> int:
    count, extra = int.from_bytes(block[2:4], "little"), int.from_bytes(block[4:6], "little")
    at = 6
    for _ in range(min(count, _MOST)):
        at += 2 + 2 * int.from_bytes(block[at : at + 2], "little") + extra
    return at
