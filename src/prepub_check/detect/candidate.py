"""A place where a rule may fire."""

from __future__ import annotations

from dataclasses import dataclass

from ..ruleset.rule import Rule
from ..text.segment import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule's match and, inside it, the value that the finding will mark; spans of the folded text."""

    rule: Rule
    match: Span
    value: Span
