"""Text as a browser lays it out: white space collapsed, blocks on lines, table rows with tabs."""

from __future__ import annotations

import re
from typing import Final, Literal

from ...model import Part, PartKind
from ..runs import Origin, RunPlaces
from .references import REFERENCE, resolve
from .rows import Row

_COLLAPSING: Final = re.compile(rf"[ \t\n\r\f]+|{REFERENCE}")
_PRESERVED: Final = re.compile(rf"\r\n?|\n|\t|{REFERENCE}")
_RAW: Final = re.compile(r"\r\n?|\n|\t")
_SPACES: Final = frozenset((" ", "\t", "\n", "\r", "\f"))


class Flow:
    """Collects the text of one part; every piece comes with the offset in the source where it stands.

    A line break or tab inside a table cell becomes a space, so that a row stays a row; a row of one cell,
    or with another table in it, is layout: there, lines stay lines.
    """

    __slots__ = ("_pending", "_pieces", "_rows", "_sources")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._sources: list[int] = []
        self._rows: list[Row] = []
        # What separates the text so far from more text, if more comes: a line break folded into a space
        # may turn out to be one again.
        self._pending: tuple[int, Literal["space", "fold", "line"]] | None = None

    def part(self, kind: PartKind, origin: Origin) -> Part:
        """Give what was collected."""
        while self._rows:
            self._rows.pop().finish(self._pieces)
        return Part(kind, "".join(self._pieces), RunPlaces.of(self._pieces, self._sources, origin, kind))

    def write(self, text: str, at: int) -> None:
        """Add text that has nothing in it to resolve or to collapse."""
        if self._pending is not None:
            self._settle()
        self._pieces.append(text)
        self._sources.append(at)

    def text(self, text: str, at: int) -> None:
        """Add text with its references resolved and its white space collapsed."""
        begun = 0
        for found in _COLLAPSING.finditer(text):
            self._write(text[begun : found.start()], at + begun)
            begun = found.end()
            if found[0].startswith("&"):
                self.reference(found[0], at + found.start())
            else:
                self.space(at + found.start())
        self._write(text[begun:], at + begun)

    def reference(self, written: str, at: int, *, verbatim: bool = False) -> None:
        """Add what a character reference stands for, and what is written right after it."""
        characters, end = resolve(written)
        if verbatim:
            self._put_verbatim(characters, at)
        elif characters in _SPACES:
            self.space(at)
        else:
            self._write(characters, at)
        self._write(written[end:], at + end)

    def verbatim(self, text: str, at: int, *, references: bool = True, in_attribute: bool = False) -> None:
        """Add text with its lines as they are."""
        begun = 0
        for found in (_PRESERVED if references else _RAW).finditer(text):
            self._write(text[begun : found.start()], at + begun)
            begun = found.end()
            if found[0].startswith("&"):
                following = text[begun : begun + 1] if in_attribute else None
                characters, length = resolve(found[0], following)
                begun = found.start() + length
            else:
                characters = "\t" if found[0] == "\t" else "\n"
            self._put_verbatim(characters, at + found.start())
        self._write(text[begun:], at + begun)

    def item(self, text: str, at: int, *, references: bool = False) -> None:
        """Add text verbatim, on lines of its own."""
        self.end_line(at)
        self.verbatim(text, at, references=references, in_attribute=references)

    def space(self, at: int) -> None:
        """Leave a space if more text comes in the line, as white space does."""
        if self._pending is None and self._inside_line:
            self._pending = (at, "space")

    def break_line(self, at: int) -> None:
        """Begin a new line, or within a row of cells, leave a space."""
        if not self._flat:
            self.end_line(at)
        elif self._inside_line:
            self._pending = (at, "fold")

    def end_value(self, at: int) -> None:
        """Leave a space after a letter or digit of a code: the next element is not part of it."""
        if self._pending is None and self._last.isascii() and self._last.isalnum():
            self._pending = (at, "space")

    def end_line(self, at: int) -> None:
        """Begin a new line if more text comes, unless at the beginning of one."""
        if self._pending is None or self._pending[1] != "line":
            self._pending = (at, "line") if self._last not in ("", "\n") else None

    def open_table(self, at: int) -> None:
        """Begin a table; the row around it, if any, is layout."""
        if self._rows:
            self._rows[-1].unfold(self._pieces)
        self.end_line(at)
        self._rows.append(Row())

    def close_table(self, at: int) -> None:
        """End the innermost table."""
        if self._rows:
            self._rows.pop().finish(self._pieces)
        self.end_line(at)

    def open_row(self, at: int) -> None:
        """Begin a row of the innermost table."""
        if self._rows:
            self._rows.pop().finish(self._pieces)
        self.end_line(at)
        self._rows.append(Row())

    def open_cell(self, at: int) -> None:
        """Begin a cell of the current row; all but the first follow a tab."""
        if not self._rows:
            self.open_row(at)
        self.close_cell(at)
        row = self._rows[-1]
        later = row.open_cell()
        if not row.folded:
            self.end_line(at)
        elif later:
            self._write_folded("\t", at)

    def close_cell(self, _at: int) -> None:
        """End a cell; white space at its end does not show."""
        if self._pending is not None and self._pending[1] != "line":
            self._pending = None
        if self._rows:
            self._rows[-1].close_cell()

    @property
    def _last(self) -> str:
        return self._pieces[-1][-1] if self._pieces else ""

    @property
    def _flat(self) -> bool:
        return bool(self._rows) and self._rows[-1].flat

    @property
    def _inside_line(self) -> bool:
        """Whether a space here would show, if text follows."""
        at_line_end = self._pending is not None and self._pending[1] == "line"
        return not at_line_end and self._last != "" and self._last not in _SPACES

    def _put_verbatim(self, characters: str, at: int) -> None:
        if characters in ("\n", "\r", "\t") and self._flat:
            self._write_folded(" ", at)
        else:
            self._write(characters, at)

    def _write(self, text: str, at: int) -> None:
        if text:
            self.write(text, at)

    def _write_folded(self, separator: str, at: int) -> None:
        """Write a space or tab that is a line break if the row turns out to be layout."""
        self._settle()
        self._rows[-1].note(len(self._pieces))
        self._pieces.append(separator)
        self._sources.append(at)

    def _settle(self) -> None:
        if self._pending is None:
            return
        at, kind = self._pending
        self._pending = None
        if kind == "fold" and self._rows:
            self._write_folded(" ", at)
        else:
            self.write("\n" if kind == "line" else " ", at)
