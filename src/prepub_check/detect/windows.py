"""The windows that a rule is run in: those that hold an anchor, less those where it could find nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..ruleset.rule import Rule
from ..text.segment import Segment, Span
from .company import Company
from .zones import reaches_zones


def windows(rule: Rule, segment: Segment, numbers: Sequence[int], company: Company | None) -> list[Span]:
    """Give the bounds of the windows to run a rule in, of those with these numbers, in order."""
    find, text = rule.find, segment.text
    spans = list(_joined(segment, _with_rows_below(rule, segment, numbers), find.across_lines))
    if company is not None:
        spans = [span for span in spans if company.reaches(segment, span[0])]
    if find.longest is not None:
        spans = [(low, high) for low, high in spans if high - low <= find.longest]
    if find.zone:
        spans = [span for span in spans if reaches_zones(find.zone, segment, span)]
    if find.also:
        looks_up = _looks_up(rule)
        spans = [
            (low, high)
            for low, high in spans
            if any(text.find(word, low, high) >= 0 for word in find.also)
            or (looks_up and _holds_any(find.also, segment.labels_above(low)))
        ]
    return spans


def _joined(segment: Segment, numbers: Iterable[int], reach: int) -> Iterator[Span]:
    """Give the windows with ``reach`` neighbours either side, those that meet made one."""
    if not reach:
        yield from map(segment.window, numbers)
        return
    first = last = -1
    for number in numbers:
        if last < 0 or number - reach > last + 1:
            if last >= 0:
                yield segment.window(first, last)
            first = max(number - reach, 0)
        last = number + reach
    if last >= 0:
        yield segment.window(first, last)


def _with_rows_below(rule: Rule, segment: Segment, numbers: Sequence[int]) -> Sequence[int]:
    """Add the rows under each table header that holds an anchor, where the rule looks at headers at all."""
    if not _looks_up(rule):
        return numbers
    below = [row for number in numbers for row in segment.windows_of_rows_below(number)]
    return sorted({*numbers, *below}) if below else numbers


def _looks_up(rule: Rule) -> bool:
    """Tell whether a rule's labels may stand above its value: in a table's header, or on a line alone."""
    return any(context.header or context.before for context in (rule.judge.needs, rule.judge.expects))


def _holds_any(words: Iterable[str], labels: Iterable[str]) -> bool:
    return any(word in label for label in labels for word in words)
