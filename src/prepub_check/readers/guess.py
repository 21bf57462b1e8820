"""Bytes that are no whole UTF-8: cut UTF-8, GB18030, Big5, or lines in more than one encoding."""

from __future__ import annotations

from codecs import utf_8_decode

from .big5 import weigh
from .damage import disclose, disclose_cut
from .decoded import Decoded, Flaw
from .doubts import RETRY, doubt_mojibake
from .hanzi import reads_well
from .linewise import decode_lines, has_utf8_word
from .strict import has_wide, strictly


def guess(data: bytes) -> Decoded:
    """Decode as what the bytes most likely are, every loss disclosed."""
    return _cut_utf8(data) or _by_gb18030(data) or doubt_mojibake(_by_big5(data) or _by_lines(data))


def _cut_utf8(data: bytes) -> Decoded | None:
    """UTF-8 to the end, where the last character is not whole."""
    try:
        text, whole = utf_8_decode(data, "strict", False)  # noqa: FBT003 -- a C function without keywords
    except UnicodeDecodeError:
        return None
    if not has_wide(text) or not reads_well(text):
        return None
    flaw = disclose_cut(text, len(data) - whole, "UTF-8")
    return Decoded(text + "\ufffd", "utf-8", "除末尾外，全部字节都符合 UTF-8", (flaw,))


def _by_gb18030(data: bytes) -> Decoded | None:
    text = None if has_utf8_word(data) else strictly(data, "gb18030")
    if text is None or not reads_well(text):
        return None
    return Decoded(text, "gb18030", "不符合 UTF-8，全部字节都符合 GB18030")


def _by_big5(data: bytes) -> Decoded | None:
    shares = weigh(data)
    if not shares.prove_big5:
        return None
    decided = f"按字节统计，Big5 常用字占 {shares.big5:.0%}，GB2312 常用字只占 {shares.gb:.0%}"
    if (text := strictly(data, "big5")) is not None:
        return Decoded(text, "big5", decided)
    text, flaws = disclose(data.decode("big5hkscs", "surrogateescape"), "big5hkscs")
    return Decoded(text, "big5hkscs", decided, flaws)


def _by_lines(data: bytes) -> Decoded:
    lines = decode_lines(data)
    text, flaws = disclose(lines.text, lines.encoding)
    if not lines.mixed:
        return Decoded(text, lines.encoding, f"最符合 {lines.encoding}，但不完全符合", flaws)
    decided = f"逐行判断：{lines.utf8} 行为 UTF-8，{lines.gb} 行为 GB18030"
    mixed = Flaw("mixed-encoding", f"同一文件混有两种编码（{decided}），个别字可能判断有误；{RETRY}")
    return Decoded(text, lines.encoding, decided, (mixed, *flaws))
