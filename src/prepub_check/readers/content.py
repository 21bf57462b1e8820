"""The encoding of bytes that neither a BOM nor a declaration explains: UTF-8 where it fits, else a guess."""

from __future__ import annotations

import re
from typing import Final

from .decoded import Decoded, Flaw
from .doubts import RETRY, doubt_mojibake
from .strict import has_wide, strictly

_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_HANZI_PAIRS: Final = re.compile(rb"(?:[\xb0-\xd7][\xa1-\xfe])+")
_TWO_HANZI: Final = 4


def decode_by_content(data: bytes) -> Decoded:
    """Decode by what the bytes can be: strictly if possible, else line by line, every loss disclosed."""
    if (text := strictly(data, "utf-8")) is not None:
        return _short_gbk(data, text) or doubt_mojibake(Decoded(text, "utf-8", "全部字节都符合 UTF-8"))
    from .guess import guess  # noqa: PLC0415 -- most drafts are UTF-8

    return guess(data)


def all_hanzi(data: bytes) -> bool:
    """Whether everything but ASCII is pairs of bytes that are level-1 hanzi of GB2312."""
    return all(map(_HANZI_PAIRS.fullmatch, _HIGH.findall(data)))


def _short_gbk(data: bytes, text: str) -> Decoded | None:
    """Few hanzi of GBK can happen to be valid UTF-8: letters of two bytes each, none of them Chinese."""
    if text.isascii() or has_wide(text) or not all_hanzi(data):
        return None
    if max(map(len, _HIGH.findall(data))) < _TWO_HANZI:
        return None
    decided = "既符合 UTF-8 又符合 GB18030；按 GB18030 解码都是常用汉字"
    flaw = Flaw("ambiguous-encoding", f"编码无法确定：{decided}，故按此检查；{RETRY}")
    return Decoded(data.decode("gb18030"), "gb18030", decided, (flaw,))
