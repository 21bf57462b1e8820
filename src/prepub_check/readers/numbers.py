"""Numbers of sheets as people wrote them: every digit, no exponent."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

_EXACT_DIGITS: Final = 15
_LONGEST: Final = 30
# What to say of a sheet that holds such numbers: where the first of them stands, and how many there are.
INEXACT: Final = (
    "{} 等 {} 处长数字按数值存放，第 15 位以后已经失真，无法核对号码；"
    "请找到原始数据，按文本格式重新录入后再检查"
)


def inexact(value: str) -> bool:
    """Tell whether a number has more digits than a sheet can keep, so that the last ones are lost."""
    return value.isdecimal() and len(value.lstrip("0")) > _EXACT_DIGITS


def plain(value: str) -> str:
    """Give a number without an exponent; what is none, or beyond what people write, as it is.

    >>> plain("1.1010519900307801E17"), plain("1E-3"), plain("5.50")
    ('110105199003078010', '0.001', '5.5')
    """
    try:
        number = Decimal(value)
        number = number if number.adjusted() >= _EXACT_DIGITS else Decimal(repr(float(value)))
    except (ValueError, InvalidOperation, OverflowError):
        return value
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        return value
    return f"{number.quantize(Decimal(1)) if number == number.to_integral_value() else number:f}"
