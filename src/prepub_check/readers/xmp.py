"""XMP packets (ISO 16684-1) as named values: what PDF files and pictures say of themselves in XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from .tree import parse_xml

# Containers of RDF, and what merely numbers or dates versions.
_CONTAINERS: Final = frozenset(("xmpmeta", "RDF", "Description", "Bag", "Seq", "Alt", "li", "xapmeta"))
_MUTE: Final = frozenset(
    [
        "about",
        "parseType",
        "lang",
        "xmptk",
        "toolkit",
        "DocumentID",
        "InstanceID",
        "OriginalDocumentID",
        "instanceID",
        "documentID",
        "originalDocumentID",
        "part",
        "conformance",
        "format",
        "ns",
        "prefix",
        "schema",
    ]
)
_IMAGE: Final = re.compile(r"[A-Za-z0-9+/\s]{400,}={0,2}\s*")


def xmp_values(packet: bytes) -> Iterator[tuple[str, str]]:
    """Give names and values of a packet in order; raises SourceError where it is no sound XML."""
    yield from _values(parse_xml(packet.strip(b"\0 \r\n\t"), "XMP 元数据"), "")


def _values(element: Element, name: str) -> Iterator[tuple[str, str]]:
    if element.tag not in _CONTAINERS:
        name = element.tag
    for key, value in element.attrib.items():
        if key not in _MUTE and value.strip():
            yield key, value
    text = (element.text or "").strip()
    if text and name and name not in _MUTE and not _IMAGE.fullmatch(text):
        yield name, text
    for child in element:
        yield from _values(child, name)
