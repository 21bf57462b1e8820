"""A part's text put together from pieces, each with the place in its document where it stands."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field

from ..model import Location, Part, PartKind


@dataclass(frozen=True, slots=True)
class PiecePlaces:
    """Places of a part made of pieces: piece i starts at ``starts[i]`` and stands at ``places[i]``."""

    starts: array[int] = field(repr=False)
    places: tuple[Location, ...] = field(repr=False)

    def locate(self, offset: int) -> Location:
        """Give the place of the piece that holds the code point at ``offset``."""
        return self.places[max(bisect_right(self.starts, offset) - 1, 0)]


class Pieces:
    """Collects pieces of text; what separates them belongs to the piece before it."""

    __slots__ = ("_length", "_places", "_starts", "_texts")

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._starts = array("I")
        self._places: list[Location] = []
        self._length = 0

    def add(self, text: str, place: Location) -> None:
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
