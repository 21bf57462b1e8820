"""Plain text and Markdown: the whole text as one body part, at its own lines and columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..config import Limits
from ..model import Document, Location, Part, PartKind, Source
from .decode import decode_source
from .lines import LineIndex


@dataclass(frozen=True, slots=True)
class LinePlaces:
    """Places of a part whose text is the source text itself."""

    path: str
    lines: LineIndex = field(repr=False)
    kind: PartKind = "body"

    def locate(self, offset: int) -> Location:
        """Give line and column of the code point at ``offset``."""
        line, column = self.lines.at(offset)
        return Location(path=self.path, kind=self.kind, line=line, column=column)


def read(source: Source, media_type: str, limits: Limits) -> Document:  # noqa: ARG001 -- as every reader
    """Read a source as text without markup; raises SourceError where it is none."""
    decoded = decode_source(source)
    places = LinePlaces(source.name, LineIndex(decoded.text))
    return Document(
        name=source.name,
        media_type=media_type,
        encoding=decoded.encoding,
        decided_by=decoded.decided_by,
        parts=(Part("body", decoded.text, places),),
        gaps=decoded.gaps(source.name),
    )
