"""A part's text put together from stretches of its source, with the way back to their lines and columns."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import NamedTuple

from ..model import Location, Part, PartKind
from .lines import LineIndex


class Origin(NamedTuple):
    """Where a part comes from: the path of its document, and the lines of the source text."""

    path: str
    lines: LineIndex


@dataclass(frozen=True, slots=True)
class RunPlaces:
    """Places of a part made of runs: run i starts at ``starts[i]`` and stood at ``sources[i]``."""

    origin: Origin
    kind: PartKind
    starts: array[int] = field(repr=False)
    sources: array[int] = field(repr=False)

    def locate(self, offset: int) -> Location:
        """Give line and column, in the source, of the code point at ``offset`` of the part."""
        run = bisect_right(self.starts, offset) - 1
        line, column = self.origin.lines.at(self.sources[run] + offset - self.starts[run] if run >= 0 else 0)
        return Location(path=self.origin.path, kind=self.kind, line=line, column=column)


class Runs:
    """Collects stretches of text, each with the offset in the source where it begins."""

    __slots__ = ("_pieces", "_sources")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._sources: list[int] = []

    def add(self, text: str, source: int) -> None:
        """Append ``text``, which stands at ``source``."""
        self._pieces.append(text)
        self._sources.append(source)

    @property
    def count(self) -> int:
        """How many stretches there are."""
        return len(self._pieces)

    def replace(self, piece: int, text: str) -> None:
        """Put ``text`` in the place of a piece of the same length."""
        self._pieces[piece] = text

    def part(self, kind: PartKind, origin: Origin) -> Part:
        """Give what was collected as one part."""
        starts = array("I", islice(accumulate(map(len, self._pieces), initial=0), self.count))
        places = RunPlaces(origin, kind, starts, array("I", self._sources))
        return Part(kind, "".join(self._pieces), places)
