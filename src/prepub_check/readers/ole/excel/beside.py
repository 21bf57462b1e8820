"""What a workbook keeps beside its cells: headers, text boxes, who saved it, other workbooks, choices."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ...called import called
from ...strands import Mark
from ..drawing import read_drawings
from .operands import operand
from .records import Record, characters, records, string

if TYPE_CHECKING:
    from ....model import PartKind
    from ..reading import Reading

_START, _END = 0x0809, 0x0A
_SECTIONS: Final = re.compile(r"&[LCR]")
_CODES: Final = re.compile(r'&(?:"[^"]*"|[0-9]{1,3}|[A-Z])')
_TEXT: Final = 0x17
# Behind the tokens' length; a text of one character says nothing.
_TOKENS: Final = 22
_CONSTANT: Final = re.compile(rb"\x17[\x02-\xff][\x00\x01]")
_ITSELF: Final = (0x0401, 0x3A01)


class Beside:
    """Walks the records of a workbook; ``notes`` are the texts already read as comments."""

    def __init__(self, reading: Reading, notes: set[str]) -> None:
        self._reading = reading
        self._notes = notes
        self._drawings = bytearray()
        self._titles: list[str] = []
        self._sheet: str | None = None
        self._depth = 0

    def read(self, stream: bytes) -> None:
        """Read all records."""
        for record in records(stream):
            if record.kind in _READERS:
                _READERS[record.kind](self, record)
        self._finish()

    def listed(self, record: Record) -> None:
        """Note the name of a sheet; the sheets follow in this order."""
        self._titles.append(called(string(record.data, 6, head=1)[0]))

    def start(self, _: Record) -> None:
        """Begin the workbook, a sheet, or a chart within one."""
        self._depth += 1

    def end(self, _: Record) -> None:
        """End it: the next one is the next sheet."""
        self._depth -= 1
        if self._depth == 0:
            self._finish()
            self._sheet = self._titles.pop(0) if self._titles else None

    def _finish(self) -> None:
        read_drawings(bytes(self._drawings), self._reading.strands)
        self._drawings.clear()

    def _line(self, kind: PartKind, name: str, text: str, mark: Mark | None = None) -> None:
        of = f"工作表“{self._sheet}”的" if self._sheet else ""
        strand = self._reading.strands.of(kind, of + name)
        strand.line(text, (mark or Mark(name))._replace(sheet=self._sheet))

    def drawing(self, record: Record) -> None:
        """Gather a stretch of drawings; a sheet's are cut up by the text in them."""
        self._drawings += record.data + b"".join(record.more)

    def header(self, record: Record) -> None:
        """Read a header or footer, its three sections a line each."""
        kind, name = _PAGES[record.kind]
        for section in _SECTIONS.split(string(record.data)[0] if record.data else ""):
            if text := _CODES.sub("", section).replace("&&", "&").strip():
                self._line(kind, name, text)

    def saver(self, record: Record) -> None:
        """Read who saved the workbook last."""
        self._reading.strands.property("最后修改者", string(record.data)[0].strip(), "保存记录")

    def box(self, record: Record) -> None:
        """Read the text of a shape that is no comment."""
        count = int.from_bytes(record.data[10:12], "little")
        text = ""
        for more in record.more:
            if len(text) < count and more:
                text += characters(more[1:], wide=bool(more[0] & 1))[: count - len(text)]
        if text.strip() and text not in self._notes:
            self._line("body", "图形", text.replace("\r", "\n"))

    def formula(self, record: Record) -> None:
        """Read the texts that a formula holds."""
        row, column = struct.unpack("<HH", record.data[:4].ljust(4, b"\0"))
        for found in _CONSTANT.finditer(record.data, _TOKENS):
            text, _ = string(record.data, found.start() + 1, head=1)
            if len(text) == record.data[found.start() + 1] and text.isprintable():
                self._line("attribute", "公式", text, Mark("公式", row=row + 1, cell=column + 1))

    def outside(self, record: Record) -> None:
        """Read the path of another workbook and the names of its sheets."""
        sheets, size = struct.unpack("<HH", record.data[:4].ljust(4, b"\0"))
        if size in _ITSELF or not size:
            return
        path, at = string(record.data, 2)
        plain = "".join(char if char >= " " else "/" for char in path).lstrip("/")
        self._reading.strands.property("外部链接", plain)
        for _ in range(sheets):
            if at >= len(record.data):
                break
            sheet, at = string(record.data, at)
            self._reading.strands.of("attribute", "外部链接").line(sheet, Mark("外部链接"))

    def kept(self, record: Record) -> None:
        """Read the values kept of a row of another workbook."""
        last, first = record.data[:2].ljust(2, b"\0")
        at, values = 4, []
        for _ in range(last - first + 1):
            value, at = operand(record.data, at)
            values.append(value)
        if any(values):
            self._reading.strands.of("cache", "外部链接缓存").line("\t".join(values), Mark("外部链接缓存"))

    def choice(self, record: Record) -> None:
        """Read what a cell may hold, and what is said to whoever fills it."""
        at, texts = 4, []
        for _ in range(4):
            text, at = string(record.data, at)
            texts.append(text)
        if record.data[at + 4 : at + 5] == bytes((_TEXT,)):
            texts += string(record.data, at + 5, head=1)[0].split("\0")
        for text in texts:
            if text.strip("\0 "):
                self._line("attribute", "数据验证", text)


_PAGES: Final[Mapping[int, tuple[PartKind, str]]] = MappingProxyType(
    {0x14: ("header", "页眉"), 0x15: ("footer", "页脚")}
)
_READERS: Final[Mapping[int, Callable[[Beside, Record], None]]] = MappingProxyType(
    {
        0x85: Beside.listed,
        _START: Beside.start,
        _END: Beside.end,
        0x06: Beside.formula,
        0xEC: Beside.drawing,
        0xEB: Beside.drawing,
        0x14: Beside.header,
        0x15: Beside.header,
        0x5C: Beside.saver,
        0x1B6: Beside.box,
        0x1AE: Beside.outside,
        0x5A: Beside.kept,
        0x1BE: Beside.choice,
    }
)
