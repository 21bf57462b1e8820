"""Passwords, keys and tokens in the shapes that providers give them."""

from __future__ import annotations

import base64
import json
import string
import uuid
from random import Random
from typing import Final

_ALNUM: Final = string.ascii_letters + string.digits
_HEX: Final = "0123456789abcdef"
_WORDS: Final = (
    "Admin",
    "Jtj",
    "Zwfw",
    "Cloud",
    "Oa",
    "Gov",
    "Sys",
    "Wlzx",
    "Dzzw",
    "Xxgk",
    "Server",
    "Root",
    "Test",
    "Smart",
    "Data",
)


def _from(rng: Random, alphabet: str, count: int) -> str:
    return "".join(rng.choice(alphabet) for _ in range(count))


def password(rng: Random) -> str:
    """Give a password as people choose them."""
    word, year = rng.choice(_WORDS), rng.randrange(2018, 2027)
    return rng.choice(
        (
            f"{word}@{year}",
            f"{word}#{rng.randrange(100, 9999)}!",
            f"{word.lower()}{rng.randrange(1000, 999999)}",
            f"P@ssw0rd{rng.randrange(10, 99)}",
            f"{word}_{_from(rng, _ALNUM, 4)}{rng.randrange(10)}",
            f"{_from(rng, _ALNUM, 9)}{rng.randrange(10)}$",
        )
    )


def wifi_password(rng: Random) -> str:
    """Give a password of eight signs or more."""
    return rng.choice(
        (f"{rng.choice(_WORDS).lower()}{rng.randrange(10000, 99999999)}", _from(rng, string.digits, 8))
    )


def pin(rng: Random) -> str:
    """Give six digits."""
    return _from(rng, string.digits, 6)


def hex_of(rng: Random, count: int) -> str:
    """Give hexadecimal digits."""
    return _from(rng, _HEX, count)


def alnum(rng: Random, count: int) -> str:
    """Give letters and digits, at least one of each."""
    return rng.choice(string.ascii_uppercase) + rng.choice(string.digits) + _from(rng, _ALNUM, count - 2)


def upper(rng: Random, count: int) -> str:
    """Give capital letters and digits, at least one of each."""
    alphabet = string.ascii_uppercase + string.digits
    return rng.choice(string.ascii_uppercase) + rng.choice(string.digits) + _from(rng, alphabet, count - 2)


def guid(rng: Random) -> str:
    """Give a UUID."""
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


def _part(content: dict[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def jwt(rng: Random) -> str:
    """Give a signed web token."""
    body = {
        "sub": str(rng.randrange(1000, 99999)),
        "role": "admin",
        "exp": 1790000000 + rng.randrange(9999999),
    }
    return f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(dict(body))}.{_from(rng, _ALNUM + '-_', 43)}"


def private_key(rng: Random) -> str:
    """Give the lines between the first and the last of a private key."""
    return "\n".join(_from(rng, _ALNUM + "+/", 64) for _ in range(rng.randrange(3, 8)))


def private_address(rng: Random) -> str:
    """Give an address of a private network."""
    tail = f"{rng.randrange(0, 256)}.{rng.randrange(1, 255)}"
    return rng.choice(
        (f"10.{rng.randrange(1, 255)}.{tail}", f"192.168.{tail}", f"172.{rng.randrange(16, 32)}.{tail}")
    )
