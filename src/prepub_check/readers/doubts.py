"""Text that decoded without error, and still was no text when it was written."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .decoded import Decoded, Flaw
from .hanzi import find_mojibake
from .lines import LineIndex

RETRY: Final = "请用原来的软件打开，确认文字无误后另存为 UTF-8，再重新检查"


def doubt_mojibake(decoded: Decoded) -> Decoded:
    """Add a flaw where the text looks decoded in the wrong encoding, here or earlier in its life."""
    at = find_mojibake(decoded.text)
    if at is None:
        return decoded
    line = LineIndex(decoded.text).at(at)[0]
    message = f"第 {line} 行起疑似乱码，这样的文字检查不出问题；{RETRY}"
    return replace(decoded, flaws=(*decoded.flaws, Flaw("mojibake", message, line)))


def doubt_replaced(decoded: Decoded) -> Decoded:
    """Add a flaw where characters were lost before: U+FFFD stands in the text itself."""
    at = -1 if decoded.flaws else decoded.text.find("\ufffd")
    if at < 0:
        return decoded
    line = LineIndex(decoded.text).at(at)[0]
    message = f"第 {line} 行等处有替换符“\ufffd”，原来的字已经丢失，没有检查；请用完好的原文件重新检查"
    return replace(decoded, flaws=(Flaw("replacement-character", message, line),))
