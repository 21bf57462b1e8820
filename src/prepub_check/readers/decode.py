"""Bytes to text: by BOM, by declaration, by content; and what still reads like no text is disclosed."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from ..errors import SourceError
from ..model import Source
from .content import all_hanzi, decode_by_content
from .damage import disclose, disclose_cut
from .decoded import Decoded
from .doubts import RETRY, doubt_mojibake, doubt_replaced
from .formats import refuse_foreign
from .hanzi import reads_well
from .strict import strictly

BOM_GB18030: Final = b"\x84\x31\x95\x33"

_MARKS: Final = (
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
    (BOM_GB18030, "gb18030"),
)
_GB: Final = ("gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "ms936", "gb18030", "chinese", "csgb2312")
_DECLARED: Final = MappingProxyType(
    dict.fromkeys(_GB, "gb18030")
    | dict.fromkeys(("utf-8", "utf8"), "utf-8")
    | dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cp950"), "big5hkscs")
)
_SOMETHING: Final = re.compile(r"[^\s\ufeff]")


def decode_source(source: Source, declared: str | None = None) -> Decoded:
    """Give the text of a source, decoding it where it is made of bytes."""
    if source.text is not None:
        return Decoded(source.text, None, "直接给出的文本")
    return decode(source.data, declared)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes by BOM, by the ``declared`` charset, or by their content.

    Raises SourceError with cause ``empty``, ``binary``, ``undecodable`` or ``unsupported-format``.
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    rest = data[len(mark) :]
    if encoding.startswith(("utf-16", "utf-32")):
        decoded = _decode_wide(rest, encoding)
    else:
        refuse_foreign(rest)
        decoded = _decode_marked(rest, encoding) if encoding else _decode_unmarked(rest, declared)
    if not _SOMETHING.search(decoded.text):
        raise SourceError("empty", "没有任何文字；请确认选对了文件，并且文件已经写完、保存")
    return doubt_replaced(decoded)


def _decode_wide(data: bytes, encoding: str) -> Decoded:
    name, width = encoding[:6], 2 if encoding.startswith("utf-16") else 4
    whole = len(data) // width * width
    try:
        text = data[:whole].decode(encoding, "surrogatepass")
    except UnicodeDecodeError as error:
        raise SourceError(
            "undecodable", f"BOM 标明 {name}，但内容不是；其中的内容没有检查，{RETRY}"
        ) from error
    if "\0" in text:
        raise SourceError("binary", f"BOM 标明 {name}，但含有空字符（NUL）；其中的内容没有检查，{RETRY}")
    text, flaws = disclose(text, name, width)
    if cut := len(data) - whole:
        flaws += (disclose_cut(text, cut, name),)
        text += "\ufffd"
    return doubt_mojibake(Decoded(text, name, f"文件开头的 BOM 标明 {name}", flaws))


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    name = encoding.removesuffix("-sig")
    if (text := strictly(data, name)) is not None:
        return doubt_mojibake(Decoded(text, encoding, f"文件开头的 BOM 标明 {name}"))
    decoded = decode_by_content(data)
    return replace(decoded, decided_by=f"文件开头有 {name} 的 BOM，但内容不全是；{decoded.decided_by}")


def _decode_unmarked(data: bytes, declared: str | None) -> Decoded:
    if declared is None:
        return decode_by_content(data)
    if (decoded := _decode_declared(data, declared)) is not None:
        return decoded
    decoded = decode_by_content(data)
    return replace(decoded, decided_by=f"未采用文件声明的编码 {declared}；{decoded.decided_by}")


def _decode_declared(data: bytes, declared: str) -> Decoded | None:
    """Follow a declaration that decodes to readable text, unless the bytes are UTF-8 after all."""
    encoding = _DECLARED.get(declared.strip().lower())
    text = strictly(data, encoding) if encoding else None
    if encoding is None or text is None or not reads_well(text):
        return None
    if encoding != "utf-8" and not all_hanzi(data) and strictly(data, "utf-8") is not None:
        return None
    return Decoded(text, encoding, f"文件声明的编码 {declared}（按 {encoding} 解码）")
