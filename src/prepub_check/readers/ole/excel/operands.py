"""Values kept of cells of other workbooks (MS-XLS §2.5.198, SerAr)."""

from __future__ import annotations

import struct
from typing import Final

from .cells import number
from .records import string

_NUMBER: Final = 1
_STRING: Final = 2


def operand(data: bytes, at: int) -> tuple[str, int]:
    """Give a value as text, and where it ends."""
    kind = data[at] if at < len(data) else 0
    if kind == _NUMBER:
        return number(struct.unpack("<d", data[at + 1 : at + 9].ljust(8, b"\0"))[0]), at + 9
    if kind == _STRING:
        return string(data, at + 1)
    return "", at + 9
