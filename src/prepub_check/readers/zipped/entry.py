"""One entry of a zip as its directory tells it, and the bytes that are really there (APPNOTE 6.3.10)."""

from __future__ import annotations

import zlib
from typing import Final, NamedTuple

from ...errors import SourceError
from .stream import Stream

STORED: Final = 0
DEFLATED: Final = 8
_ENCRYPTED: Final = 0x1
# A part that grows more than this, and past the size where it matters, is a bomb.
_RATIO: Final = 250
_HARMLESS: Final = 32 << 20


class Entry(NamedTuple):
    """Where an entry's packed bytes lie, and what the directory promises of them."""

    name: str
    method: int
    flags: int
    start: int
    packed: int
    size: int
    crc: int | None


class Unpacked(NamedTuple):
    """What came out of an entry; ``whole`` is false where it is not what the directory promised."""

    data: bytes
    whole: bool


def unpack(entry: Entry, file: bytes, room: int) -> Unpacked:
    """Give an entry's bytes; raises SourceError where it is encrypted, packed otherwise, or a bomb."""
    if entry.flags & _ENCRYPTED:
        raise SourceError("encrypted", "这一部分加了密码，没有检查；请去掉密码后重新检查")
    packed = file[entry.start : entry.start + entry.packed]
    if entry.method == STORED:
        data, ended = packed[: room + 1], len(packed) == entry.packed
    elif entry.method == DEFLATED:
        data, ended = _inflate(packed, min(room, max(_HARMLESS, len(packed) * _RATIO)))
    else:
        raise SourceError(
            "unsupported-compression",
            f"这一部分的压缩方法（{entry.method}）不能读，没有检查；请用原来的软件另存后重新检查",
        )
    if len(data) > room:
        raise too_large()
    return Unpacked(data, ended and len(data) == entry.size and entry.crc in (None, zlib.crc32(data)))


def too_large() -> SourceError:
    """Give the error of a part that would take more than the limits leave."""
    return SourceError(
        "too-large",
        "解开后过大，没有检查；压缩比异常的文件可能是压缩炸弹，"
        "请核对来源，确需检查的请在 prepub.toml 的 [limits] 中放宽 unpacked_mb",
    )


def _inflate(packed: bytes, most: int) -> tuple[bytes, bool]:
    """Give what a deflate stream holds as far as it is sound, and whether it ends there."""
    stream = Stream(packed, 0)
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in stream:
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise too_large()
    except zlib.error:
        return b"".join(pieces), False
    return b"".join(pieces), stream.ended
