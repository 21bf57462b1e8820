"""Names of people: Han names with common and compound surnames, and names with a dot."""

from __future__ import annotations

from random import Random
from typing import Final

from .words import words

_DOTS: Final = "···•‧・．"


def han_name(rng: Random, *, male: bool) -> str:
    """Give a Han name; one in thirty has a compound surname, four in five have a two-character given name."""
    surname = rng.choice(words("surnames" if rng.randrange(30) else "compound-surnames"))
    characters = words("given-male" if male else "given-female")
    length = 1 if len(surname) == 1 and not rng.randrange(5) else 2
    return surname + "".join(rng.choice(characters) for _ in range(length))


def dotted_name(rng: Random) -> str:
    """Give a name with a dot, in one of the dots that people type."""
    return rng.choice(words("dotted-names")).replace("·", rng.choice(_DOTS))


def person_name(rng: Random, *, male: bool) -> str:
    """Give a name; one in twenty-five has a dot."""
    return han_name(rng, male=male) if rng.randrange(25) else dotted_name(rng)
