"""Property sets (MS-OLEPS): who made a document, where, with what, and what office systems add."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ..strands import Strands
from .storage import Storage

SUMMARY: Final = "\x05SummaryInformation"
DOCUMENT_SUMMARY: Final = "\x05DocumentSummaryInformation"
_TITLES: Final[Mapping[str, Mapping[int, str]]] = MappingProxyType(
    {
        SUMMARY: MappingProxyType(
            {
                2: "标题", 3: "主题", 4: "作者", 5: "关键词", 6: "备注", 7: "模板", 8: "最后修改者",
                9: "修订号", 18: "程序",
            }
        ),
        DOCUMENT_SUMMARY: MappingProxyType(
            {2: "类别", 14: "经理", 15: "单位", 26: "内容类型", 27: "状态", 28: "语言", 29: "版本"}
        ),
    }
)  # fmt: skip
_CODE_PAGE: Final = 1
_DICTIONARY: Final = 0
_MOST: Final = 4096
_BYTES, _WIDE = 30, 31
_NUMBERS: Final = MappingProxyType({2: "<h", 3: "<i", 18: "<H", 19: "<I", 5: "<d", 11: "<h", 20: "<q"})
_UTF16: Final = 1200
_CODECS: Final = MappingProxyType({936: "gb18030", 54936: "gb18030", 65001: "utf-8", 950: "big5hkscs"})


def read_properties(storage: Storage, strands: Strands) -> None:
    """Read the properties of a document, a line each."""
    for stream, titles in _TITLES.items():
        for number, section in enumerate(_sections(storage.read(stream))):
            if number == 0:
                _read_known(section, titles, strands)
            else:
                for name, value in section.named():
                    strands.property(name, value, "自定义属性")


def _read_known(section: Section, titles: Mapping[int, str], strands: Strands) -> None:
    for key, value in section.values():
        if key in titles:
            strands.property(titles[key], value)


def _sections(data: bytes) -> Iterator[Section]:
    count = min(_number(data, 24), 2)
    for index in range(count):
        start = _number(data, 44 + 20 * index)
        if 0 < start < len(data):
            yield Section(data[start : start + max(_number(data, start), 8)])


class Section:
    """One section of a property set: offsets by key, and the values there."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        pairs = (
            (_number(data, at), _number(data, at + 4))
            for at in range(8, 8 + 8 * min(_number(data, 4), _MOST), 8)
        )
        self._offsets = {key: offset for key, offset in pairs if offset}
        self._codec = "gb18030"
        if _CODE_PAGE in self._offsets:
            page = struct.unpack("<H", data[self._offsets[_CODE_PAGE] + 4 :][:2].ljust(2, b"\0"))[0]
            self._wide = page == _UTF16
            self._codec = "utf-16-le" if self._wide else _CODECS.get(page, f"cp{page}")
        else:
            self._wide = False

    def values(self) -> Iterator[tuple[int, str]]:
        """Give each key with its value as text."""
        for key, offset in self._offsets.items():
            if key not in {_CODE_PAGE, _DICTIONARY}:
                yield key, self._value(offset)

    def named(self) -> Iterator[tuple[str, str]]:
        """Give each value under the name that the section's dictionary has for it."""
        names = self._dictionary()
        for key, value in self.values():
            if key in names:
                yield names[key], value

    def _value(self, offset: int) -> str:
        kind = _number(self._data, offset) & 0xFFFF
        if kind == _BYTES:
            size = _number(self._data, offset + 4)
            return self._decode(self._data[offset + 8 : offset + 8 + size])
        if kind == _WIDE:
            size = 2 * _number(self._data, offset + 4)
            return _until_nul(self._data[offset + 8 : offset + 8 + size].decode("utf-16-le", "replace"))
        if kind in _NUMBERS:
            form = _NUMBERS[kind]
            raw = self._data[offset + 4 :][: struct.calcsize(form)].ljust(struct.calcsize(form), b"\0")
            return f"{struct.unpack(form, raw)[0]}"
        return ""

    def _dictionary(self) -> dict[int, str]:
        at = self._offsets.get(_DICTIONARY, 0)
        names: dict[int, str] = {}
        if not at:
            return names
        count, at = min(_number(self._data, at), _MOST), at + 4
        for _ in range(count):
            key, size = _number(self._data, at), _number(self._data, at + 4)
            size *= 2 if self._wide else 1
            names[key] = self._decode(self._data[at + 8 : at + 8 + size])
            at += 8 + (size + 3) // 4 * 4 if self._wide else 8 + size
        return names

    def _decode(self, raw: bytes) -> str:
        try:
            return _until_nul(raw.decode(self._codec, "replace"))
        except LookupError:
            return _until_nul(raw.decode("gb18030", "replace"))


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")


def _until_nul(text: str) -> str:
    return text.partition("\0")[0]
