"""Objects of a PDF as text and as what they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, StreamObject, TextStringObject

from .decoding import decoded

_BREAKS: Final = re.compile(r"\s*[\r\n]+\s*")


def follow(value: Any) -> Any:
    """Give the object that a reference stands for."""
    return value.get_object() if hasattr(value, "get_object") else value


def get(table: Any, *keys: str) -> Any:
    """Give what stands under keys, one inside the other, or None."""
    for key in keys:
        table = follow(table)
        if not isinstance(table, DictionaryObject):
            return None
        table = table.get(key)
    return follow(table)


def each(value: Any) -> Iterator[Any]:
    """Give the entries of an array, or nothing."""
    value = follow(value)
    if isinstance(value, ArrayObject):
        yield from map(follow, value)


def text_of(value: Any) -> str:
    """Give a string object as text; what was meant as GBK is read so. Other objects give nothing."""
    value = follow(value)
    if isinstance(value, TextStringObject):
        return decoded(value.original_bytes) if value.autodetect_pdfdocencoding else str(value)
    if isinstance(value, ByteStringObject):
        return decoded(bytes(value))
    if isinstance(value, StreamObject):
        return decoded(value.get_data())
    return ""


def on_one_line(text: str) -> str:
    """Give text with its lines joined, so that a property stays one line."""
    return _BREAKS.sub(" ", text.strip())
