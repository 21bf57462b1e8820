"""Bank card numbers (ISO/IEC 7812-1, GB/T 19584)."""

from __future__ import annotations

from typing import Final

from .check_digits import luhn_holds
from .spelling import compact, is_digits

_LENGTHS: Final = range(16, 20)


def validate(value: str) -> str | None:
    """Check length (16 to 19; the legacy 13 to 15 are not taken) and the Luhn digit.

    >>> validate("6222 0212 3456 7890 128")
    """
    number = compact(value)
    if not is_digits(number):
        return "含有不该有的字符"
    if len(number) not in _LENGTHS:
        return "长度不是 16 至 19 位"
    return None if luhn_holds(number) else "校验位不符"


def validate_luhn(value: str) -> str | None:
    """Check the Luhn digit (ISO/IEC 7812-1 Annex B) of a number of any length."""
    number = compact(value)
    if not is_digits(number):
        return "含有不该有的字符"
    return None if luhn_holds(number) else "校验位不符"
