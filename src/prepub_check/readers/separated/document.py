"""A file of separated values as a document: one table, whose cells keep their rows and columns."""

from __future__ import annotations

from ...config import Limits
from ...model import Document, Source
from ..decode import decode_source
from ..grid import Cell, Row, grid_part
from .rows import separator_of, split_rows


def read(source: Source, media_type: str, limits: Limits) -> Document:  # noqa: ARG001 -- as every reader
    """Read a table; raises SourceError where it is no text."""
    decoded = decode_source(source)
    usual = "\t" if media_type == "text/tab-separated-values" else ","
    rows = [
        Row(number, [Cell(column, text.strip()) for column, text in enumerate(cells, 1)])
        for number, cells in enumerate(split_rows(decoded.text, separator_of(decoded.text, usual)), 1)
    ]
    part = grid_part(rows, source.name, "cell", "表格")
    return Document(
        name=source.name,
        media_type=media_type,
        encoding=decoded.encoding,
        decided_by=decoded.decided_by,
        parts=() if part is None else (part,),
        gaps=decoded.gaps(source.name),
    )
