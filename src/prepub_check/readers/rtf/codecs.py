"""The encodings of text given in bytes: by the character set of its font, or by the file's code page."""

from __future__ import annotations

import codecs
from types import MappingProxyType
from typing import Final

_CHARSETS: Final = MappingProxyType(
    {0: "", 1: "", 2: "latin-1", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gb18030",
     136: "big5hkscs", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
     178: "cp1256", 186: "cp1257", 204: "cp1251",
     222: "cp874", 238: "cp1250", 255: "cp437"}
)  # fmt: skip


def codec_of_page(page: int) -> str:
    """Give the encoding of a code page; GBK, in which Chinese text is, where nobody knows it."""
    name = {936: "gb18030", 65001: "utf-8", 1200: "utf-16-le"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "gb18030"


def codec_of_charset(charset: int) -> str:
    """Give the encoding of a font's character set; nothing where the file's own holds."""
    return _CHARSETS.get(charset, "")


class Incoming:
    """Bytes of text until they can be decoded together: a character may come in several pieces."""

    def __init__(self) -> None:
        self.codec = "gb18030"
        self.fonts: dict[int, str] = {}
        self._bytes = bytearray()
        self._skipped = 0

    def skip(self, count: int) -> None:
        """Leave out the next bytes: they stand for what was already given as Unicode."""
        self._skipped = count

    def take(self, raw: bytes) -> None:
        """Take more bytes."""
        cut = min(self._skipped, len(raw))
        self._skipped -= cut
        self._bytes += raw[cut:]

    def text(self, font: int) -> str:
        """Give what has come, by the character set of a font."""
        text = self._bytes.decode(self.fonts.get(font) or self.codec, "replace") if self._bytes else ""
        self._bytes.clear()
        return text
