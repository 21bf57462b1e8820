"""A part's text put together from stretches of its source, with the way back to their lines and columns."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
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

    __slots__ = ("_length", "_pieces", "_shift", "_sources", "_starts")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts = array("I")
        self._sources = array("I")
        self._length = 0
        self._shift: int | None = None

    def add(self, text: str, source: int) -> int:
        """Append ``text``, which stands at ``source``, and give the number of the piece it became."""
        shift = source - self._length
        if shift != self._shift:
            self._starts.append(self._length)
            self._sources.append(source)
            self._shift = shift
        self._pieces.append(text)
        self._length += len(text)
        return len(self._pieces) - 1

    def replace(self, piece: int, text: str) -> None:
        """Put ``text`` in the place of a piece of the same length."""
        self._pieces[piece] = text

    def part(self, kind: PartKind, origin: Origin) -> Part:
        """Give what was collected as one part."""
        return Part(kind, "".join(self._pieces), RunPlaces(origin, kind, self._starts, self._sources))
