"""Codes of organisations: unified social credit code, and the organisation code inside it."""

from __future__ import annotations

from typing import Final

from .check_digits import weighted_sum
from .spelling import compact, is_digits

_USCC_LENGTH: Final = 18
_USCC_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_LEADS: Final = "123456789ANY"
_USCC_WEIGHTS: Final = tuple(pow(3, place, 31) for place in range(17))

_CODE_LENGTH: Final = 9
_CODE_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CODE_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_CODE_CHECKS: Final = "0123456789X"


def validate_uscc(value: str) -> str | None:
    """Check a unified social credit code (GB 32100-2015): registrar, area digits, MOD 31-3.

    >>> validate_uscc("91110000600037341L")
    """
    code = compact(value)
    if len(code) != _USCC_LENGTH:
        return "长度不是 18 位"
    if code[0] not in _USCC_LEADS:
        return "登记管理部门代码不存在"
    if not is_digits(code[2:8]) or not set(code) <= set(_USCC_ALPHABET):
        return "含有不该有的字符"
    check = -weighted_sum(code, _USCC_WEIGHTS, _USCC_ALPHABET) % 31
    return None if code[17] == _USCC_ALPHABET[check] else "校验位不符"


def validate_organisation_code(value: str) -> str | None:
    """Check an organisation code (GB 11714-1997): eight characters, MOD 11 check character."""
    code = compact(value)
    if len(code) != _CODE_LENGTH:
        return "长度不是 9 位"
    if not set(code) <= set(_CODE_ALPHABET):
        return "含有不该有的字符"
    check = -weighted_sum(code, _CODE_WEIGHTS, _CODE_ALPHABET) % 11
    return None if code[8] == _CODE_CHECKS[check] else "校验位不符"
