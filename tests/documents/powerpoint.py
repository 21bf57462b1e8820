"""Presentations in binary, by hand: what LibreOffice does not write."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from .compound import put_together, take_apart
from .leaks import identity
from .winword import record

BY_HAND: Final = {name: identity(number) for number, name in enumerate(["旧稿", "对象", "宏"], 600)}


def macro(source: str) -> bytes:
    """Write the source of a module as macros keep it, none of it a copy of what came before."""
    text = ('Attribute VB_Name = "M"\r\n' + source).encode("gbk")
    tokens = b"".join(b"\0" + text[at : at + 8] for at in range(0, len(text), 8))
    return b"before" + struct.pack("<BH", 1, len(tokens) - 1 | 0xB000) + tokens


def by_hand(data: bytes) -> bytes:
    """Add to a presentation a slide of an earlier edit, an object and a macro."""
    values = BY_HAND
    streams = take_apart(data)
    old = record(0x03EE, record(0x0FA0, f"旧稿 {values['旧稿']}".encode("utf-16-le")), version=0xF)
    inner = f"号码{values['对象']}".encode()
    packed = zlib.compress(inner)
    embedded = record(0x1011, struct.pack("<I", len(inner)) + packed, 1)
    added = old + embedded
    return put_together(
        {
            **streams,
            "PowerPoint Document": streams["PowerPoint Document"] + added,
            "_VBA_PROJECT_CUR/VBA/dir": b"x",
            "_VBA_PROJECT_CUR/VBA/Module1": macro(f"' 密码表 {values['宏']}\r\nSub A()\r\nEnd Sub\r\n"),
        }
    )
