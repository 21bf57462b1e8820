"""Number plates and vehicle identification numbers."""

from __future__ import annotations

from random import Random
from types import MappingProxyType
from typing import Final

_SERIAL: Final = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_VIN: Final = MappingProxyType(
    dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True))
)
_VIN_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def plate(rng: Random, office: str) -> str:
    """Give a plate of a county's traffic office, ordinary or of a new-energy car."""
    dot = rng.choice(("", "", "·"))
    if rng.random() < 1 / 4:
        return f"{office}{dot}{rng.choice('DF')}{rng.choice(_SERIAL)}{rng.randrange(10000):04d}"
    return (
        f"{office}{dot}{''.join(rng.choice(_SERIAL[:10] + 'ABCDEFGH') for _ in range(4))}{rng.randrange(10)}"
    )


def vin(rng: Random) -> str:
    """Give a vehicle identification number with its check digit (GB 16735)."""
    body = rng.choice(("LSV", "LFV", "LGB", "LVS", "LGX", "LDC")) + "".join(
        rng.choice("0123456789ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(7)
    )
    body += f"{rng.randrange(1000000):06d}"
    values = (_VIN.get(char) or int(char) for char in body[:8] + "0" + body[8:])
    rest = sum(weight * value for weight, value in zip(_VIN_WEIGHTS, values, strict=True)) % 11
    return body[:8] + "0123456789X"[rest] + body[8:]
