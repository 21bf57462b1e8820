"""Synthetic values to plant: each checks out, and no two are the same."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity(number: int) -> str:
    """Give the resident identity number of nobody with this serial."""
    body = f"110105{1950 + number % 50}{1 + number % 12:02}{1 + number % 28:02}{number % 1000:03}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def planted(names: str) -> Mapping[str, str]:
    """Give each of the names, which spaces set apart, a value of its own."""
    return MappingProxyType({name: identity(number) for number, name in enumerate(names.split(), 1)})
