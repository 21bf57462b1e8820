"""Telephones, mail addresses and accounts by which a person or an office is reached."""

from __future__ import annotations

from random import Random
from typing import Final

from .identity import digits
from .words import words

_EIGHT_DIGITS: Final = frozenset({"0311", "0371", "0571", "0591", "0731", "0755", "0757"})
_MAIL_HOSTS: Final = (
    "163.com",
    "qq.com",
    "126.com",
    "gmail.com",
    "sina.com",
    "139.com",
    "foxmail.com",
    "outlook.com",
)


def mobile(rng: Random) -> str:
    """Give a mobile number of eleven digits that is not a run of one digit."""
    return rng.choice(words("mobile-segments")) + rng.choice("123456789") + digits(rng, 7)


def landline(rng: Random, dialling: str) -> str:
    """Give a landline number with its dialling code."""
    return f"{dialling}-{local_number(rng, dialling)}"


def local_number(rng: Random, dialling: str) -> str:
    """Give a landline number without its dialling code."""
    length = 8 if dialling in _EIGHT_DIGITS or not dialling[3:] else 7
    return rng.choice("2345678") + digits(rng, length - 1)


def private_mail(rng: Random) -> str:
    """Give a private mail address."""
    local = (
        rng.choice(words("syllables"))
        + rng.choice(words("syllables"))
        + rng.choice(("", "_", "."))
        + digits(rng, rng.randrange(2, 5))
    )
    return f"{local}@{rng.choice(_MAIL_HOSTS)}"


def qq(rng: Random) -> str:
    """Give a QQ number."""
    return rng.choice("123456789") + digits(rng, rng.randrange(7, 10))


def wechat(rng: Random) -> str:
    """Give a WeChat id."""
    return rng.choice(
        (
            rng.choice(words("syllables")) + rng.choice(words("syllables")) + digits(rng, 4),
            f"wxid_{''.join(rng.choice('abcdefghijklmnopqrstuvwxyz0123456789') for _ in range(14))}",
            f"{rng.choice(words('syllables'))}_{digits(rng, 5)}",
        )
    )


def pinyin(rng: Random) -> str:
    """Give a name as an account is called."""
    return rng.choice(words("syllables")) + rng.choice(words("syllables"))
