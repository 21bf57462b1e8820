"""Sparing rules that require company the windows where none can be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ..ruleset.rule import Requires, Rule
from ..text.segment import Segment
from .candidate import Anchor


def in_company(
    rule: Rule, segment: Segment, anchors: list[Anchor], starts: Mapping[str, Sequence[int]]
) -> list[Anchor]:
    """Keep the anchors of a rule in whose scope a rule that it requires has a candidate.

    A hit stands in the window of its anchor, so what is left out could not have had company. A rule
    that reaches across lines keeps all its anchors.
    """
    requires = rule.judge.requires
    if requires is None or rule.find.across_lines:
        return anchors
    return [anchor for anchor in anchors if _has_company(requires, segment, anchor[0], starts)]


def _has_company(
    requires: Requires, segment: Segment, offset: int, starts: Mapping[str, Sequence[int]]
) -> bool:
    low, high = segment.scope(requires.within, offset)
    for rule in requires.rules:
        found = starts.get(rule, ())
        place = bisect_left(found, low)
        if place < len(found) and found[place] <= high:
            return True
    return False
