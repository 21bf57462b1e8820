"""Macros (MS-OVBA): the source text of every module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ..strands import Mark

if TYPE_CHECKING:
    from .reading import Reading
    from .storage import Storage

# The first eight characters of every module, as the compression leaves them: none of them is a copy.
_BEGINNING: Final = b"\0Attribut"
_BEFORE: Final = 2
_COMPRESSED: Final = 0x8000
_CHUNK: Final = 4096


def read_macros(folder: Storage, reading: Reading) -> None:
    """Read the modules in one folder."""
    if "dir" not in folder:
        return
    for stream in folder.streams:
        data = folder.read(stream)
        start = data.find(_BEGINNING) - _BEFORE
        if start >= 0:
            name = f"宏代码“{stream}”"
            text = b"".join(_unpacked(data, start)).decode("gb18030", "replace").replace("\r\n", "\n")
            code = "\n".join(line for line in text.split("\n") if not line.startswith("Attribute VB_"))
            if code.strip():
                reading.strands.of("attribute", name).line(code, Mark(name))


def _unpacked(data: bytes, at: int) -> Iterator[bytes]:
    """Give the chunks of compressed text (§2.4.1)."""
    while at + 2 <= len(data):
        head = int.from_bytes(data[at : at + 2], "little")
        end = at + (head & 0xFFF) + 3
        if head & _COMPRESSED:
            yield bytes(_chunk(data[at + 2 : end]))
        else:
            yield data[at + 2 : at + 2 + _CHUNK]
        at = end


def _chunk(data: bytes) -> bytearray:
    text = bytearray()
    at = 0
    while at < len(data) and len(text) < _CHUNK:
        flags, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data):
                break
            if flags >> bit & 1:
                token = int.from_bytes(data[at : at + 2], "little")
                at += 2
                _copy(text, token)
            else:
                text.append(data[at])
                at += 1
    return text


def _copy(text: bytearray, token: int) -> None:
    bits = max((len(text) - 1).bit_length(), 4)
    offset, length = (token >> (16 - bits)) + 1, (token & (0xFFFF >> bits)) + 3
    for _ in range(min(length, _CHUNK)):
        text.append(text[-offset] if offset <= len(text) else 0x3F)
