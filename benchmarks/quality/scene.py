"""What one document is about: its place, its bodies, its dates, and the people in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Final

from .values import contact, identity, money, person, region, vehicle
from .values.words import words

_TODAY: Final = dt.date(2026, 11, 20)


class Person:
    """Somebody in the document; every value is made when first asked for and stays."""

    def __init__(self, rng: Random, county: region.County) -> None:
        self._rng = rng
        self.county = county
        self.male = rng.choice((True, False))
        self.born = identity.birth(rng)
        self.name = person.person_name(rng, male=self.male)

    @property
    def gender(self) -> str:
        """男 or 女."""
        return "男" if self.male else "女"

    @property
    def age(self) -> int:
        """Full years."""
        return _TODAY.year - self.born.year - ((_TODAY.month, _TODAY.day) < (self.born.month, self.born.day))

    @cached_property
    def id(self) -> str:
        """Resident identity number; one person in five was registered somewhere else."""
        area = self.county if self._rng.randrange(5) else region.county(self._rng)
        return identity.resident_id(self._rng, area.code, self.born, male=self.male)

    @cached_property
    def mobile(self) -> str:
        """Mobile number."""
        return contact.mobile(self._rng)

    @cached_property
    def card(self) -> str:
        """Bank card."""
        return money.bank_card(self._rng)

    @cached_property
    def plate(self) -> str:
        """Plate of the person's car."""
        return vehicle.plate(self._rng, self.county.plate)


@dataclass(slots=True)
class Scene:
    """The facts of one document, drawn from one random source."""

    rng: Random
    county: region.County
    bureau: str
    sign: str
    date: dt.date

    @classmethod
    def draw(cls, rng: Random) -> Scene:
        """Draw a place, a body and a date."""
        bureau, sign = rng.choice(words("bureaus")).split(" ")
        date = _TODAY - dt.timedelta(days=rng.randrange(1, 1800))
        return cls(rng, region.county(rng), bureau, sign, date)

    @property
    def org(self) -> str:
        """The body that writes."""
        return f"{self.county.seat}{self.bureau}"

    def meet(self) -> Person:
        """Give a new person of this place."""
        return Person(self.rng, self.county)
