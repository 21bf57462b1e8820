"""The windows that a rule is run in: those that hold an anchor, less those where it could find nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..ruleset.rule import Rule
from ..text.patterns import any_of
from ..text.segment import Segment, Window
from .company import Company
from .zones import reaches_zones


def windows(
    rule: Rule, segment: Segment, called: Sequence[Window], company: Company | None
) -> Sequence[Window]:
    """Give the windows to run a rule in, of those that hold an anchor of it, in order."""
    find, chosen = rule.find, called
    if find.longest is not None:
        chosen = [window for window in chosen if window.last - window.first <= find.longest]
    if find.across_lines:
        chosen = _joined(segment, chosen, find.across_lines)
    if company is not None:
        chosen = [window for window in chosen if company.reaches(segment, window.low)]
    if find.zone:
        chosen = [window for window in chosen if reaches_zones(find.zone, segment, window)]
    if find.also:
        needed, looks_up = any_of(find.also), rule.judge.looks_up
        chosen = [
            window
            for window in chosen
            if needed.search(segment.text, window.low, window.high)
            or (looks_up and any(map(needed.search, segment.labels_above(window.low))))
        ]
    return chosen


def _joined(segment: Segment, called: Iterable[Window], reach: int) -> list[Window]:
    """Give the windows with so many either side, those that meet made one."""
    joined: list[Window] = []
    for window in called:
        wide = segment.widened(window, reach)
        if joined and wide.low <= joined[-1].high + 1:
            before = joined.pop()
            wide = Window(before.low, wide.high, before.first, wide.last)
        joined.append(wide)
    return joined
