"""Segment × rules → candidates: generous, and never longer than a rule's time budget."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Gap
from ..ruleset.rule import Rule
from ..ruleset.ruleset import RuleSet
from ..text.segment import Segment
from .calls import Calls
from .candidate import Candidate
from .company import Starts, company_for, spans_near
from .match import BUDGET, match_pattern, match_terms
from .plan import Plan, plans_for
from .windows import windows
from .zones import in_zones

__all__ = ["Candidate", "detect"]


def detect(segment: Segment, ruleset: RuleSet) -> tuple[list[Candidate], list[Gap]]:
    """Give every place where a rule may fire, and a gap for each rule that ran out of time."""
    candidates: list[Candidate] = []
    gaps: list[Gap] = []
    starts: dict[str, list[int]] = {}
    for plan in plans_for(ruleset, segment.part.kind):
        if not plan.requires or not plan.company.isdisjoint(starts):
            _run(plan, segment, candidates, gaps, starts)
    return candidates, gaps


def _run(
    plan: Plan, segment: Segment, candidates: list[Candidate], gaps: list[Gap], starts: dict[str, list[int]]
) -> None:
    everywhere = [(0, len(segment.text))]
    calls = Calls(plan, segment, spans_near(plan.requires, segment, starts) if plan.requires else everywhere)
    for number in calls:
        rule, first = plan.rules[number], len(candidates)
        try:
            found = _match(rule, number, segment, calls, starts)
            candidates.extend(
                candidate for candidate in found if in_zones(rule.find.zone, segment, candidate.match)
            )
        except TimeoutError:
            gaps.append(_timeout_gap(rule, segment))
        if len(candidates) > first:
            starts[rule.id] = sorted(candidate.value[0] for candidate in candidates[first:])


def _match(rule: Rule, number: int, segment: Segment, calls: Calls, starts: Starts) -> Iterable[Candidate]:
    company = company_for(rule, starts)
    if company is not None and not company:
        return ()
    if not rule.find.terms:
        called = calls.windows(number, below=rule.judge.looks_up)
        worthwhile = windows(rule, segment, called, company)
        return match_pattern(rule, segment, worthwhile) if worthwhile else ()
    terms = calls.terms[number]
    if company is not None:
        terms = [place for place in terms if company.reaches(segment, place[0])]
    return match_terms(rule, segment, terms)


def _timeout_gap(rule: Rule, segment: Segment) -> Gap:
    location = segment.part.places.locate(0)
    return Gap(
        path=location.path,
        cause="rule-timeout",
        message=f"规则 {rule.id} 在 {BUDGET:g} 秒内没有跑完，这一部分未按它检查；"
        "请用 prepub-check rules lint 找出过慢的写法",
        location=location,
        part=segment.part.name,
        partial=True,
    )
