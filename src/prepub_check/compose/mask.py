"""Masking: which code points of a value are hidden, by its rule's mask."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

MARK: Final = "*"
_FEWEST_HIDDEN: Final = 4


@lru_cache(maxsize=1024)
def hidden(mask: str, length: int) -> tuple[int, int]:
    """Give the half-open range of a value of this length that a mask hides.

    A head and tail that would leave fewer than four code points hidden are hidden too.
    """
    if mask == "keep":
        return 0, 0
    if mask == "all":
        return 0, length
    head, tail = (int(count) for count in mask.split("+"))
    return (head, length - tail) if length - head - tail >= _FEWEST_HIDDEN else (0, length)
