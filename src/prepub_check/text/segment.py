"""A part as rules see it: its folded text, the windows they run in, and what stands around a place."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import regex

from ..model import Part
from .fold import Folded, fold
from .tables import Tables, cell_at, cell_of

# A line longer than this is cut at a sentence end, else at a mark that no value holds.
LONGEST_WINDOW: Final = 4000
_CUTS: Final = tuple(
    regex.compile(mark) for mark in ("[。!?;]", "[,、\t]", "[^0-9A-Za-z\u4e00-\u9fff@._%+:/=-]")
)
_ENDS: Final = 30
_TITLE_LINES: Final = 5
_TITLE_LENGTH: Final = 60
_PARAGRAPH_LINES: Final = 3
_FRAME: Final = " \t()[]{}<>【】〔〕《》〈〉「」『』“”‘’\"'#*|-_=:.。"

# A line that is no longer may be the label of what stands below it.
LONGEST_LABEL: Final = 20

Span = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Segment:
    """A part with its folded text; every offset and span here counts in ``text``, the folded one."""

    part: Part
    folded: Folded

    @classmethod
    def of(cls, part: Part) -> Segment:
        """Fold a part."""
        return cls(part, fold(part.text))

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def line_starts(self) -> array[int]:
        """Where each line begins."""
        return array("q", [0, *(end.end() for end in re.finditer("\n", self.text))])

    @cached_property
    def window_starts(self) -> array[int]:
        """Where each window begins: every line, and every cut of a very long one."""
        starts = array("q")
        lines = self.line_starts
        for start, after in zip(lines, (*lines[1:], len(self.text) + 1), strict=True):
            starts.append(start)
            if after - 1 - start > LONGEST_WINDOW:
                starts.extend(_cut(self.text, start, after - 1))
        return starts

    @cached_property
    def tables(self) -> Tables:
        """The tables of the text."""
        return Tables(self._line_text, len(self.line_starts))

    def line_number(self, offset: int) -> int:
        """Give the index of the line that holds ``offset``."""
        return bisect_right(self.line_starts, offset) - 1

    def line_end(self, number: int) -> int:
        """Give where a line ends, its newline left out."""
        return self.line_starts[number + 1] - 1 if number + 1 < len(self.line_starts) else len(self.text)

    def line(self, offset: int) -> Span:
        """Give the bounds of the line that holds ``offset``."""
        number = self.line_number(offset)
        return self.line_starts[number], self.line_end(number)

    def window(self, number: int, last: int | None = None) -> Span:
        """Give the bounds of the window with this index, or from it to the ``last``, as far as they go."""
        starts = self.window_starts
        after = (number if last is None else last) + 1
        start, end = starts[number], starts[after] if after < len(starts) else len(self.text)
        return start, end - (end > start and self.text[end - 1] == "\n")

    def window_at(self, offset: int) -> Span:
        """Give the window that holds ``offset``."""
        return self.window(bisect_right(self.window_starts, offset) - 1)

    def windows(self) -> Iterator[Span]:
        """Give every window in order: what a rule without anchors would have to read."""
        return map(self.window, range(len(self.window_starts)))

    def windows_of_rows_below(self, number: int) -> Sequence[int]:
        """Give the windows in which the rows below a window begin, where it is in the header of a table."""
        start = self.window_starts[number]
        line = self.line_number(start)
        table = self.tables.at(line)
        if table is None or table.first != line:
            return ()
        rows = self.line_starts[table.first + 1 : table.last + 1]
        return [bisect_right(self.window_starts, row) - 1 for row in rows]

    def paragraph(self, offset: int) -> Span:
        """Give the lines around ``offset``: three either side, no further than a blank line."""
        number = self.line_number(offset)
        first = last = number
        while number - first < _PARAGRAPH_LINES and first > 0 and self._line_text(first - 1).strip():
            first -= 1
        while last - number < _PARAGRAPH_LINES and last + 1 < len(self.line_starts):
            if not self._line_text(last + 1).strip():
                break
            last += 1
        return self.line_starts[first], self.line_end(last)

    def scope(self, name: str, offset: int) -> Span:
        """Give the bounds of the ``line`` or ``row``, the ``paragraph`` or the ``part`` around ``offset``."""
        if name == "part":
            return 0, len(self.text)
        return self.paragraph(offset) if name == "paragraph" else self.window_at(offset)

    def header(self, offset: int) -> str:
        """Give the header of the column that holds ``offset``; empty outside tables and in header rows."""
        number = self.line_number(offset)
        table = self.tables.at(number)
        if table is None or number == table.first:
            return ""
        start, end = self.line_starts[number], self.line_end(number)
        column, _, _ = cell_at(self.text[start:end], offset - start, table.separator)
        return cell_of(self._line_text(table.first), column, table.separator)

    def label_above(self, offset: int) -> Span:
        """Give the line above ``offset`` where it is short enough for a label, else its empty end."""
        number = self.line_number(offset)
        if number == 0:
            return 0, 0
        low = self.line_starts[number - 1]
        end = low + len(self._line_text(number - 1).rstrip())
        return (low, end) if end - low <= LONGEST_LABEL else (end, end)

    def labels_above(self, offset: int) -> tuple[str, str]:
        """Give what may label a value from above: the header row of its table, and a short line above."""
        table = self.tables.at(self.line_number(offset))
        header = self._line_text(table.first) if table else ""
        return header, self.text[slice(*self.label_above(offset))]

    def fills_cell(self, span: Span) -> bool:
        """Tell whether a span is all of a table cell below the header row."""
        number = self.line_number(span[0])
        table = self.tables.at(number)
        if table is None or number == table.first:
            return False
        start, end = self.line_starts[number], self.line_end(number)
        _, first, last = cell_at(self.text[start:end], span[0] - start, table.separator)
        return (first + start, last + start) == span

    def fills_line(self, span: Span) -> bool:
        """Tell whether a span stands alone on its lines, brackets and marks around it aside."""
        before = self.text[self.line(span[0])[0] : span[0]]
        after = self.text[span[1] : self.line(max(span[0], span[1] - 1))[1]]
        return not before.strip(_FRAME) and not after.strip(_FRAME)

    @cached_property
    def head_end(self) -> int:
        """Where the first thirty lines that are not blank end."""
        return self._filled_line(range(len(self.line_starts)), _ENDS, last=True)

    @cached_property
    def tail_start(self) -> int:
        """Where the last thirty lines that are not blank begin."""
        return self._filled_line(range(len(self.line_starts) - 1, -1, -1), _ENDS, last=False)

    @cached_property
    def title_end(self) -> int:
        """Where the first five lines that are not blank end."""
        return self._filled_line(range(len(self.line_starts)), _TITLE_LINES, last=True)

    def in_title(self, span: Span) -> bool:
        """Tell whether a span stands in a heading, or in a title line at the top of the text."""
        if self.part.kind == "heading":
            return True
        start, end = self.line(span[0])
        line = self.text[start:end].strip()
        return span[0] < self.title_end and len(line) <= _TITLE_LENGTH and not line.endswith(("。", ";"))

    def _line_text(self, number: int) -> str:
        return self.text[self.line_starts[number] : self.line_end(number)]

    def _filled_line(self, numbers: range, count: int, *, last: bool) -> int:
        place = number = 0
        for number in numbers:
            if self._line_text(number).strip():
                place += 1
                if place == count:
                    break
        return self.line_end(number) if last else self.line_starts[number]


def _cut(text: str, start: int, end: int) -> Iterator[int]:
    """Give where the windows of a very long line begin, after its first."""
    while end - start > LONGEST_WINDOW:
        low, high = start + LONGEST_WINDOW // 2, start + LONGEST_WINDOW
        for mark in _CUTS:
            if found := mark.search(text, low, high):
                break
        else:
            found = _CUTS[-1].search(text, high, end)
            if found is None or found.end() == end:
                return
        start = found.end()
        yield start
