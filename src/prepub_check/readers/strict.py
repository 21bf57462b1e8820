"""Decoding without tolerance, and what only long UTF-8 sequences spell."""

from __future__ import annotations

from typing import Final

import regex

_WIDE: Final = regex.compile(r"[\u0800-\U0010ffff]")


def strictly(data: bytes, encoding: str) -> str | None:
    """Decode without tolerance; None where a byte does not fit."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def has_wide(text: str) -> bool:
    """Whether a text holds a character that takes three bytes or more in UTF-8, as every hanzi does."""
    return _WIDE.search(text) is not None
