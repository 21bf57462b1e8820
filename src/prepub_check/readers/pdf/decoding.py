"""Text strings of PDF (ISO 32000-1, 7.9.2.2): UTF-16 with a mark, else whatever their bytes are."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from ..strict import strictly


def decoded(data: bytes) -> str:
    """Give the text of a string; what was meant as GBK, against the standard, is read so."""
    if data.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        return data.decode("utf-16", "replace")
    if data.startswith(BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    return strictly(data, "utf-8") or strictly(data, "gb18030") or data.decode("latin-1")
