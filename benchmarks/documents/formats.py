"""The formats that are measured: their samples, the peer that reads them too, and the goal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from .samples.docx import large_docx
from .samples.html import government_pages, long_page
from .samples.pdf import links, plain_table, prose, report, ruled_table, two_columns


class Format(NamedTuple):
    """A format: how its samples are made, a peer (a module of ``peers``), and how many times faster to be."""

    suffix: str
    samples: tuple[Callable[[], list[bytes]], ...]
    peer: str
    goal: float


FORMATS: Final = (
    Format(".docx", (large_docx,), "python_docx", 5.0),
    Format(".pdf", (report, prose, two_columns, ruled_table, plain_table, links), "pypdf_text", 5.0),
    Format(".html", (long_page, government_pages), "html_parser", 8.0),
)
