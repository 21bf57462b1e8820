"""Which records of a presentation count: those that the last edit lists; others are of earlier ones."""

from __future__ import annotations

import struct
from typing import Final

from .records import EDIT, PERSIST, record_at

_CURRENT: Final = 16
_LAST, _TABLE, _DOCUMENT = 8, 12, 16
_MOST: Final = 10_000


def persisted(stream: bytes, user: bytes) -> tuple[dict[int, int], int]:
    """Give where each numbered record is after the last edit, and the number of the document's."""
    at = int.from_bytes(user[_CURRENT : _CURRENT + 4], "little")
    places: dict[int, int] = {}
    document = 0
    seen: set[int] = set()
    while at and at not in seen and len(seen) < _MOST:
        seen.add(at)
        edit = record_at(stream, at)
        if edit.kind != EDIT:
            break
        document = document or _number(edit.data, _DOCUMENT)
        for number, place in _listed(stream, _number(edit.data, _TABLE)):
            places.setdefault(number, place)
        at = _number(edit.data, _LAST)
    return places, document


def _listed(stream: bytes, at: int) -> list[tuple[int, int]]:
    table = record_at(stream, at)
    found: list[tuple[int, int]] = []
    at = 0
    while table.kind == PERSIST and at + 4 <= len(table.data):
        head = _number(table.data, at)
        first, count = head & 0xFFFFF, head >> 20
        offsets = table.data[at + 4 : at + 4 + 4 * count]
        found += (
            (first + index, place)
            for index, (place,) in enumerate(struct.iter_unpack("<I", offsets[: len(offsets) // 4 * 4]))
        )
        at += 4 + 4 * count
    return found


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")
