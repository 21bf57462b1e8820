"""A part's text put together from pieces, each with the place in its document where it stands."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from math import isfinite
from typing import NamedTuple

from ..model import Box, Location, Part, PartKind


class Spot(NamedTuple):
    """A place on a page, of which there are so many that a location is made of it only on demand."""

    path: str
    kind: PartKind
    name: str
    page: int | None
    box: Box | None
    confidence: float | None = None

    def located(self) -> Location:
        """Give the place as a location, its box in tenths of a point."""
        box = None
        if self.box is not None and all(map(isfinite, self.box)):
            left, top, right, bottom = self.box
            box = round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)
        return Location(
            path=self.path,
            kind=self.kind,
            page=self.page,
            box=box,
            name=self.name,
            confidence=self.confidence,
        )


@dataclass(frozen=True, slots=True)
class PiecePlaces:
    """Places of a part made of pieces: piece i starts at ``starts[i]`` and stands at ``places[i]``."""

    starts: array[int] = field(repr=False)
    places: tuple[Location | Spot, ...] = field(repr=False)

    def locate(self, offset: int) -> Location:
        """Give the place of the piece that holds the code point at ``offset``."""
        place = self.places[max(bisect_right(self.starts, offset) - 1, 0)]
        return place.located() if isinstance(place, Spot) else place


class Pieces:
    """Collects pieces of text; what separates them belongs to the piece before it."""

    __slots__ = ("_length", "_places", "_starts", "_texts")

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._starts = array("I")
        self._places: list[Location | Spot] = []
        self._length = 0

    def add(self, text: str, place: Location | Spot) -> None:
        """Append a piece; neighbours at the same place are one."""
        if not self._places or self._places[-1] != place:
            self._starts.append(self._length)
            self._places.append(place)
        self.append(text)

    def append(self, text: str) -> None:
        """Append text that stands at no place of its own, such as a tab or a newline."""
        self._texts.append(text)
        self._length += len(text)

    def parts(self, kind: PartKind, name: str = "") -> tuple[Part, ...]:
        """Give what was collected as one part, or none where it holds no text."""
        text = "".join(self._texts)
        if not text.strip() or not self._places:
            return ()
        return (Part(kind, text, PiecePlaces(self._starts, tuple(self._places)), name),)
