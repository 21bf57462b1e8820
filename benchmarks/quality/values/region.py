"""Counties and districts with their GB/T 2260 codes, and what stands inside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from .words import words


@dataclass(frozen=True, slots=True)
class County:
    """One county or district: its code, the names above it, its plate letters and its dialling code."""

    code: str
    province: str
    city: str
    name: str
    plate: str
    dialling: str

    @property
    def full(self) -> str:
        """The name down from the province."""
        return f"{self.province}{self.city}{self.name}"

    @property
    def seat(self) -> str:
        """The city whose bodies write the documents."""
        return self.city or self.province


@cache
def counties() -> tuple[County, ...]:
    """Give every county there is to choose from."""
    return tuple(County(*(field.strip("-") for field in entry.split(" "))) for entry in words("counties"))


def county(rng: Random) -> County:
    """Give a county."""
    return rng.choice(counties())


def town(rng: Random) -> str:
    """Give a town or subdistrict."""
    return rng.choice(words("towns"))


def village(rng: Random) -> str:
    """Give a village."""
    return rng.choice(words("villages"))


def road(rng: Random) -> str:
    """Give a road."""
    return rng.choice(words("roads"))


def estate(rng: Random) -> str:
    """Give a housing estate."""
    return rng.choice(words("estates"))
