"""Mobile numbers (工业和信息化部《电信网编号计划》)."""

from __future__ import annotations

from typing import Final

import regex

from .spelling import compact

_MOBILE: Final = regex.compile(r"(?:\+?86|0086)?1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}")


def validate_numerals(value: str) -> str | None:
    """Read Chinese numerals as digits (幺 is one) and check the shape of a mobile number.

    >>> validate_numerals("幺三八〇〇一三八〇〇〇")
    """
    return None if _MOBILE.fullmatch(compact(value)) else "不是手机号码"
