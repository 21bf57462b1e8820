"""Text that is still in the file and in no piece: what quick saving leaves behind (MS-DOC §2.4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ...strands import Mark

if TYPE_CHECKING:
    from ..reading import Reading
    from .fib import Fib
    from .text import Text

_NAME: Final = "残留的旧文字"
_MARK: Final = Mark(_NAME)
_TEXT_START, _TEXT_END = 0x18, 0x1C
_WIDE: Final = re.compile(
    rb"(?:[\x20-\x7e\t\r\x07]\x00|[\x00-\xff][\x4e-\x9f]|[\x00-\x3f]\x30|[\x00-\x5e]\xff|[\x10-\x26]\x20){4,}"
)
_NARROW: Final = re.compile(rb"[\x20-\x7e\t\r\x07]{8,}")
# Formatting that reads as text by chance reads like rare characters.
_COMMON: Final = re.compile("[\u4e00-\u9fff]")
_LEVEL_ONE: Final = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
_SHARE: Final = 0.8


def read_remains(fib: Fib, text: Text, reading: Reading) -> None:
    """Read what lies between the pieces, where text was before."""
    for start, end in _between(fib, text):
        for remnant in _texts(fib.main[start:end]):
            reading.strands.of("revision", _NAME).line(remnant, _MARK)


def _between(fib: Fib, text: Text) -> Iterator[tuple[int, int]]:
    """Give the stretches of the text's part of the stream that no piece covers."""
    at = int.from_bytes(fib.main[_TEXT_START : _TEXT_START + 4], "little")
    taken = sorted((piece.at, piece.at + (piece.end - piece.start) * piece.width) for piece in text.pieces)
    last = max(int.from_bytes(fib.main[_TEXT_END : _TEXT_END + 4], "little"), *(end for _, end in taken), 0)
    for start, end in (*taken, (last, last)):
        if at < start:
            yield at, start
        at = max(at, end)


def _texts(data: bytes) -> Iterator[str]:
    for found in _WIDE.finditer(data):
        remnant = found[0].decode("utf-16-le", "replace")
        if _reads(remnant):
            yield _plain(remnant)
    for found in _NARROW.finditer(data):
        yield _plain(found[0].decode("ascii"))


def _reads(text: str) -> bool:
    """Tell whether the Chinese in a text is mostly of the common characters."""
    hanzi = "".join(_COMMON.findall(text))
    common = len(_LEVEL_ONE.findall(hanzi.encode("gb2312", "replace")))
    return common >= _SHARE * len(hanzi)


def _plain(text: str) -> str:
    return " ".join(text.replace("\r", "\n").replace("\x07", "\t").split("\n"))
