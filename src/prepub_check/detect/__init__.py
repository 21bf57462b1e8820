"""Segment × rules → candidates: generous, and never longer than a rule's time budget."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..model import Gap
from ..ruleset.rule import Rule
from ..ruleset.ruleset import RuleSet
from ..text.segment import Segment
from .candidate import Anchor, Candidate
from .company import in_company
from .headers import with_rows_below
from .match import BUDGET, match_pattern, match_terms
from .plan import plan_for, windows, worth_trying

__all__ = ["Candidate", "detect"]


def detect(segment: Segment, ruleset: RuleSet) -> tuple[list[Candidate], list[Gap]]:
    """Give every place where a rule may fire, and a gap for each rule that ran out of time."""
    candidates: list[Candidate] = []
    gaps: list[Gap] = []
    starts: dict[str, list[int]] = {}
    for rule, anchors in _anchored(segment, ruleset):
        if not (worthwhile := in_company(rule, segment, anchors, starts)):
            continue
        first = len(candidates)
        try:
            candidates.extend(_match(rule, segment, worthwhile))
        except TimeoutError:
            gaps.append(_timeout_gap(rule, segment))
        starts[rule.id] = sorted(candidate.value[0] for candidate in candidates[first:])
    return candidates, gaps


def _anchored(segment: Segment, ruleset: RuleSet) -> Iterator[tuple[Rule, list[Anchor]]]:
    """Give the rules whose anchors occur, those that require others after them, each with where they do."""
    plan = plan_for(ruleset, segment.part.kind)
    found: dict[str, list[Anchor]] = defaultdict(list)
    low = high = -1
    last: dict[str, int] = {}
    for start, anchor, rules in plan.anchors(segment.text):
        if not low <= start < high:
            low, high = segment.window(start)
        for rule in rules:
            if rule.find.terms or last.get(rule.id) != low:
                last[rule.id] = low
                found[rule.id].append((start, anchor))
    for rule in plan.order:
        if rule.id in found:
            yield rule, with_rows_below(rule, segment, found[rule.id])


def _match(rule: Rule, segment: Segment, anchors: list[Anchor]) -> Iterator[Candidate]:
    if rule.find.terms:
        return match_terms(rule, segment, anchors)
    spans = windows(segment, [start for start, _ in anchors], rule.find.across_lines)
    return match_pattern(rule, segment, worth_trying(rule.find, segment.text, spans))


def _timeout_gap(rule: Rule, segment: Segment) -> Gap:
    location = segment.part.places.locate(0)
    return Gap(
        path=location.path,
        cause="rule-timeout",
        message=f"规则 {rule.id} 在 {BUDGET:g} 秒内没有跑完，这一部分未按它检查；"
        "请用 prepub-check rules lint 找出过慢的写法",
        location=location,
    )
