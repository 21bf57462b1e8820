"""School-roll numbers of pupils (学籍号): a letter before a number of resident-id form."""

from __future__ import annotations

from typing import Final

from . import resident_id
from .dates import refuse_birth
from .spelling import compact, is_digits

_LENGTH: Final = 19


def validate(value: str) -> str | None:
    """Check a roll number (教育部 coding of 2013).

    G or J and a number whose check character holds, or the temporary L, area, date of birth, four digits.
    """
    number = compact(value)
    if len(number) != _LENGTH:
        return "长度不是 19 位"
    letter, rest = number[0], number[1:]
    if letter in "GJ":
        return resident_id.validate(rest)
    if letter != "L" or not is_digits(rest):
        return "含有不该有的字符"
    return refuse_birth(rest[6:14])
