"""Anchors in the header of a table: they call for every row below it."""

from __future__ import annotations

from ..ruleset.rule import Rule
from ..text.segment import Segment
from .candidate import Anchor


def with_rows_below(rule: Rule, segment: Segment, anchors: list[Anchor]) -> list[Anchor]:
    """Add the rows under each header that holds an anchor, where the rule looks at headers at all."""
    judge = rule.judge
    if rule.find.terms or not any(
        context.header or context.before for context in (judge.needs, judge.expects)
    ):
        return anchors
    called = dict.fromkeys(anchors)
    for start, anchor in anchors:
        for row in _rows_below(segment, start):
            called[row, anchor] = None
    return list(called)


def _rows_below(segment: Segment, offset: int) -> list[int]:
    number = segment.line_number(offset)
    table = segment.tables.at(number)
    if table is None or table.first != number:
        return []
    return [segment.line_starts[row] for row in range(table.first + 1, table.last + 1)]
