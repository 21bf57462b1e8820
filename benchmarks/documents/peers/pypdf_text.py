"""pypdf: the text of each page, as its users read it."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader


def read(data: bytes) -> str:
    """Give the text of all pages."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
