"""Values that an RTF file gives by name: shape and document properties, people, colours, embedded files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ...model import PartKind
from ..inner import Inner
from ..packaged import object_data, unpackaged
from ..strands import Mark

if TYPE_CHECKING:
    from ..strands import Strands

_SHAPE: Final[Mapping[str, tuple[PartKind, str]]] = MappingProxyType(
    {
        "gtextUNICODE": ("body", "艺术字或水印"),
        "wzDescription": ("attribute", "替代文字"),
        "wzName": ("attribute", "图形名称"),
        "pibName": ("attribute", "图片来源"),
        "pihlShape": ("attribute", "链接目标"),
    }
)
_NO_HEX: Final = re.compile("[^0-9A-Fa-f]")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOBODY: Final = "Unknown"


class Values:
    """What was given so far."""

    def __init__(self, path: str, strands: Strands) -> None:
        self.path = path
        self.revisers: list[str] = []
        self.colours: list[tuple[int, int, int]] = []
        self.inner = Inner(path)
        self._strands = strands
        self._colour = {"red": 0, "green": 0, "blue": 0}
        self._author = ""
        self._name = ""
        self._items: list[str] = []
        self._suffix = ""
        self._binary = b""

    def told(self, word: str, number: int) -> None:
        """Note a word that says something of the value around it."""
        if word in self._colour:
            self._colour[word] = number
        else:
            self._suffix = ".png" if word == "pngblip" else ".jpg"

    def binary(self, data: bytes) -> None:
        """Note data that stands as it is, not in hexadecimal digits."""
        self._binary = data

    def take_author(self) -> str:
        """Give the author of the comment that begins."""
        author, self._author = self._author, ""
        return author

    def item(self, place: str, text: str) -> None:
        """Take one of several values in a group."""
        if place == "revtbl":
            self.revisers.append(text.strip().removesuffix(";"))
            if self.revisers[-1] not in {_NOBODY, ""}:
                self._strands.property("修订作者", self.revisers[-1], "审阅者")
        else:
            self._items.append(text)

    def take(self, word: str, text: str, mark: Mark) -> None:
        """Take a whole value."""
        if word in _TAKERS:
            _TAKERS[word](self, text, mark)

    def name_it(self, text: str, _: Mark) -> None:
        """Note the name of the value that follows."""
        self._name = text.strip()

    def shape(self, text: str, mark: Mark) -> None:
        """Take a property of a shape."""
        if self._name in _SHAPE and text.strip():
            kind, name = _SHAPE[self._name]
            self._strands.of(kind, name).line(text, mark._replace(name=name))

    def custom(self, text: str, _: Mark) -> None:
        """Take a property of the document's own."""
        self._strands.property(self._name, text, "自定义属性")

    def variable(self, _: str, __: Mark) -> None:
        """Take a document variable: the two items in its group."""
        self._strands.property("".join(self._items[:1]), "".join(self._items[1:]), "文档变量")
        self._items.clear()

    def comment_author(self, text: str, _: Mark) -> None:
        """Note the author of the comment that follows."""
        self._author = text.strip()
        self._strands.property("批注作者", self._author, "审阅者")

    def end_colours(self, count: int) -> None:
        """End the colour that was being told, and as many more as stand here without being told."""
        for _ in range(count):
            self.colours.append((self._colour["red"], self._colour["green"], self._colour["blue"]))
            self._colour = dict.fromkeys(self._colour, 0)

    def object(self, text: str, _: Mark) -> None:
        """Take an embedded object."""
        data = object_data(self._data(text))
        name, path, content = "", "", data
        if not data.startswith(_COMPOUND):
            name, path, content = unpackaged(len(data).to_bytes(4, "little") + data)
        self._strands.property("原文件路径", path, "嵌入对象")
        if name:
            self.inner.attach(name, content)
        else:
            self.inner.put(f"内嵌对象 {self._next}.bin", content)

    def store(self, text: str, _: Mark) -> None:
        """Take data that programs keep with the document."""
        self.inner.put(f"数据存储 {self._next}.bin", self._data(text))

    def picture(self, text: str, _: Mark) -> None:
        """Take a picture."""
        self.inner.put(f"图片 {self._next}{self._suffix}", self._data(text))

    @property
    def _next(self) -> int:
        return len(self.inner.files) + 1

    def _data(self, text: str) -> bytes:
        if self._binary:
            data, self._binary = self._binary, b""
            return data
        digits = _NO_HEX.sub("", text)
        return bytes.fromhex(digits[: len(digits) // 2 * 2])


_TAKERS: Final[Mapping[str, Callable[[Values, str, Mark], None]]] = MappingProxyType(
    {
        "sn": Values.name_it,
        "propname": Values.name_it,
        "sv": Values.shape,
        "staticval": Values.custom,
        "docvar": Values.variable,
        "atnauthor": Values.comment_author,
        "objdata": Values.object,
        "pict": Values.picture,
        "datastore": Values.store,
    }
)
