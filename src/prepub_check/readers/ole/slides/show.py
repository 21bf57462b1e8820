"""A presentation: slides in their order, their notes and comments, masters, and what earlier edits left."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ....errors import SourceError
from ...called import signed
from ...strands import Mark
from ..drawing import read_options
from . import records as kinds
from .edits import persisted
from .outline import TEXTS, outline_of
from .records import Record, record_at, records

if TYPE_CHECKING:
    from ....model import PartKind
    from ..reading import Reading
    from ..storage import Storage

_HIDDEN_AT, _HIDDEN = 10, 0x04
_ENCRYPTED: Final = 0xF3D1C4DF.to_bytes(4, "little")
_OTHERS: Final[Mapping[int, tuple[PartKind, str]]] = MappingProxyType(
    {
        kinds.MASTER: ("header", "母版"),
        kinds.SLIDE: ("header", "母版"),
        kinds.HANDOUT: ("header", "讲义母版"),
    }
)
_PAGES: Final[tuple[tuple[PartKind, str], ...]] = (("footer", "页脚"), ("header", "页眉"))
_BREAKS: Final = str.maketrans("\r\x0b", "\n\n", "\0")
_REVISION: Final = "早先的内容"


class Show:
    """Reads one presentation; what it says goes to ``reading``."""

    def __init__(self, storage: Storage, reading: Reading) -> None:
        self._stream = storage.read("PowerPoint Document")
        self._reading = reading
        self._user = storage.read("Current User")
        self._places, self._document = persisted(self._stream, self._user)
        self._pages: dict[int, int] = {}

    def read(self) -> None:
        """Read everything; raises SourceError where it is encrypted."""
        tops = list(records(self._stream))
        if self._user[12:16] == _ENCRYPTED or any(top.kind == kinds.ENCRYPTION for top in tops):
            raise SourceError("encrypted", "演示文稿有打开密码，其中的内容没有检查；请去掉密码另存后再检查")
        current = set(self._places.values())
        document = record_at(self._stream, self._places.get(self._document, 0))
        outline = outline_of(document)
        self._pages = outline.pages
        self._read_document(document)
        for number, identity in enumerate(outline.order, 1):
            if identity in self._places:
                self._read_slide(
                    record_at(self._stream, self._places[identity]), number, outline.texts[identity]
                )
        self._read_others(tops, current, {self._places.get(identity) for identity in outline.order})

    def _read_slide(self, slide: Record, number: int, outline: list[str]) -> None:
        hidden = any(
            record.kind == kinds.SLIDE_SHOW
            and record.data[_HIDDEN_AT : _HIDDEN_AT + 1]
            and record.data[_HIDDEN_AT] & _HIDDEN
            for record in slide.inside
        )
        veil = "隐藏的幻灯片" if hidden else ""
        kind: PartKind = "hidden" if hidden else "body"
        name = f"隐藏的幻灯片 {number}" if hidden else f"幻灯片 {number}"
        for text in outline:
            self._line(kind, name, text, Mark(veil, page=number))
        self._lines(kind, name, slide, Mark(veil, page=number))
        self._beside(slide, Mark(page=number))

    def _read_others(self, tops: list[Record], current: set[int], slides: set[int | None]) -> None:
        for top in tops:
            if top.kind == kinds.EMBEDDED:
                self._embedded(top)
            elif top.container and top.at not in current:
                self._lines("revision", _REVISION, top, Mark(_REVISION))
            elif top.kind == kinds.NOTES:
                self._read_notes(top)
            elif top.kind in _OTHERS and top.at not in slides:
                kind, name = _OTHERS[top.kind]
                self._lines(kind, name, top, Mark(name))
                self._beside(top, Mark(name))

    def _read_notes(self, notes: Record) -> None:
        atoms = (record.data for record in notes.inside if record.kind == kinds.NOTES_ATOM)
        page = self._pages.get(int.from_bytes(next(atoms, b"")[:4], "little"))
        name = "备注页" if page else "备注母版"
        self._lines("note", name, notes, Mark(name, page=page))
        self._beside(notes, Mark(name, page=page))

    def _lines(self, kind: PartKind, name: str, top: Record, mark: Mark) -> None:
        for record in top.walk():
            if record.kind in TEXTS:
                self._line(kind, name, record.text, mark)

    def _read_document(self, document: Record) -> None:
        self._beside(document, Mark())
        for listed in document.inside:
            if listed.kind == kinds.SLIDE_LIST and listed.instance == 1:
                for record in listed.inside:
                    if record.kind in TEXTS:
                        self._line("header", "母版", record.text, Mark("母版"))

    def _beside(self, top: Record, mark: Mark) -> None:
        for record in top.walk():
            if record.kind == kinds.COMMENT:
                self._comment(record, mark)
            elif record.kind == kinds.HEADERS:
                for item in _strings(record):
                    kind, name = _PAGES[item.instance == 1]
                    self._line(kind, name, item.text, mark._replace(name=name))
            elif record.kind == kinds.LINK:
                for item in _strings(record):
                    self._line("attribute", "链接目标", item.text, mark._replace(name="链接目标"))
            elif record.kind == kinds.OPTIONS:
                read_options(record.data, record.instance, self._reading.strands, mark)

    def _comment(self, comment: Record, mark: Mark) -> None:
        texts = {item.instance: item.text for item in _strings(comment)}
        author = texts.get(0, "")
        self._reading.author("批注作者", author)
        self._line("comment", "批注", texts.get(1, ""), mark._replace(name=signed("批注", author)))

    def _embedded(self, top: Record) -> None:
        data = top.data
        if top.instance:
            try:
                data = zlib.decompressobj().decompress(data[4:], self._reading.limits.unpacked_mb << 20)
            except zlib.error:
                self._reading.gap("damaged", "内嵌的对象已损坏，没有检查；请打开后另存，再检查", "内嵌对象")
                return
        self._reading.inner.put(f"内嵌对象 {top.at}.bin", data)

    def _line(self, kind: PartKind, name: str, text: str, mark: Mark) -> None:
        if text := text.translate(_BREAKS).strip("\n*"):
            self._reading.strands.of(kind, name).line(text, mark)


def _strings(record: Record) -> Iterator[Record]:
    return (item for item in record.inside if item.kind == kinds.STRING)


def read_show(storage: Storage, reading: Reading) -> None:
    """Read a presentation; raises SourceError where it is encrypted."""
    Show(storage, reading).read()
