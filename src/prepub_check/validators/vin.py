"""Vehicle identification numbers (GB 16735, ISO 3779)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .spelling import compact

_LENGTH: Final = 17
_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_CHECK_AT: Final = 8
# I, O and Q are not used; the letters count 1-9 in runs that skip the like-named digits.
_VALUES: Final[Mapping[str, int]] = MappingProxyType(
    dict(zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "012345678912345678123457923456789"), strict=True))
)


def validate(value: str) -> str | None:
    """Check 17 characters without I, O, Q; the ninth is the weighted sum MOD 11, X for ten.

    >>> validate("1M8GDM9AXKP042788")
    """
    number = compact(value)
    if len(number) != _LENGTH:
        return "长度不是 17 位"
    if not set(number) <= set(_VALUES):
        return "含有不该有的字符"
    check = sum(weight * _VALUES[letter] for weight, letter in zip(_WEIGHTS, number, strict=True)) % 11
    return None if number[_CHECK_AT] == "0123456789X"[check] else "校验位不符"
