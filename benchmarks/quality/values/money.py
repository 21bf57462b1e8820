"""Bank cards and accounts, organisation codes, amounts."""

from __future__ import annotations

from random import Random
from typing import Final

from .identity import digits

_BINS: Final = (
    ("621700", 19),
    ("622848", 19),
    ("622202", 19),
    ("621226", 19),
    ("621799", 19),
    ("621661", 19),
    ("622588", 16),
    ("622262", 19),
    ("622700", 19),
    ("621098", 19),
    ("623059", 19),
    ("622908", 18),
    ("625965", 16),
    ("436742", 19),
    ("955880", 19),
    ("622155", 16),
)  # fmt: skip -- a table reads best in columns
_USCC: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def luhn_digit(head: str) -> str:
    """Give the Luhn check digit."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(head)))
    return str(-sum(sum(divmod(number, 10)) for number in doubled) % 10)


def bank_card(rng: Random) -> str:
    """Give the number of a bank card with a Chinese BIN."""
    prefix, length = rng.choice(_BINS)
    head = prefix + digits(rng, length - len(prefix) - 1)
    return head + luhn_digit(head)


def passbook(rng: Random) -> str:
    """Give the number of a savings account without a check digit."""
    return rng.choice(("60", "62", "10", "05", "14")) + digits(rng, rng.choice((15, 17, 10)))


def credit_code(rng: Random, area: str) -> str:
    """Give a unified social credit code (GB 32100-2015)."""
    head = rng.choice(("91", "91", "92", "12", "11", "51", "52")) + area
    head += "".join(rng.choice(_USCC) for _ in range(9))
    total = sum(weight * _USCC.index(char) for weight, char in zip(_USCC_WEIGHTS, head, strict=True))
    return head + _USCC[-total % 31]
