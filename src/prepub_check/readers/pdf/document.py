"""PDF files as documents."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final, NamedTuple

import pypdfium2

from ...config import Limits
from ...errors import SourceError
from ...model import Document, Gap, Part, Source
from ..layout.collection import Collection
from ..layout.earlier import differences, lines_of
from .opening import counted_losses, opened, reader_of
from .pages import Sheet, read_page
from .pictures import read_pictures
from .revisions import MOST, earlier_versions
from .structure import Structure

# The share of the time for one file that recognising pictures may use.
_FOR_PICTURES: Final = 0.6
_END: Final = b"%%EOF"
_TAIL: Final = 4096


class _Version(NamedTuple):
    parts: tuple[Part, ...]
    attachments: tuple[Source, ...]
    gaps: tuple[Gap, ...]
    notices: tuple[str, ...] = ()


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Read a PDF: what its pages show and hide, what it holds beside them, and its earlier versions."""
    until = time.monotonic() + limits.seconds * _FOR_PICTURES
    now = _read_version(source.data, source.name, limits, until)
    earlier = list(_read_earlier(source, now, limits))
    cut = () if _END in source.data[-_TAIL:] else (_cut(source.name),)
    return Document(
        name=source.name,
        media_type=media_type,
        parts=(*now.parts, *(part for version in earlier for part in version.parts)),
        attachments=(*now.attachments, *(each for version in earlier for each in version.attachments)),
        gaps=(*cut, *now.gaps, *(gap for version in earlier for gap in version.gaps)),
        notices=now.notices,
    )


def _read_version(data: bytes, path: str, limits: Limits, until: float | None) -> _Version:
    into = Collection(path)
    with opened(data) as document, counted_losses() as losses:
        structure = Structure(reader_of(document, data), path)
        sheets, gaps = _read_pages(document, structure, into)
        structure.collect(into)
        attachments = structure.attachments()
        if losses.count:
            structure.miss("文档结构", "其中的对象")
        if until is not None:
            gaps += read_pictures(document, sheets, into, limits, until)
        return _Version(into.parts(), attachments, (*gaps, *structure.gaps), tuple(_notices(sheets)))


def _read_pages(
    document: pypdfium2.PdfDocument, structure: Structure, into: Collection
) -> tuple[list[Sheet], list[Gap]]:
    off = structure.layers_off()
    sheets: list[Sheet] = []
    gaps: list[Gap] = []
    noted = 0
    for number in range(1, len(document) + 1):
        try:
            sheet = read_page(document, number, structure.covers, off, into)
        except pypdfium2.PdfiumError:
            gaps.append(
                into.gap("damaged-page", "页面损坏，没有检查；请在阅读软件中打开并另存后再检查", number)
            )
            continue
        noted = structure.collect_page(sheet, into, noted)
        sheets.append(sheet)
    return sheets, gaps


def _read_earlier(source: Source, now: _Version, limits: Limits) -> Iterator[_Version]:
    versions = earlier_versions(source.data)
    known, held = lines_of(now.parts), {each.data for each in now.attachments}
    for number, data in list(enumerate(versions, 1))[: -MOST - 1 : -1]:
        try:
            version = _read_version(data, source.name, limits, None)
        except SourceError:
            continue
        added = tuple(
            Source(f"{source.name} › 早先的版本 {number}{each.name.removeprefix(source.name)}", each.data)
            for each in version.attachments
            if each.data not in held
        )
        held.update(each.data for each in added)
        yield _Version(differences(version.parts, known, number), added, ())
    if len(versions) > MOST:
        yield _Version((), (), (_unread(source.name, len(versions) - MOST),))


def _cut(path: str) -> Gap:
    message = "PDF 文件没有结尾，可能没有传完，缺少的内容没有检查；请重新取得文件后再检查"
    return Gap(path=path, cause="truncated", message=message, part="文件末尾")


def _unread(path: str, count: int) -> Gap:
    message = f"文件保留了太多早先的版本，最早的 {count} 个没有检查；请另存为新的 PDF 后再发布"
    return Gap(path=path, cause="too-large", message=message, part="早先的版本")


def _notices(sheets: list[Sheet]) -> Iterator[str]:
    if scanned := [str(sheet.number) for sheet in sheets if sheet.scanned]:
        pages = "、".join(scanned)
        yield f"第 {pages} 页是带识别文字的扫描件，按其中的识别文字检查；识别可能有误，请对照图像核对"
