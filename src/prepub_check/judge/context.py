"""What stands around a match: before it and after it on its line, near it, and over its column."""

from __future__ import annotations

from typing import Final, NamedTuple

from ..ruleset.rule import Context
from ..text.patterns import find_any
from ..text.segment import Segment, Span
from .hit import Cue

_SIDE: Final = 40
_NEAR: Final = 60


class Surroundings(NamedTuple):
    """The folded text around one match."""

    segment: Segment
    match: Span

    def find(self, context: Context) -> Cue | None:
        """Give what one of the context's patterns matches, or None."""
        for patterns, (low, high) in (
            (context.before, self._before()),
            (context.after, self._after()),
            (context.near, self._near()),
        ):
            if patterns and (found := find_any(patterns, self.segment.text[low:high])):
                return found.start() + low, found.end() + low
        if context.before or context.header:
            header = self.segment.header(self.match[0])
            if header and (found := find_any(context.before + context.header, header)):
                return found[0]
        return None

    def _before(self) -> Span:
        """Give what stands before the match on its line; where that is nothing, a short line above."""
        start = self.match[0]
        line = self.segment.line(start)[0]
        low = max(line, start - _SIDE)
        return (low, start) if self.segment.text[low:start].strip() else self.segment.label_above(start)

    def _after(self) -> Span:
        end = self.match[1]
        high = min(self.segment.line(max(end - 1, self.match[0]))[1], end + _SIDE)
        return min(end, high), high

    def _near(self) -> Span:
        start, end = self.match
        low = max(self.segment.line(start)[0], start - _NEAR)
        return low, min(self.segment.line(max(end - 1, start))[1], end + _NEAR)
