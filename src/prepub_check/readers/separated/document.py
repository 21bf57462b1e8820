"""A file of separated values as a document: one table, whose cells keep their rows and columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...config import Limits
from ...model import Document, Location, Part, Source
from ..decode import decode_source
from ..lines import LineIndex
from .rows import separator_of, split_rows

_BETWEEN = "\t"


@dataclass(frozen=True, slots=True)
class CellPlaces:
    """Places of a table that has a line for each row and a tab between cells."""

    path: str
    text: str = field(repr=False)
    lines: LineIndex = field(repr=False)

    def locate(self, offset: int) -> Location:
        """Give row and column of the cell that holds the code point at ``offset``."""
        row, column = self.lines.at(offset)
        cell = self.text.count(_BETWEEN, offset - column + 1, offset) + 1
        return Location(path=self.path, kind="cell", table=1, row=row, cell=cell)


def read(source: Source, media_type: str, limits: Limits) -> Document:  # noqa: ARG001 -- as every reader
    """Read a table; raises SourceError where it is no text."""
    decoded = decode_source(source)
    usual = "\t" if media_type == "text/tab-separated-values" else ","
    rows = split_rows(decoded.text, separator_of(decoded.text, usual))
    text = "".join(f"{_BETWEEN.join(map(_on_one_line, cells))}\n" for cells in rows)
    return Document(
        name=source.name,
        media_type=media_type,
        encoding=decoded.encoding,
        decided_by=decoded.decided_by,
        parts=(Part("cell", text, CellPlaces(source.name, text, LineIndex(text)), "表格"),),
        gaps=decoded.gaps(source.name),
    )


def _on_one_line(cell: str) -> str:
    return cell.strip() if cell.isprintable() else " ".join(cell.split())
