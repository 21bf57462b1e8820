"""Company: where candidates hold of the rules that another one requires."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from ..ruleset.rule import Requires, Rule, Scope
from ..text.segment import Segment, Span

# By rule id, where the values of its candidates that hold start.
Starts = Mapping[str, Sequence[int]]


class Company:
    """Where candidates of required rules hold, one of which must be in the scope of a hit."""

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


def required_company(rule: Rule) -> Requires | None:
    """Give what a rule's hits require near them, where a rule can be spared without it.

    A rule that reaches across lines may find its hit in another window: it is not spared any.
    """
    return None if rule.find.across_lines else rule.judge.requires


def spans_near(requires: Iterable[Requires], segment: Segment, starts: Starts) -> list[Span]:
    """Give where hits could have such company, in order: the scopes around it, and the headers over them."""
    spans = {
        segment.scope(each.within, start)
        for each in requires
        for rule in each.rules
        for start in starts.get(rule, ())
    }
    return _merged(sorted(spans.union(*map(segment.headers_over, spans))))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for low, high in spans:
        if merged and low <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], high)
        else:
            merged.append((low, high))
    return merged


def company_for(rule: Rule, starts: Starts) -> Company | None:
    """Give the company that a rule's hits must have, or None where any window will do."""
    requires = required_company(rule)
    if requires is None:
        return None
    found = (starts[required] for required in requires.rules if required in starts)
    return Company(requires.within, sorted(chain.from_iterable(found)))
