"""OFD files as documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final
from xml.etree.ElementTree import Element

from ...config import Limits
from ...model import Document, Part, Source
from ..inner import Inner, is_made
from ..layout.collection import Bin, Collection
from ..layout.earlier import differences, lines_of
from ..names import masked
from ..zipped import Package
from .beside import (
    collect_annotations,
    collect_attachments,
    collect_outline,
    collect_properties,
    collect_signatures,
    collect_tags,
    collect_values,
)
from .folder import Folder
from .folder import Part as XmlPart
from .pages import Pages

_ROOT: Final = "OFD.xml"
_UNREFERENCED: Final = "没有引用的内容"
_MUTE: Final = (".ttf", ".otf", ".ttc", ".cff", ".pfb", ".woff", ".dat", ".esl", ".xsd", ".icc")


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Read an OFD file: all its documents and their versions, and what no page refers to.

    Raises SourceError where the package or its entry OFD.xml cannot be read.
    """
    package = Package(source, limits)
    folder = Folder(package)
    entry = folder.root(_ROOT)
    into, inner = Collection(source.name), Inner(source.name)
    for body in entry.root.iter("DocBody"):
        _read_body(body, entry, folder, into, inner)
    now = into.parts()
    versions = [*_read_versions(entry, folder, inner, source.name, lines_of(now))]
    left = Collection(source.name)
    _read_unreferenced(folder, left, inner)
    for name in package.names:
        if not is_made(name):
            inner.note(name)
    return Document(
        name=source.name,
        media_type=media_type,
        parts=(*now, *chain.from_iterable(versions), *left.parts(), *inner.listing()),
        gaps=tuple(package.gaps),
        notices=tuple(package.notices),
        attachments=tuple(inner.files),
    )


def _read_body(body: Element, entry: XmlPart, folder: Folder, into: Collection, inner: Inner) -> None:
    collect_properties(body, into)
    collect_signatures(body, entry, folder, into)
    location = body.findtext("DocRoot")
    document = folder.part(entry.path(location), "文档") if location else None
    if document is not None:
        _read_document(document, folder, into, inner)


def _read_document(document: XmlPart, folder: Folder, into: Collection, inner: Inner) -> None:
    pages = Pages.of(document, folder)
    numbers: dict[str, int] = {}
    for number, identity, page in pages.numbered():
        numbers[identity] = number
        for path in pages.read(number, page, into):
            data = None if folder.is_read(path) else folder.data(path, f"第 {number} 页的图片")
            if data is not None:
                inner.put(f"第 {number} 页图片 {path.rpartition('/')[2]}", data)
    collect_outline(document, into)
    collect_annotations(pages, numbers, into)
    collect_tags(document, folder, into)
    collect_attachments(document, folder, inner)


def _read_versions(
    entry: XmlPart, folder: Folder, inner: Inner, name: str, known: set[str]
) -> Iterator[tuple[Part, ...]]:
    """Give what each version of a document says and holds beyond what is known (GB/T 33190, 19)."""
    for number, version in enumerate(entry.root.iter("Version"), 1):
        told = folder.part(entry.path(version.get("BaseLoc", "")), "版本")
        root = folder.part(told.path(told.root.findtext("DocRoot") or ""), "版本") if told else None
        if root is not None:
            into = Collection(name)
            _read_document(root, folder, into, inner)
            yield differences(into.parts(), known, number)


def _read_unreferenced(folder: Folder, into: Collection, inner: Inner) -> None:
    """Collect parts that nothing refers to: text that an editor took out and left in the package."""
    for path in folder.unread():
        if path.lower().endswith(".xml"):
            part = folder.part(path, path)
            if part is not None:
                collect_values(part.root, Bin("hidden", f"{_UNREFERENCED} {masked(path)}"), into)
        elif not path.lower().endswith(_MUTE):
            inner.put(path, folder.data(path, path) or b"")
