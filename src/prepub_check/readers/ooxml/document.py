"""A package as a document: every part of it is visited, the main one first, and none is skipped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...model import Document, Source
from .outside import read_outside
from .plumbing import is_plumbing, is_thumbnail
from .reading import Reading
from .roots import reader_of

if TYPE_CHECKING:
    from ...config import Limits

_BINARY: Final = re.compile(r"xl/(?!embeddings/|vbaProject).*\.bin")
_USUAL: Final = ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml")


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Read a package: its parts by kind, the files in it as attachments.

    Raises SourceError where nothing of it can be read.
    """
    reading = Reading(source, limits)
    main = reading.related("", "officeDocument")
    if not any(name in reading.package for name in (*main, *_USUAL)):
        reading.miss()
    if any(name.endswith(".bin") for name in main):
        _leave_binary(reading)
    for name in (*main, *_USUAL, *reading.package.names):
        visit(reading, name)
    for name in reading.package.names:
        read_outside(reading, name)
    return reading.document(media_type)


def _leave_binary(reading: Reading) -> None:
    """Tell that the sheets of a binary workbook were not read; the other parts of it are."""
    told = "这是二进制工作簿（xlsb），其中的表格没有检查；请用 Excel 另存为 xlsx 后再检查"
    reading.package.gap("unsupported-format", told, "工作簿")
    reading.seen.update(filter(_BINARY.fullmatch, reading.package.names))


def visit(reading: Reading, name: str) -> None:
    """Read one part by what it is: markup by its root, everything else by the reader of its format."""
    if name not in reading.package or name in reading.seen or is_plumbing(name):
        return
    if is_thumbnail(name):
        reading.leave_thumbnail()
        return
    data = reading.take(name)
    if not is_markup(name, data):
        reading.inner.put(name, data)
        return
    root = reading.parsed(name, data)
    if root is not None:
        try:
            reader_of(name, str(root.tag))(reading, name, root)
        except RecursionError:
            reading.too_deep(name)
    for related in reading.relations(name).values():
        if not related.external:
            visit(reading, related.target)


def is_markup(name: str, data: bytes) -> bool:
    """Tell whether a part is XML for a reader here; web pages are for the reader of web pages."""
    if name.lower().endswith((".htm", ".html", ".xhtml", ".mht", ".txt")):
        return False
    head = data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    return head.startswith(b"<") or name.lower().endswith((".xml", ".rels", ".vml"))
