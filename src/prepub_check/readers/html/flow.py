"""Text as a browser lays it out: white space collapsed, blocks on lines, table rows with tabs."""

from __future__ import annotations

import re
from typing import Final

from ...model import Part, PartKind
from ..runs import Origin, Runs
from .references import REFERENCE, resolve
from .rows import Row

_COLLAPSING: Final = re.compile(rf"[ \t\n\r\f]+|{REFERENCE}")
_PRESERVED: Final = re.compile(rf"\r\n?|\n|\t|{REFERENCE}")
_RAW: Final = re.compile(r"\r\n?|\n|\t")
_SPACES: Final = frozenset((" ", "\t", "\n", "\r", "\f"))
_LINE_START: Final = frozenset(("", "\n"))


class Flow:
    """Collects the text of one part from a source.

    A line break or tab inside a table cell becomes a space, so that a row stays a row; a row of one cell,
    or with another table in it, is layout: there, lines stay lines.
    """

    __slots__ = ("_last", "_pending", "_rows", "_runs", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._runs = Runs()
        self._rows: list[Row] = []
        self._last = ""
        self._pending: tuple[int, bool] | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was collected."""
        return not self._last

    def part(self, kind: PartKind, origin: Origin) -> Part:
        """Give what was collected."""
        while self._rows:
            self._rows.pop().finish(self._runs)
        return self._runs.part(kind, origin)

    def text(self, start: int, end: int) -> None:
        """Add text with its references resolved and its white space collapsed."""
        for found in _COLLAPSING.finditer(self._source, start, end):
            self._write(self._source[start : found.start()], start)
            if found[0].startswith("&"):
                characters, start = resolve(found, in_attribute=False)
                self._put(characters, found.start())
            else:
                start = found.end()
                self._space(found.start())
        self._write(self._source[start:end], start)

    def verbatim(self, start: int, end: int, *, references: bool = True, in_attribute: bool = False) -> None:
        """Add text with its lines as they are."""
        for found in (_PRESERVED if references else _RAW).finditer(self._source, start, end):
            self._write(self._source[start : found.start()], start)
            if found[0].startswith("&"):
                characters, start = resolve(found, in_attribute=in_attribute)
            else:
                characters, start = "\t" if found[0] == "\t" else "\n", found.end()
            self._put_verbatim(characters, found.start())
        self._write(self._source[start:end], start)

    def item(self, start: int, end: int, *, references: bool = False) -> None:
        """Add text verbatim, on lines of its own."""
        self.end_line(start)
        self.verbatim(start, end, references=references, in_attribute=references)

    def break_line(self, at: int) -> None:
        """Begin a new line, or within a row of cells, leave a space."""
        if self._rows and self._rows[-1].flat:
            if self._last not in _SPACES and self._last:
                self._pending = (at, True)
        else:
            self.end_line(at)

    def end_line(self, at: int) -> None:
        """Begin a new line, unless at the beginning of one."""
        self._pending = None
        if self._last not in _LINE_START:
            self._runs.add("\n", at)
            self._last = "\n"

    def open_table(self, at: int) -> None:
        """Begin a table; the row around it, if any, is layout."""
        if self._rows:
            self._rows[-1].unfold(self._runs)
        self.end_line(at)
        self._rows.append(Row())

    def close_table(self, at: int) -> None:
        """End the innermost table."""
        if self._rows:
            self._rows.pop().finish(self._runs)
        self.end_line(at)

    def open_row(self, at: int) -> None:
        """Begin a row of the innermost table."""
        if self._rows:
            self._rows.pop().finish(self._runs)
        self.end_line(at)
        self._rows.append(Row())

    def open_cell(self, at: int) -> None:
        """Begin a cell of the current row; all but the first follow a tab."""
        if not self._rows:
            self.open_row(at)
        self._pending = None
        row = self._rows[-1]
        if row.open_cell() and row.folded:
            row.note(self._runs.add("\t", at))
            self._last = "\t"
        elif not row.folded:
            self.end_line(at)

    def close_cell(self) -> None:
        """End a cell."""
        self._pending = None
        if self._rows:
            self._rows[-1].close_cell()

    def _space(self, at: int) -> None:
        if self._pending is None and self._last not in _SPACES and self._last:
            self._pending = (at, False)

    def _put(self, characters: str, at: int) -> None:
        if characters in _SPACES:
            self._space(at)
        else:
            self._write(characters, at)

    def _put_verbatim(self, characters: str, at: int) -> None:
        if characters in ("\n", "\t") and self._rows and self._rows[-1].flat:
            self._write("", at)
            self._rows[-1].note(self._runs.add(" ", at))
            self._last = " "
        else:
            self._write("\n" if characters == "\r" else characters, at)

    def _write(self, text: str, at: int) -> None:
        if not text:
            return
        if self._pending is not None:
            since, breaks = self._pending
            piece = self._runs.add(" ", since)
            if breaks and self._rows:
                self._rows[-1].note(piece)
            self._pending = None
        self._runs.add(text, at)
        self._last = text[-1]
