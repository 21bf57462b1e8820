"""What stands around a match: before it and after it on its line, near it, and over its column."""

from __future__ import annotations

from typing import Final

from ..ruleset.rule import Context
from ..text.patterns import find_any
from ..text.segment import Segment, Span
from .hit import Cue

_SIDE: Final = 40
_NEAR: Final = 60
_LEADS: Final = (":", "“", "‘", "「", "『", '"')


class Surroundings:
    """The folded text around one match, looked at as far as a rule asks."""

    __slots__ = ("_header", "_line", "match", "segment")

    def __init__(self, segment: Segment, match: Span) -> None:
        self.segment = segment
        self.match = match
        low, high = segment.line(match[0])
        self._line = low, high if match[1] <= high else segment.line(match[1] - 1)[1]
        self._header: str | None = None

    def find(self, context: Context, *, led: bool = False) -> Cue | None:
        """Give what one of the context's patterns matches, or None.

        With ``led``, a line above counts only where it leads to the match: 例如：⏎, not 字样⏎.
        """
        return (
            (context.before and self._find(context.before, self._before(led=led)))
            or (context.after and self._find(context.after, self._after()))
            or (context.near and self._find(context.near, self._near()))
            or ((context.before or context.header) and self._find_above(context.before + context.header))
            or None
        )

    def _find(self, patterns: tuple[str, ...], span: Span) -> Span | None:
        found = find_any(patterns, self.segment.text[slice(*span)])
        return (found.start() + span[0], found.end() + span[0]) if found else None

    def _find_above(self, patterns: tuple[str, ...]) -> str | None:
        if self._header is None:
            self._header = self.segment.header(self.match[0])
        found = find_any(patterns, self._header) if self._header else None
        return found[0] if found else None

    def _before(self, *, led: bool) -> Span:
        """Give what stands before the match on its line; where that is nothing, a short line above."""
        start = self.match[0]
        low = max(self._line[0], start - _SIDE)
        if self.segment.text[low:start].strip():
            return low, start
        above = self.segment.label_above(start)
        return (start, start) if led and not self.segment.text[slice(*above)].endswith(_LEADS) else above

    def _after(self) -> Span:
        end = self.match[1]
        return end, max(end, min(self._line[1], end + _SIDE))

    def _near(self) -> Span:
        start, end = self.match
        return max(self._line[0], start - _NEAR), min(self._line[1], end + _NEAR)
