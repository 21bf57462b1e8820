"""Text as every store of results can hold it."""

from __future__ import annotations


def storable(text: str) -> str:
    """Give a text that UTF-8 can hold: half a surrogate pair is written out."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
