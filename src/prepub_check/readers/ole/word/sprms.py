"""Single property modifiers (MS-DOC §2.6): what a run or a paragraph is, in codes with operands."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

# Operand sizes by the upper three bits of a code; 6 says its own size.
_SIZES: Final = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_CODES: Final = MappingProxyType({0xD608: 2})

DELETED, INSERTED, HIDDEN = 0x0800, 0x0801, 0x083C
INSERTER, DELETER = 0x4804, 0x4863
COLOUR_INDEX, COLOUR, SIZE = 0x2A42, 0x6870, 0x4A43
HIGHLIGHT, SHADE, FULL_SHADE = 0x2A0C, 0x4866, 0xCA71
IN_TABLE, ROW_END = 0x2416, 0x2417


def modifiers(data: bytes) -> Iterator[tuple[int, int]]:
    """Give each code with its operand as a number."""
    at = 0
    while at + 2 < len(data):
        code = int.from_bytes(data[at : at + 2], "little")
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            head = _TABLE_CODES.get(code, 1)
            size = int.from_bytes(data[at : at + head], "little") - (head - 1)
            at += head
        yield code, int.from_bytes(data[at : at + min(size, 4)], "little")
        at += max(size, 0)
