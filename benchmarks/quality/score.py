"""Precision and recall over matched documents: by rule, by family, by kind of leak and by writing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from prepub_check.model import Finding

from .document import Group
from .match import Answered, Outcome, firm_above_info

STRUCTURED: Final[frozenset[Group]] = frozenset({"marking", "identifier", "credential"})
NAMES_AND_ADDRESSES: Final[frozenset[Group]] = frozenset({"name", "address"})


@dataclass(frozen=True, slots=True)
class Tally:
    """Firm findings right and wrong, leaks found firmly, only in doubt, and not at all."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    doubtful: int = 0
    missed: int = 0

    @property
    def leaks(self) -> int:
        """How many leaks there were."""
        return self.found + self.doubtful + self.missed

    @property
    def precision(self) -> float:
        """Share of the firm findings that are right; 1 where there are none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the leaks that are found firmly; 1 where there are none."""
        return self.found / self.leaks if self.leaks else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def state(answered: Answered) -> str:
    """Give ``found``, ``doubtful`` or ``missed``; a finding that only informs has missed."""
    shown = [finding for finding in answered.findings if finding.severity != "info"]
    if any(finding.firm for finding in shown) or (shown and answered.leak.kind.grade == "doubt"):
        return "found"
    return "doubtful" if answered.findings and answered.findings[0].doubts else "missed"


class Score:
    """Everything that can be asked of a run."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        self.outcomes = tuple(outcomes)
        self.answers = tuple(answered for outcome in outcomes for answered in outcome.answered)
        self._commonest = self._commonest_rules()

    def table(
        self, leak: Callable[[Answered], str], finding: Callable[[Finding], str] | None = None
    ) -> dict[str, Tally]:
        """Tally leaks and firm findings under the names that the two questions give; "" leaves one out."""
        states = Counter((leak(answered), state(answered)) for answered in self.answers)
        right, wrong = Counter[str](), Counter[str]()
        for shown, answered in self.shown() if finding else ():
            (right if answered else wrong)[finding(shown) if finding else ""] += 1
        names = {name for name, _ in states} | set(right) | set(wrong)
        return {
            name: Tally(
                right[name], wrong[name], *(states[name, how] for how in ("found", "doubtful", "missed"))
            )
            for name in sorted(names - {""})
        }

    def tally(self, leak: Callable[[Answered], bool], finding: Callable[[Finding], bool]) -> Tally:
        """Tally the leaks and the firm findings that the two questions pick out."""
        chosen = self.table(
            lambda answered: "chosen" if leak(answered) else "",
            lambda found: "chosen" if finding(found) else "",
        )
        return chosen.get("chosen", Tally())

    def shown(self) -> Iterator[tuple[Finding, Answered | None]]:
        """Give every firm finding above info once, with a leak that it answers for, if there is one."""
        for outcome in self.outcomes:
            seen: set[int] = set()
            for answered in outcome.answered:
                for finding in firm_above_info(answered.findings):
                    if id(finding) not in seen:
                        seen.add(id(finding))
                        yield finding, answered
            for stray in outcome.stray:
                if stray.shown:
                    yield stray.finding, None

    def by_family(self, severity: str = "") -> dict[str, Tally]:
        """Give a tally for each family of rules, over findings of one severity or of all."""
        return self.table(family_of, lambda found: found.category if severity in {"", found.severity} else "")

    def by_rule(self) -> dict[str, Tally]:
        """Give a tally for each rule; a leak belongs to its finder, else to its kind's commonest rule."""
        return self.table(self.rule_of, lambda found: found.rule)

    def by_kind(self) -> dict[str, Tally]:
        """Give the recall of each kind of leak."""
        return self.table(lambda answered: answered.leak.kind.id)

    def by_disguise(self) -> dict[str, Tally]:
        """Give the recall of each obfuscated writing."""
        return self.table(lambda answered: answered.leak.disguise or "plain")

    def rule_of(self, answered: Answered) -> str:
        """Give the rule to which a leak belongs."""
        best = answered.best
        return best.rule if best else self._commonest.get(answered.leak.kind.id, "")

    def groups_of_rules(self) -> dict[str, Group]:
        """Give the group whose leaks a rule answers for most often."""
        counts: dict[str, Counter[Group]] = defaultdict(Counter)
        for answered in self.answers:
            for finding in answered.findings:
                counts[finding.rule][answered.leak.kind.group] += 1
        return {rule: counter.most_common(1)[0][0] for rule, counter in counts.items()}

    def _commonest_rules(self) -> dict[str, str]:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for answered in self.answers:
            counts[answered.leak.kind.id].update([answered.best.rule] if answered.best else [])
        return {kind: (counter.most_common(1) or [("", 0)])[0][0] for kind, counter in counts.items()}


def family_of(answered: Answered) -> str:
    """Give the family that a leak is counted under: of the finding that answers for it, else its own."""
    families = sorted(answered.leak.kind.families)
    own = answered.leak.kind.id.partition("/")[0]
    return answered.best.category if answered.best else own if own in families else families[0]


def doubts(outcomes: Iterable[Outcome]) -> dict[tuple[str, str], tuple[int, int]]:
    """Give, per rule and kind of doubt, how many leaks the doubt hides and how many strays it calms."""
    hides, calms = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for outcome in outcomes:
        for answered in outcome.answered:
            if answered.leak.kind.grade != "doubt" and state(answered) == "doubtful" and answered.best:
                hides.update(_kinds(answered.best))
        for stray in outcome.stray:
            calms.update(_kinds(stray.finding))
    return {key: (hides[key], calms[key]) for key in sorted({*hides, *calms})}


def _kinds(finding: Finding) -> set[tuple[str, str]]:
    return {(finding.rule, doubt.kind) for doubt in finding.doubts}
