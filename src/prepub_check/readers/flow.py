"""One stream of paragraphs and tables, numbered as a reader counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .strands import Mark

if TYPE_CHECKING:
    from .strands import Strand


class Flow:
    """Where the lines of a story go, and how many paragraphs and tables it has had."""

    __slots__ = ("joined", "name", "page", "paragraphs", "strand", "tables")

    def __init__(self, strand: Strand, name: str = "", page: int | None = None) -> None:
        self.strand = strand
        self.page = page
        self.name = name
        self.paragraphs = self.tables = 0
        self.joined = False

    def next_paragraph(self) -> Mark:
        """Count a paragraph and give its place: on a page, the page is enough."""
        if self.page is not None:
            return Mark(self.name, page=self.page)
        self.paragraphs += 1
        return Mark(self.name, self.paragraphs)

    def next_table(self) -> int:
        """Count a table and give its number."""
        self.tables += 1
        return self.tables

    def cell(self, table: int, row: int, column: int) -> Mark:
        """Give the place of a cell."""
        return Mark(self.name, None, table, row, column, page=self.page)

    def line(self, text: str, mark: Mark, *, goes_on: bool = False) -> None:
        """Add a paragraph; where its mark is deleted, the next one goes on in its line."""
        if self.joined:
            self.strand.piece(text if goes_on else text + "\n", mark)
        elif goes_on:
            self.strand.end_line()
            self.strand.piece(text, mark)
        else:
            self.strand.line(text, mark)
        self.joined = goes_on
