"""Segment × rules → candidates: generous, and never longer than a rule's time budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Gap
from ..ruleset.rule import Rule
from ..ruleset.ruleset import RuleSet
from ..text.segment import Segment, Span
from .calls import Calls
from .candidate import Candidate
from .company import company_for, spans_near
from .match import BUDGET, match_pattern, match_terms
from .plan import Plan, plans_for
from .windows import windows
from .zones import in_zones

__all__ = ["Candidate", "Detection"]


class Detection:
    """Every place in a segment where a rule may fire, in steps: rules in company of others come after them.

    Whoever steps through it says which candidates hold, before the next step: only they are company.
    ``gaps`` has one for each rule that ran out of time.
    """

    __slots__ = ("_ruleset", "_segment", "_starts", "gaps")

    def __init__(self, segment: Segment, ruleset: RuleSet) -> None:
        self._segment = segment
        self._ruleset = ruleset
        self._starts: dict[str, list[int]] = {}
        self.gaps: list[Gap] = []

    def __iter__(self) -> Iterator[list[Candidate]]:
        """Give the candidates of each step."""
        for plan in plans_for(self._ruleset, self._segment.part.kind):
            if not plan.requires:
                yield self._find(plan, [(0, len(self._segment.text))])
            elif not plan.company.isdisjoint(self._starts):
                yield self._find(plan, spans_near(plan.requires, self._segment, self._starts))

    def hold(self, rule_id: str, start: int) -> None:
        """Say that a candidate holds, whose value starts there."""
        self._starts.setdefault(rule_id, []).append(start)

    def _find(self, plan: Plan, spans: Iterable[Span]) -> list[Candidate]:
        segment = self._segment
        candidates: list[Candidate] = []
        calls = Calls(plan, segment, spans)
        for number in calls:
            rule = plan.rules[number]
            try:
                for candidate in self._match(rule, number, calls):
                    if in_zones(rule.find.zone, segment, candidate.match):
                        candidates.append(candidate)  # noqa: PERF401 -- what was found before a timeout counts
            except TimeoutError:
                self.gaps.append(_timeout_gap(rule, segment))
        return candidates

    def _match(self, rule: Rule, number: int, calls: Calls) -> Iterable[Candidate]:
        segment, company = self._segment, company_for(rule, self._starts)
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
