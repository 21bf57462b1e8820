"""Earlier versions that a PDF keeps: each ends with its own end-of-file mark (ISO 32000-1, 7.5.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ...model import Part
from ..pieces import Pieces
from .properties import TITLES

MOST: Final = 20
_END: Final = re.compile(rb"%%EOF[ \t]*(?:\r\n?|\n)?")
_LINEARIZED: Final = re.compile(rb"/Linearized\b")
_HEAD: Final = 2048
_ROUTINE: Final = tuple(
    f"{title}："
    for title in (
        *(TITLES[name] for name in ("Creator", "Producer", "CreationDate", "ModDate")),
        *("CreatorTool", "CreateDate", "ModifyDate", "MetadataDate"),
    )
)


def earlier_versions(data: bytes) -> list[bytes]:
    """Give the file as it was at each earlier end, the oldest first."""
    ends = [found.end() for found in _END.finditer(data)]
    if ends and _LINEARIZED.search(data[:_HEAD]):
        ends = ends[1:]
    return [data[:end] for end in ends[:-1]]


def differences(earlier: Iterable[Part], known: set[str], number: int) -> tuple[Part, ...]:
    """Give the lines of an earlier version that are not known; they are known from then on."""
    name = f"早先的版本 {number}"
    pieces = Pieces()
    for part in earlier:
        for line, offset in _lines(part):
            if line.strip() and line not in known and not line.startswith(_ROUTINE):
                known.add(line)
                place = part.places.locate(offset)
                pieces.add(line + "\n", replace(place, kind="revision", name=name))
    return pieces.parts("revision", name)


def lines_of(parts: Iterable[Part]) -> set[str]:
    """Give all lines of parts."""
    return {line for part in parts for line, _ in _lines(part)}


def _lines(part: Part) -> Iterator[tuple[str, int]]:
    offset = 0
    for line in part.text.split("\n"):
        yield line, offset
        offset += len(line) + 1
