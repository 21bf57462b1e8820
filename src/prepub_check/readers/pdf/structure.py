"""What a PDF holds beside its pages, area by area: what one of them cannot give is a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from pypdf import PdfReader

from ...errors import SourceError
from ...model import Box, Gap, Source
from ..called import called, signed
from ..inner import NAMES, Inner
from ..layout.collection import (
    BOOKMARKS,
    COMMENTS,
    FORM,
    HIDDEN_FIELDS,
    LINKS,
    PROPERTIES,
    SCRIPTS,
    Bin,
    Collection,
)
from .annotations import annotations_of, covers_of, links_of
from .attachments import attachments_of
from .fields import fields_of
from .outline import bookmarks_of, layers_off, scripts_of
from .pages import Sheet
from .properties import properties_of
from .strings import on_one_line

T = TypeVar("T")

_NAMES: Final = Bin("attachment", NAMES)
_RETRY: Final = "请在阅读软件中打开并另存后再检查"


class Structure:
    """The objects of a document; ``gaps`` names each area that could not be read whole."""

    __slots__ = ("_inner", "_linked", "_path", "_reader", "gaps")

    def __init__(self, reader: PdfReader | None, path: str) -> None:
        self._reader = reader
        self._path = path
        self._inner = Inner(path)
        self._linked: set[int] = set()
        self.gaps: list[Gap] = []
        if reader is None:
            self.miss("文档结构", "批注、表单、附件和文档属性")

    def layers_off(self) -> frozenset[str]:
        """Give the names of layers that do not show."""
        return frozenset(self._all("图层", layers_off))

    def covers(self, number: int) -> list[Box]:
        """Give the boxes of a page that annotations paint over."""
        return self._all("批注", lambda reader: covers_of(reader.pages[number - 1]))

    def attachments(self) -> tuple[Source, ...]:
        """Give the files inside, as they were collected."""
        return tuple(self._inner.files)

    def collect(self, into: Collection) -> None:
        """Collect what does not stand on a page."""
        for field in self._all("表单", fields_of):
            target = HIDDEN_FIELDS if field.hidden else FORM
            name = f"表单域“{called(field.name)}”" if field.name else ""
            into.line(target, "：".join(filter(None, (field.name, field.value))), name=name)
        for name, value in self._all(PROPERTIES.name, properties_of):
            into.line(PROPERTIES, f"{name}：{value}", name=f"属性“{called(name)}”")
        for title in self._all(BOOKMARKS.name, bookmarks_of):
            into.line(BOOKMARKS, title)
        for script in self._all(SCRIPTS.name, scripts_of):
            into.line(SCRIPTS, script)
        attachments = self._all("附件", lambda reader: attachments_of(reader, self._linked))
        for number, attachment in enumerate(attachments, 1):
            self._inner.put((*attachment.names, f"附件 {number}")[0], attachment.content)
            for name in attachment.names:
                into.line(_NAMES, on_one_line(name))

    def collect_page(self, sheet: Sheet, into: Collection, noted: int) -> int:
        """Collect what was put on a page; gives how many notes the document has up to here."""
        number, view, links = sheet.number, sheet.view, sheet.links
        if links is None:
            for note in self._all(COMMENTS.name, lambda reader: annotations_of(reader.pages[number - 1])):
                noted += 1
                name = signed(f"批注 {noted}", note.author)
                into.author(note.author)
                target = Bin("hidden", "隐藏的批注") if note.hidden else COMMENTS
                into.line(target, note.text, number, note.box and view.place(*note.box), name)
            links = self._all(LINKS.name, lambda reader: links_of(reader.pages[number - 1]))
        else:
            self._linked.add(number)
        for address, box in links:
            into.line(LINKS, address, number, box and view.place(*box))
        return noted

    def _all(self, area: str, find: Callable[[PdfReader], Iterable[T]]) -> list[T]:
        """Give what ``find`` finds, up to where pypdf fails on a damaged file, in whatever way it does."""
        found: list[T] = []
        if self._reader is not None:
            try:
                found.extend(find(self._reader))
            except SourceError as error:
                self.gaps.append(
                    Gap(path=self._path, cause=error.cause, message=str(error), part=area, partial=True)
                )
            except (MemoryError, KeyboardInterrupt):
                raise
            except Exception:  # noqa: BLE001 -- pypdf raises nearly anything on damaged files
                self.miss(area, area)
        return found

    def miss(self, area: str, what: str) -> None:
        """Note that an area could not be read whole, once."""
        if all(gap.part != area for gap in self.gaps):
            message = f"文件结构损坏，{what}没有全部检查；{_RETRY}"
            self.gaps.append(
                Gap(path=self._path, cause="damaged-structure", message=message, part=area, partial=True)
            )
