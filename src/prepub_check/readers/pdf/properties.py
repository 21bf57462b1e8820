"""What a PDF says of itself: its information dictionary, XMP, and prefixes of page labels."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from ..xmp import xmp_values
from .strings import each, follow, get, on_one_line, text_of

TITLES: Final = MappingProxyType(
    {
        "Title": "标题",
        "Author": "作者",
        "Subject": "主题",
        "Keywords": "关键词",
        "Creator": "创建程序",
        "Producer": "生成程序",
        "CreationDate": "创建时间",
        "ModDate": "修改时间",
        "Company": "单位",
        "title": "标题",
        "creator": "作者",
        "description": "说明",
        "subject": "主题",
        "rights": "权利",
    }
)
_DEEPEST: Final = 20
_ZLIB: Final = b"x"
_LONGEST: Final = 1 << 24


def properties_of(structure: PdfReader) -> Iterator[tuple[str, str]]:
    """Give names and values; a value that the dictionary and XMP both hold comes once."""
    seen: set[tuple[str, str]] = set()
    for name, value in _all(structure):
        entry = TITLES.get(name, name), on_one_line(value)
        if entry[1] and entry not in seen:
            seen.add(entry)
            yield entry


def _all(structure: PdfReader) -> Iterator[tuple[str, str]]:
    information = get(structure.trailer, "/Info")
    if isinstance(information, DictionaryObject):
        for key, value in information.items():
            yield key.removeprefix("/"), text_of(value)
    root = structure.root_object
    if (packet := get(root, "/Metadata")) is not None:
        yield from xmp_values(_inflated(packet.get_data()))
    yield from (("页码标签", prefix) for prefix in _prefixes(get(root, "/PageLabels"), 0))


def _inflated(data: bytes) -> bytes:
    """Unpack a packet that pdfium left packed, and not marked so, when it took the encryption away."""
    if not data.startswith(_ZLIB):
        return data
    try:
        return zlib.decompressobj().decompress(data, _LONGEST)
    except zlib.error:
        return data


def _prefixes(tree: object, depth: int) -> Iterator[str]:
    """Give the prefixes in a number tree of page labels (ISO 32000-1, 12.4.2)."""
    if depth > _DEEPEST:
        return
    for entry in each(get(tree, "/Nums")):
        if prefix := text_of(get(entry, "/P")):
            yield prefix
    for child in each(get(tree, "/Kids")):
        yield from _prefixes(follow(child), depth + 1)
