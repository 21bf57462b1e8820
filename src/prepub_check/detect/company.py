"""Company: where the rules that another one requires have candidates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from ..ruleset.rule import Rule, Scope
from ..text.segment import Segment

# By rule id, where the values of its candidates start, in order.
Starts = Mapping[str, Sequence[int]]


class Company:
    """Where candidates of required rules stand, one of which must be in the scope of a hit."""

    __slots__ = ("_scope", "_starts")

    def __init__(self, scope: Scope, starts: Sequence[int]) -> None:
        self._scope = scope
        self._starts = starts

    def __bool__(self) -> bool:
        return bool(self._starts)

    def reaches(self, segment: Segment, offset: int) -> bool:
        """Tell whether a hit in the window of ``offset`` could have company."""
        low, high = segment.scope(self._scope, offset)
        place = bisect_left(self._starts, low)
        return place < len(self._starts) and self._starts[place] <= high


def needs_company(rule: Rule) -> bool:
    """Tell whether a rule can be spared where it has no company.

    A rule that reaches across lines may find its hit in another window: it is not spared any.
    """
    return rule.judge.requires is not None and not rule.find.across_lines


def company_for(rule: Rule, starts: Starts) -> Company | None:
    """Give the company that a rule's hits must have, or None where any window will do."""
    requires = rule.judge.requires
    if requires is None or not needs_company(rule):
        return None
    found = (starts[required] for required in requires.rules if required in starts)
    return Company(requires.within, sorted(chain.from_iterable(found)))
