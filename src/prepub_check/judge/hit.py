"""A candidate that holds as its rule's shape, with what argues for and against it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Doubt
from ..ruleset.rule import Rule
from ..text.segment import Segment, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found in a segment; ``span`` counts in the folded text."""

    rule: Rule
    segment: Segment
    span: Span
    cues: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def firm(self) -> bool:
        """Whether nothing argues against the hit."""
        return not self.doubts

    @property
    def value(self) -> str:
        """The folded value."""
        return self.segment.text[self.span[0] : self.span[1]]
