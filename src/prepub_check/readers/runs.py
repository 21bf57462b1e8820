"""A part's text put together from stretches of its source, with the way back to their lines and columns."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import NamedTuple

from ..model import Location, PartKind
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

    @classmethod
    def of(cls, pieces: Sequence[str], sources: Sequence[int], origin: Origin, kind: PartKind) -> RunPlaces:
        """Give the places of text that is put together from pieces, each with its offset in the source."""
        starts = islice(accumulate(map(len, pieces), initial=0), len(pieces))
        return cls(origin, kind, array("I", starts), array("I", sources))

    def locate(self, offset: int) -> Location:
        """Give line and column, in the source, of the code point at ``offset`` of the part."""
        run = bisect_right(self.starts, offset) - 1
        line, column = self.origin.lines.at(self.sources[run] + offset - self.starts[run] if run >= 0 else 0)
        return Location(path=self.origin.path, kind=self.kind, line=line, column=column)
