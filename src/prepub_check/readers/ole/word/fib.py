"""The file information block (MS-DOC §2.5): where everything else of a document is."""

from __future__ import annotations

import struct
from typing import Final

from ....errors import SourceError
from ..storage import Storage

_MAGIC: Final = (0xA5EC, 0xA5DC)
_WORD_97: Final = 0xC1
_ENCRYPTED: Final = 0x0100
_OBFUSCATED: Final = 0x8000
_SECOND_TABLE: Final = 0x0200
_LENGTHS: Final = 0x4C
_PLACES: Final = 0x9A
# The stories of a document follow one another in one run of characters, in this order.
STORIES: Final = ("正文", "脚注", "页眉", "宏", "批注", "尾注", "文本框", "页眉文本框")

FOOTNOTES, HEADERS, CHARACTERS, PARAGRAPHS = 3, 11, 12, 13
BOOKMARKS, ASSOCIATED, PIECES, AUTHORS = 21, 32, 33, 36
COMMENTS, COMMENT_TEXTS, ENDNOTES, DRAWINGS, REVISERS, VARIABLES, SAVERS = 4, 5, 47, 50, 51, 60, 71


class Fib:
    """What the block says; raises SourceError for what cannot be read: no Word, too old, encrypted."""

    def __init__(self, storage: Storage) -> None:
        self.main = storage.read("WordDocument")
        magic, version, flags = self._number(0), self._number(2), self._number(0x0A)
        if magic not in _MAGIC:
            raise SourceError(
                "damaged", "Word 文档的开头已损坏，读不出来；请用 Word 或 WPS 打开、另存后再检查"
            )
        if flags & _ENCRYPTED:
            raise SourceError("encrypted", "Word 文档有打开密码，其中的内容没有检查；请去掉密码另存后再检查")
        if version < _WORD_97:
            raise SourceError(
                "unsupported-format",
                "这是 Word 6.0 或 95 的文档，其中的内容没有检查；请用 Word 或 WPS 打开，另存为 docx 后再检查",
            )
        self.table = storage.read("1Table" if flags & _SECOND_TABLE else "0Table")
        self.lengths = struct.unpack("<8i", self.main[_LENGTHS : _LENGTHS + 32].ljust(32, b"\0"))

    def block(self, index: int) -> bytes:
        """Give the block of the table stream that the pair with this number points to."""
        at = _PLACES + 8 * index
        start, size = struct.unpack("<II", self.main[at : at + 8].ljust(8, b"\0"))
        return self.table[start : start + size]

    def _number(self, at: int) -> int:
        return int.from_bytes(self.main[at : at + 2], "little")
