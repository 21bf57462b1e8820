"""Workbooks in binary, by hand: what LibreOffice does not write."""

from __future__ import annotations

import struct
from typing import Final

from .compound import put_together, take_apart
from .leaks import identity

BY_HAND: Final = {
    name: identity(number)
    for number, name in enumerate(["保存者", "外部路径", "外部表名", "外部值", "透视字段值", "公式文字"], 500)
}
# A cell's format, where its fill stands in it, and two patterns (MS-XLS §2.4.353, §2.5.20).
_XF, _FILL, _SOLID, _GRID = 0xE0, 18, 1, 9


def text(value: str, head: str = "<H") -> bytes:
    """Write a string with its length before it."""
    return struct.pack(head, len(value)) + b"\1" + value.encode("utf-16-le")


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def patterned(data: bytes, behind: int | None) -> bytes:
    """Make every solid fill of a workbook a pattern on a ground: its own colour, or one by its place."""
    streams = take_apart(data)
    book = bytearray(streams["Workbook"])
    start = 0
    while start < len(book):
        kind, size = struct.unpack_from("<HH", book, start)
        if kind == _XF:
            borders, colours = struct.unpack_from("<IH", book, start + _FILL)
            if borders >> 26 == _SOLID:
                lines = colours & 0x7F
                ground = lines if behind is None else behind
                borders = borders & 0x3FFFFFF | _GRID << 26
                struct.pack_into("<IH", book, start + _FILL, borders, lines | ground << 7)
        start += 4 + size
    return put_together({**streams, "Workbook": bytes(book)})


def by_hand(data: bytes) -> bytes:
    """Add to a workbook what Excel leaves in one."""
    values = BY_HAND
    streams = take_apart(data)
    outside = text(f"\1\1C\3内部\3{values['外部路径']}.xls") + text(f"表{values['外部表名']}")
    added = (
        record(0x5C, text(f"赵六 {values['保存者']}"))
        + record(0x1AE, struct.pack("<H", 1) + outside)
        + record(0x5A, struct.pack("<BBH", 0, 0, 0) + b"\2" + text(values["外部值"]))
        + record(0x06, struct.pack("<HHH14xH", 7, 2, 0, 30) + b"\x17" + text(values["公式文字"], "<B"))
    )
    pivot = (
        record(0xC6, bytes(20))
        + record(0xC7, bytes(14) + text("证件"))
        + record(0xCD, text(values["透视字段值"]))
        + record(0xC9, struct.pack("<d", 13800138000))
    )
    return put_together({**streams, "Workbook": streams["Workbook"] + added, "_SX_DB_CUR/0001": pivot})
