"""A part as rules see it: its folded text, the windows they run in, and what stands around a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from ..model import Part
from .cuts import LONGEST_STRETCH, LONGEST_WINDOW, Cuts, Span, cut_stretches, cut_windows
from .fold import Folded, fold
from .lines import Lines
from .tables import Tables, cell_at, cell_of

_ENDS: Final = 30
_TITLE_LINES: Final = 5
_TITLE_LENGTH: Final = 60
_PARAGRAPH_LINES: Final = 3
_FILLED_LINE: Final = re.compile(r"\S[^\n]*")
_FRAME: Final = " \t()[]{}<>【】〔〕《》〈〉「」『』“”‘’\"'#*|-_=:.。"

# A line that is no longer may be the label of what stands below it.
_LONGEST_LABEL: Final = 20

__all__ = ["Segment", "Span", "Window"]


class Window(NamedTuple):
    """What a rule is tried in, ``low`` to ``high``, and the stretch of line around it that it may look at."""

    low: int
    high: int
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Segment:
    """A part with its folded text; every offset and span here counts in ``text``, the folded one."""

    part: Part
    folded: Folded

    @classmethod
    def of(cls, part: Part) -> Segment:
        """Fold a part."""
        return cls(part, fold(part.text))

    @cached_property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    @cached_property
    def _stretch_cuts(self) -> Cuts:
        return Cuts(self.text, cut_stretches)

    @cached_property
    def _window_cuts(self) -> Cuts:
        return Cuts(self.text, cut_windows)

    @cached_property
    def tables(self) -> Tables:
        """The tables of the text."""
        return Tables(self.lines)

    def line(self, offset: int) -> Span:
        """Give the bounds of the line that holds ``offset``."""
        far = LONGEST_STRETCH
        low = self.text.rfind("\n", max(0, offset - far), offset)
        high = self.text.find("\n", offset, offset + far)
        if high < 0 or (low < 0 and offset > far):
            return self.lines.span(self.lines.number(offset))
        return low + 1, high

    def stretch(self, offset: int) -> Span:
        """Give the line that holds ``offset``; of a very long one, the part of it."""
        low, high = self.line(offset)
        return (low, high) if high - low <= LONGEST_STRETCH else self._stretch_cuts.piece((low, high), offset)

    def window(self, offset: int) -> Window:
        """Give the window that holds ``offset``: its stretch; of a long one, the sentences of it."""
        first, last = self.stretch(offset)
        if last - first <= LONGEST_WINDOW:
            return Window(first, last, first, last)
        return Window(*self._window_cuts.piece((first, last), offset), first, last)

    def windows(self, low: int, high: int) -> Iterator[Window]:
        """Give the windows of a line in order."""
        while True:
            window = self.window(low)
            yield window
            if window.high >= high:
                return
            low = window.high

    def widened(self, window: Window, reach: int) -> Window:
        """Give a window with so many either side, as far as they go, as one."""
        if (window.low, reach) not in self._widened:
            self._widened[window.low, reach] = self._widen(window, reach)
        return self._widened[window.low, reach]

    @cached_property
    def _widened(self) -> dict[tuple[int, int], Window]:
        return {}

    def _widen(self, window: Window, reach: int) -> Window:
        low, high, first, last = window
        for _ in range(reach):
            if low > 0:
                low, _, first, _ = self.window(low - 1)
            if high < len(self.text):
                _, high, _, last = self.window(high + (self.text[high] == "\n"))
        return Window(low, high, first, last)

    def rows_below(self, offset: int) -> Sequence[Span]:
        """Give the lines of the rows below ``offset``, where it is in the header of a table."""
        if offset not in self._rows_below:
            self._rows_below[offset] = tuple(self._find_rows_below(self.lines.number(offset)))
        return self._rows_below[offset]

    @cached_property
    def _rows_below(self) -> dict[int, tuple[Span, ...]]:
        return {}

    def headers_over(self, span: Span) -> set[Span]:
        """Give the lines that are headers of the tables in a span."""
        numbers = range(self.lines.number(span[0]), self.lines.number(span[1]) + 1)
        headers = {table.first for table in map(self.tables.at, numbers) if table}
        return set(map(self.lines.span, headers))

    def _find_rows_below(self, line: int) -> Iterator[Span]:
        table = self.tables.at(line)
        if table is not None and table.first == line:
            for row in range(table.first + 1, table.last + 1):
                yield self.lines.span(row)

    def paragraph(self, offset: int) -> Span:
        """Give the lines around ``offset``: three either side, no further than a blank line."""
        number = self.lines.number(offset)
        if number not in self._paragraphs:
            self._paragraphs[number] = self._find_paragraph(number)
        return self._paragraphs[number]

    @cached_property
    def _paragraphs(self) -> dict[int, Span]:
        return {}

    def _find_paragraph(self, number: int) -> Span:
        first = last = number
        while number - first < _PARAGRAPH_LINES and first > 0 and self.lines[first - 1].strip():
            first -= 1
        while last - number < _PARAGRAPH_LINES and last + 1 < len(self.lines):
            if not self.lines[last + 1].strip():
                break
            last += 1
        return self.lines.span(first)[0], self.lines.span(last)[1]

    def scope(self, name: str, offset: int) -> Span:
        """Give the bounds of the ``line`` or ``row``, the ``paragraph`` or the ``part`` around ``offset``."""
        if name == "part":
            return 0, len(self.text)
        return self.paragraph(offset) if name == "paragraph" else self.stretch(offset)

    def header(self, offset: int) -> str:
        """Give the header of the column that holds ``offset``; empty outside tables and in header rows."""
        number = self.lines.number(offset)
        table = self.tables.at(number)
        if table is None or number == table.first:
            return ""
        start, end = self.lines.span(number)
        column, _, _ = cell_at(self.text[start:end], offset - start, table.separator)
        return cell_of(self.lines[table.first], column, table.separator)

    def label_above(self, offset: int) -> Span:
        """Give the line above ``offset`` where it is short enough for a label, else its empty end."""
        number = self.lines.number(offset)
        if number == 0:
            return 0, 0
        low = self.lines.span(number - 1)[0]
        end = low + len(self.lines[number - 1].rstrip())
        return (low, end) if end - low <= _LONGEST_LABEL else (end, end)

    def labels_above(self, offset: int) -> tuple[str, str]:
        """Give what may label a value from above: the header row of its table, and a short line above."""
        number = self.lines.number(offset)
        if number not in self._labels_above:
            table = self.tables.at(number)
            header = self.lines[table.first] if table else ""
            self._labels_above[number] = header, self.text[slice(*self.label_above(offset))]
        return self._labels_above[number]

    @cached_property
    def _labels_above(self) -> dict[int, tuple[str, str]]:
        return {}

    def fills_cell(self, span: Span) -> bool:
        """Tell whether a span is all of a table cell below the header row."""
        number = self.lines.number(span[0])
        table = self.tables.at(number)
        if table is None or number == table.first:
            return False
        start, end = self.lines.span(number)
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
        return self._filled_end(_ENDS)

    @cached_property
    def tail_start(self) -> int:
        """Where the last thirty lines that are not blank begin."""
        filled, low = 0, len(self.text) + 1
        while low > 0 and filled < _ENDS:
            high = low - 1
            low = self.text.rfind("\n", 0, high) + 1
            filled += not self.text[low:high].isspace() and low < high
        return low

    @cached_property
    def title_end(self) -> int:
        """Where the first five lines that are not blank end."""
        return self._filled_end(_TITLE_LINES)

    def _filled_end(self, count: int) -> int:
        last = next(islice(_FILLED_LINE.finditer(self.text), count - 1, None), None)
        return last.end() if last else len(self.text)

    def in_title(self, span: Span) -> bool:
        """Tell whether a span stands in a heading, or in a title line at the top of the text."""
        if self.part.kind == "heading":
            return True
        start, end = self.line(span[0])
        line = self.text[start:end].strip()
        return span[0] < self.title_end and len(line) <= _TITLE_LENGTH and not line.endswith(("。", ";"))
