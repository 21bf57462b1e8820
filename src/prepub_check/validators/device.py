"""Numbers of handsets and SIM cards."""

from __future__ import annotations

from typing import Final

from .bank_card import validate_luhn
from .spelling import compact

_IMEI_LENGTH: Final = 15
_ICCID_LENGTHS: Final = (19, 20)
_ICCID_CHINA: Final = "8986"


def validate_imei(value: str) -> str | None:
    """Check an equipment identity (3GPP TS 23.003): 15 digits, Luhn."""
    number = compact(value)
    return "长度不是 15 位" if len(number) != _IMEI_LENGTH else validate_luhn(number)


def validate_iccid(value: str) -> str | None:
    """Check a SIM card's number (ITU-T E.118): 8986 for China, 19 or 20 digits, Luhn."""
    number = compact(value)
    if len(number) not in _ICCID_LENGTHS:
        return "长度不是 19 或 20 位"
    return validate_luhn(number) if number.startswith(_ICCID_CHINA) else "发卡国家不是中国"
