"""A place where a rule may fire."""

from __future__ import annotations

from typing import NamedTuple

from ..ruleset.rule import Rule
from ..text.segment import Span

# Where an anchor stands in the folded text, and what it is.
Anchor = tuple[int, str]


class Candidate(NamedTuple):
    """A rule's match and, inside it, the value that the finding will mark; spans of the folded text."""

    rule: Rule
    match: Span
    value: Span
