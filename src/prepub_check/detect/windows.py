"""The windows that a rule is run in: those that hold an anchor, less those where it could find nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..ruleset.rule import Rule
from ..text.segment import Segment, Span
from .company import Company
from .zones import reaches_zones


def windows(rule: Rule, segment: Segment, called: Sequence[Span], company: Company | None) -> list[Span]:
    """Give the windows to run a rule in, of those that hold an anchor of it, in order."""
    find, text = rule.find, segment.text
    spans = _with_rows_below(rule, segment, called)
    if find.across_lines:
        spans = _joined(segment, spans, find.across_lines)
    if company is not None:
        spans = [span for span in spans if company.reaches(segment, span[0])]
    if find.longest is not None:
        spans = [span for span in spans if _reach(segment, span) <= find.longest]
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


def _joined(segment: Segment, spans: Iterable[Span], reach: int) -> list[Span]:
    """Give the stretches of the windows with so many either side, those that meet made one."""
    joined: list[Span] = []
    for span in spans:
        low, high = segment.stretches_around(span, reach)
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined


def _reach(segment: Segment, span: Span) -> int:
    """Give the length of a window, or of the stretch that it is cut from."""
    low, high = segment.stretch(span[0])
    return max(high, span[1]) - low


def _with_rows_below(rule: Rule, segment: Segment, called: Sequence[Span]) -> list[Span]:
    """Add the rows under each table header that holds an anchor, where the rule looks at headers at all."""
    if not _looks_up(rule):
        return list(called)
    rows = (row for window in called for row in segment.rows_below(window[0]))
    below = [window for row in rows for window in segment.windows(*row)]
    return sorted({*called, *below}) if below else list(called)


def _looks_up(rule: Rule) -> bool:
    """Tell whether a rule's labels may stand above its value: in a table's header, or on a line alone."""
    return any(context.header or context.before for context in (rule.judge.needs, rule.judge.expects))


def _holds_any(words: Iterable[str], labels: Iterable[str]) -> bool:
    return any(word in label for label in labels for word in words)
