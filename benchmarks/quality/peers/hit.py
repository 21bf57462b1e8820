"""What a peer finds: a row of the comparison, and a place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Hit(NamedTuple):
    """One find of a peer; ``[start, end)`` in code points."""

    row: str
    start: int
    end: int


def places(text: str, value: str, line: int | None = None) -> Iterator[tuple[int, int]]:
    """Give every place of a value in a line (from 1) or in the text, for peers that tell only the value."""
    start, end = 0, len(text)
    if line is not None:
        for _ in range(line - 1):
            start = text.find("\n", start) + 1
        end = text.find("\n", start) % (len(text) + 1)
    place = text.find(value, start, end)
    while value and place >= 0:
        yield place, place + len(value)
        place = text.find(value, place + len(value), end)


def phone_row(value: str) -> str:
    """Give the row of a phone number for peers that do not tell mobiles from landlines."""
    number = "".join(filter(str.isdigit, value)).removeprefix("0086").removeprefix("86")
    return "mobile" if number.startswith("1") else "landline"
