"""Text collected part by part while a package is walked, each piece with its place."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from ..model import Location, Part, PartKind
from .called import called


class Mark(NamedTuple):
    """A place as a document's own terms name it; a location without its path and kind."""

    name: str = ""
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    sheet: str | None = None
    page: int | None = None

    def located(self, path: str, kind: PartKind = "body") -> Location:
        """Give the place as a location of a document."""
        return Location(path=path, kind=kind, **self._asdict())


@dataclass(frozen=True, slots=True)
class MarkedPlaces:
    """Places of a part: the piece that starts at ``starts[i]`` stands at ``marks[i]``."""

    path: str
    kind: PartKind
    starts: array[int] = field(repr=False)
    marks: tuple[Mark, ...] = field(repr=False)

    def locate(self, offset: int) -> Location:
        """Give the place of the piece that holds the code point at ``offset``."""
        mark = self.marks[max(bisect_right(self.starts, offset) - 1, 0)]
        return mark.located(self.path, self.kind)


class Strand:
    """The text of one part: ``add`` goes on where the place is the same, else on a new line."""

    __slots__ = ("_length", "_marks", "_starts", "_texts")

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._starts = array("Q")
        self._marks: list[Mark] = []
        self._length = 0

    def add(self, text: str, mark: Mark) -> None:
        """Add text to what stands at a place."""
        if not self._marks or self._marks[-1] != mark:
            self.end_line()
            self.piece(text, mark)
        else:
            self._append(text)

    def line(self, text: str, mark: Mark) -> None:
        """Add a line of its own."""
        self.end_line()
        self.piece(text, mark)
        self._append("\n")

    def piece(self, text: str, mark: Mark) -> None:
        """Add text right after what is there, with a place of its own."""
        self._starts.append(self._length)
        self._marks.append(mark)
        self._append(text)

    def end_line(self) -> None:
        """End the line, if one has begun."""
        if self._texts and not self._texts[-1].endswith("\n"):
            self._append("\n")

    def part(self, path: str, kind: PartKind, name: str) -> Part | None:
        """Give what was collected, or None where there is no text."""
        text = "".join(self._texts).rstrip("\n")
        if not text.strip():
            return None
        return Part(kind, text, MarkedPlaces(path, kind, self._starts, tuple(self._marks)), name)

    def _append(self, text: str) -> None:
        if text:
            self._texts.append(text)
            self._length += len(text)


class Strands:
    """The strands of a document by kind and name, in the order in which they began."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._made: dict[tuple[PartKind, str], Strand | Part] = {}

    def of(self, kind: PartKind, name: str = "") -> Strand:
        """Give the strand of a part, new or begun."""
        strand = self._made.get((kind, name))
        if not isinstance(strand, Strand):
            strand = self._made[kind, name] = Strand()
        return strand

    def property(self, name: str, value: str, part: str = "属性") -> None:
        """Add a property of the document as one line."""
        if value := " ".join(value.split()):
            self.of("property", part).line(f"{name}：{value}", Mark(f"{part}“{called(name)}”"))

    def put(self, part: Part) -> None:
        """Add a part that is already whole."""
        self._made[part.kind, part.name] = part

    def parts(self) -> tuple[Part, ...]:
        """Give the parts that hold text."""
        made = (
            strand if isinstance(strand, Part) else strand.part(self.path, kind, name)
            for (kind, name), strand in self._made.items()
        )
        return tuple(part for part in made if part is not None)
