"""A candidate that holds as its rule's shape, with what argues for and against it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ..model import Doubt
from ..ruleset.rule import Rule
from ..text.segment import Segment, Span

_VALUE: Final = re.compile(r"[0-9A-Za-z]{5,}")

# What led to a hit: a stretch of the folded text, or a text that stands elsewhere, such as a header.
Cue = Span | str


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found in a segment; ``span`` counts in the folded text."""

    rule: Rule
    segment: Segment
    span: Span
    cues: tuple[Cue, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def firm(self) -> bool:
        """Whether nothing argues against the hit."""
        return not self.doubts

    @property
    def value(self) -> str:
        """The folded value."""
        return self.segment.text[self.span[0] : self.span[1]]


def without_values(text: str) -> str:
    """Give a text on one line, with every run of letters or digits that could be a value left out."""
    return _VALUE.sub("***", " ".join(text.split()))
