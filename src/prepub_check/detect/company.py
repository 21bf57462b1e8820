"""Company: where the rules that another one requires have candidates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ..ruleset.rule import Rule, Scope
from ..text.segment import Segment

# By rule id, where the values of its candidates start, in order.
Starts = Mapping[str, Sequence[int]]


class Company:
    """Candidates of required rules, one of which must stand in the scope of a hit."""

    __slots__ = ("_found", "_scope")

    def __init__(self, scope: Scope, found: Sequence[Sequence[int]]) -> None:
        self._scope = scope
        self._found = found

    def __bool__(self) -> bool:
        return bool(self._found)

    def reaches(self, segment: Segment, offset: int) -> bool:
        """Tell whether a hit in the window of ``offset`` could have company."""
        low, high = segment.scope(self._scope, offset)
        for starts in self._found:
            place = bisect_left(starts, low)
            if place < len(starts) and starts[place] <= high:
                return True
        return False


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
    return Company(requires.within, [starts[required] for required in requires.rules if required in starts])
