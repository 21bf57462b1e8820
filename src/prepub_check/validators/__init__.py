"""Validators by the name that rules use: each takes a hit's folded text and says why it does not hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from . import (
    bank_card,
    dates,
    device,
    disability_certificate,
    organisation,
    phone,
    resident_id,
    student_id,
    vin,
)

VALIDATORS: Final[Mapping[str, Callable[[str], str | None]]] = MappingProxyType(
    {
        "bank_card": bank_card.validate,
        "date": dates.validate,
        "disability_certificate": disability_certificate.validate,
        "iccid": device.validate_iccid,
        "imei": device.validate_imei,
        "luhn": bank_card.validate_luhn,
        "organisation_code": organisation.validate_organisation_code,
        "phone_numerals": phone.validate_numerals,
        "resident_id": resident_id.validate,
        "resident_id_15": resident_id.validate_15,
        "resident_id_mistyped": resident_id.validate_mistyped,
        "student_id": student_id.validate,
        "uscc": organisation.validate_uscc,
        "vin": vin.validate,
    }
)

__all__ = ["VALIDATORS"]
