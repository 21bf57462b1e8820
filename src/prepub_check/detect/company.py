"""Company: whether a rule that another one requires has a candidate in its scope."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ..ruleset.rule import Rule
from ..text.segment import Segment

# By rule id, where the values of its candidates start, in order.
Starts = Mapping[str, Sequence[int]]


def may_have_company(rule: Rule, segment: Segment, offset: int, starts: Starts) -> bool:
    """Tell whether a hit in the window of ``offset`` could have the company that its rule requires.

    A rule that reaches across lines may find its hit in another window: it is not spared any.
    """
    requires = rule.judge.requires
    if requires is None or rule.find.across_lines:
        return True
    low, high = segment.scope(requires.within, offset)
    for required in requires.rules:
        found = starts.get(required, ())
        place = bisect_left(found, low)
        if place < len(found) and found[place] <= high:
            return True
    return False
