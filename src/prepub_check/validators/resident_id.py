"""Resident identity numbers (GB 11643-1999) and the 18-digit permits that share their form."""

from __future__ import annotations

from typing import Final

from .check_digits import mod_11_2_holds
from .dates import refuse_birth
from .spelling import compact, is_digits

_LENGTH: Final = 18
_OLD_LENGTH: Final = 15
# GB/T 2260, first two digits. County codes are not checked: old ones stay on cards for life.
_MAINLAND: Final = frozenset(
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65))
    for code in range(first, last + 1)
)
_PROVINCES: Final = _MAINLAND | {"71", "81", "82"}
# 国办发〔2018〕81号: the residence permits of Taiwan residents; 81 and 82 stand above.
_TAIWAN: Final = "830000"


def validate(value: str) -> str | None:
    """Check an 18-digit number: area, date of birth, ISO/IEC 7064 MOD 11-2 check character.

    Also 81/82/83 residence permits, and the permanent residence cards of foreigners in use since
    2023-12-01: a 9, then the province of acceptance and three digits for the nationality.

    >>> validate("11010519491231002X")
    >>> validate("110105194912310021")
    '校验位不符'
    """
    number = compact(value)
    if len(number) != _LENGTH:
        return "长度不是 18 位"
    if not is_digits(number[:17]) or not (is_digits(number[17]) or number[17] == "X"):
        return "含有不该有的字符"
    if not _is_area(number[:6]):
        return "地区代码不存在"
    return refuse_birth(number[6:14]) or (None if mod_11_2_holds(number) else "校验位不符")


def validate_mistyped(value: str) -> str | None:
    """Hold only for what :func:`validate` refuses: a number that was mistyped or made up.

    >>> validate_mistyped("110105194912310021")
    """
    return None if validate(value) else "是有效的身份证号码"


def validate_15(value: str) -> str | None:
    """Check a number of the first generation (GB 11643-1989): area and date, born in 19YY."""
    number = compact(value)
    if len(number) != _OLD_LENGTH:
        return "长度不是 15 位"
    if not is_digits(number):
        return "含有不该有的字符"
    if number[:2] not in _MAINLAND:
        return "地区代码不存在"
    return "各位数字相同" if len(set(number)) == 1 else refuse_birth("19" + number[6:12])


def _is_area(code: str) -> bool:
    if code.startswith("9"):
        return code[1:3] in _MAINLAND
    return code[:2] in _PROVINCES or code == _TAIWAN
