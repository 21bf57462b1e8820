"""Flat OpenDocument, the source that LibreOffice makes other documents from."""

from __future__ import annotations

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}"'
    for prefix, name in {
        "office": "office:1.0",
        "style": "style:1.0",
        "text": "text:1.0",
        "table": "table:1.0",
        "draw": "drawing:1.0",
        "fo": "xsl-fo-compatible:1.0",
        "svg": "svg-compatible:1.0",
        "meta": "meta:1.0",
        "number": "datastyle:1.0",
        "of": "of:1.2",
        "presentation": "presentation:1.0",
    }.items()
)
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def flat(kind: str, inside: str) -> bytes:
    """Give a flat document of one kind: text, spreadsheet, presentation."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
        f'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.{kind}">{inside}'
        "</office:document>"
    ).encode()
