"""Mobile numbers, in digits or in Chinese numerals (工业和信息化部《电信网编号计划》)."""

from __future__ import annotations

from typing import Final

import regex

from .spelling import compact

_NUMERALS: Final = str.maketrans(
    "〇○零一二三四五六七八九幺两洞拐勾壹贰叁肆伍陆柒捌玖", "0001234567891207912345678" + "9"
)
_MOBILE: Final = regex.compile(r"(?:\+?86|0086)?1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}")


def validate_numerals(value: str) -> str | None:
    """Read Chinese numerals as digits (幺 is one, 两 is two) and check the shape of a mobile number.

    >>> validate_numerals("幺三八〇〇一三八〇〇〇")
    """
    number = compact(value).translate(_NUMERALS)
    return None if _MOBILE.fullmatch(number) else "不是手机号码"
