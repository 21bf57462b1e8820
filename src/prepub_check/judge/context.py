"""What stands around a match: before it and after it on its line, near it, and over its column."""

from __future__ import annotations

from typing import Final, NamedTuple

from ..ruleset.rule import Context
from ..text.patterns import find_any
from ..text.segment import Segment, Span

_SIDE: Final = 40
_NEAR: Final = 60
_LABEL: Final = 20


class Surroundings(NamedTuple):
    """The folded text around one match."""

    segment: Segment
    match: Span

    def find(self, context: Context) -> str | None:
        """Give the text that one of the context's patterns matches, or None."""
        for patterns, text in (
            (context.before, self._before),
            (context.after, self._after),
            (context.near, self._near),
        ):
            if patterns and (found := find_any(patterns, text())):
                return found[0]
        if context.before or context.header:
            header = self.segment.header(self.match[0])
            if header and (found := find_any(context.before + context.header, header)):
                return found[0]
        return None

    def _before(self) -> str:
        """Give what stands before the match on its line; where that is nothing, a short line above."""
        start = self.match[0]
        line = self.segment.line(start)[0]
        before = self.segment.text[max(line, start - _SIDE) : start]
        return before if before.strip() or line == 0 else self._label_above(line)

    def _label_above(self, line: int) -> str:
        low, high = self.segment.line(line - 1)
        return self.segment.text[low:high].rstrip() if high - low <= _LABEL else ""

    def _after(self) -> str:
        end = self.match[1]
        high = min(self.segment.line(max(end - 1, self.match[0]))[1], end + _SIDE)
        return self.segment.text[end:high]

    def _near(self) -> str:
        start, end = self.match
        low = max(self.segment.line(start)[0], start - _NEAR)
        high = min(self.segment.line(max(end - 1, start))[1], end + _NEAR)
        return self.segment.text[low:high]
