"""Masking: which code points of a value are hidden, by its rule's mask."""

from __future__ import annotations

from typing import Final

from ..ruleset.rule import Rule

MARK: Final = "*"
_FEWEST_HIDDEN: Final = 4


def hidden(rule: Rule, length: int) -> tuple[int, int]:
    """Give the half-open range of a value of this length that its rule hides.

    A head and tail that would leave fewer than four code points hidden are hidden too.
    """
    if rule.mask == "keep":
        return 0, 0
    if rule.mask == "all":
        return 0, length
    head, tail = (int(count) for count in rule.mask.split("+"))
    return (head, length - tail) if length - head - tail >= _FEWEST_HIDDEN else (0, length)
