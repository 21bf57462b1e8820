"""OFD files as documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from ...config import Limits
from ...model import Document, Part, Source
from ..layout.collection import Bin, Collection
from ..layout.earlier import differences, lines_of
from ..zipped import Package
from .beside import (
    attachments_of,
    collect_annotations,
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
    into = Collection(source.name)
    attachments = [
        each for body in entry.root.iter("DocBody") for each in _read_body(body, entry, folder, into)
    ]
    now = into.parts()
    versions = list(_read_versions(entry, folder, source.name, lines_of(now)))
    attachments += (each for _, files in versions for each in files)
    left = Collection(source.name)
    attachments += _read_unreferenced(folder, left, source.name)
    return Document(
        name=source.name,
        media_type=media_type,
        parts=(*now, *(part for parts, _ in versions for part in parts), *left.parts()),
        gaps=tuple(package.gaps),
        notices=tuple(package.notices),
        attachments=tuple(attachments),
    )


def _read_body(body: Element, entry: XmlPart, folder: Folder, into: Collection) -> Iterator[Source]:
    collect_properties(body, into)
    collect_signatures(body, entry, folder, into)
    location = body.findtext("DocRoot")
    document = folder.part(entry.path(location), "文档") if location else None
    if document is not None:
        yield from _read_document(document, folder, into)


def _read_document(document: XmlPart, folder: Folder, into: Collection) -> Iterator[Source]:
    pages = Pages.of(document, folder)
    numbers: dict[str, int] = {}
    for number, identity, page in pages.numbered():
        numbers[identity] = number
        for path in pages.read(number, page, into):
            data = None if folder.is_read(path) else folder.data(path, f"第 {number} 页的图片")
            if data is not None:
                yield Source(f"{into.path} › 第 {number} 页图片 {path.rpartition('/')[2]}", data)
    collect_outline(document, into)
    collect_annotations(pages, numbers, into)
    collect_tags(document, folder, into)
    yield from attachments_of(document, folder, into.path)


def _read_versions(
    entry: XmlPart, folder: Folder, name: str, known: set[str]
) -> Iterator[tuple[tuple[Part, ...], tuple[Source, ...]]]:
    """Give what each version of a document says and holds beyond what is known (GB/T 33190, 19)."""
    for number, version in enumerate(entry.root.iter("Version"), 1):
        told = folder.part(entry.path(version.get("BaseLoc", "")), "版本")
        root = folder.part(told.path(told.root.findtext("DocRoot") or ""), "版本") if told else None
        if root is not None:
            into = Collection(name)
            attachments = tuple(_read_document(root, folder, into))
            yield differences(into.parts(), known, number), attachments


def _read_unreferenced(folder: Folder, into: Collection, name: str) -> Iterator[Source]:
    """Collect parts that nothing refers to: text that an editor took out and left in the package."""
    for path in folder.unread():
        if path.lower().endswith(".xml"):
            part = folder.part(path, path)
            if part is not None:
                collect_values(part.root, Bin("hidden", f"{_UNREFERENCED} {path}"), into)
        elif not path.lower().endswith(_MUTE):
            data = folder.data(path, path)
            if data:
                yield Source(f"{name} › {path}", data)
