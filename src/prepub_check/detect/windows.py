"""The windows that a rule is run in: those that hold an anchor, less those where it could find nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ruleset.rule import Rule
from ..text.segment import Segment, Span
from .company import Starts, may_have_company
from .zones import reaches_zones


def windows(rule: Rule, segment: Segment, numbers: Iterable[int], starts: Starts) -> Iterator[Span]:
    """Give the bounds of the windows to run a rule in, of those with these numbers, in order."""
    for low, high in _joined(rule, segment, numbers, starts):
        if _is_worthwhile(rule, segment, low, high):
            yield low, high


def _joined(rule: Rule, segment: Segment, numbers: Iterable[int], starts: Starts) -> Iterator[Span]:
    """Give the windows with their neighbours as far as the rule reaches, those that meet made one.

    A rule that requires others is spared the windows where it cannot have their company.
    """
    reach = rule.find.across_lines
    called = _with_rows_below(rule, segment, numbers)
    if not reach:
        for low, high in map(segment.window, called):
            if may_have_company(rule, segment, low, starts):
                yield low, high
        return
    first = last = -1
    for number in called:
        if number - reach <= last + 1 and last >= 0:
            last = number + reach
            continue
        if last >= 0:
            yield segment.window(first, last)
        first, last = max(number - reach, 0), number + reach
    if last >= 0:
        yield segment.window(first, last)


def _with_rows_below(rule: Rule, segment: Segment, numbers: Iterable[int]) -> Iterable[int]:
    """Add the rows under each table header that holds an anchor, where the rule looks at headers at all."""
    if not _looks_up(rule):
        return numbers
    called = set(numbers)
    for number in numbers:
        called.update(segment.windows_of_rows_below(number))
    return sorted(called)


def _looks_up(rule: Rule) -> bool:
    """Tell whether a rule's labels may stand above its value: in a table's header, or on a line alone."""
    return any(context.header or context.before for context in (rule.judge.needs, rule.judge.expects))


def _is_worthwhile(rule: Rule, segment: Segment, low: int, high: int) -> bool:
    """Tell whether a window is short enough, reaches a zone, and has a word that the rule also asks for."""
    find = rule.find
    if find.longest is not None and high - low > find.longest:
        return False
    if not reaches_zones(find.zone, segment, (low, high)):
        return False
    if not find.also or any(segment.text.find(word, low, high) >= 0 for word in find.also):
        return True
    return _looks_up(rule) and any(word in label for label in segment.labels_above(low) for word in find.also)
