"""A place where a rule may fire."""

from __future__ import annotations

from typing import NamedTuple

from ..ruleset.rule import Rule
from ..text.segment import Span


class Candidate(NamedTuple):
    """A rule's match and, inside it, the value that the finding will mark; spans of the folded text."""

    rule: Rule
    match: Span
    value: Span
