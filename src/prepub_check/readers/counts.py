"""Whole numbers by which markup counts and points, none of them trusted to be one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")
_DIGITS: Final = 9


def natural(text: str, otherwise: int = 0) -> int:
    """Give a number from 0; ``otherwise`` for what is none, or has more digits than any file counts to.

    >>> natural("12"), natural("-1", 1), natural("9" * 5000, 1)
    (12, 1, 1)
    """
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else otherwise


def listed(items: Sequence[T], index: str, otherwise: T) -> T:
    """Give the item that a number from 0 points at; ``otherwise`` where there is none.

    >>> listed("ab", "1", ""), listed("ab", "2", "")
    ('b', '')
    """
    place = natural(index, len(items))
    return items[place] if place < len(items) else otherwise
