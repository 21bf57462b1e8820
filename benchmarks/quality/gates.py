"""The bars that the project sets itself, and whether a run is above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .score import NAMES_AND_ADDRESSES, STRUCTURED, Score, Tally, doubts

_BLOCK: Final = 0.99
_SHOWN: Final = 0.99
_NAMES: Final = 0.92
_ALARMED: Final = 0.01
_FIRM: Final = 0.99
_HIDDEN: Final = 0.02


@dataclass(frozen=True, slots=True)
class Gate:
    """One bar: what is measured, what it came to, and what it must reach."""

    title: str
    value: float
    bound: float
    at_most: bool = False
    note: str = ""

    @property
    def passed(self) -> bool:
        """Whether the bar is reached."""
        return self.value <= self.bound if self.at_most else self.value >= self.bound


def gates(score: Score) -> Iterator[Gate]:
    """Give every gate of a run."""
    fixed = structured(score)
    yield Gate("block precision: identifiers, markings, credentials", fixed.precision, _BLOCK)
    yield Gate("block recall: identifiers, markings, credentials", blocked(score), _BLOCK)
    yield Gate("recall above info: identifiers, markings, credentials", fixed.recall, _SHOWN)
    names = names_and_addresses(score)
    note = f"precision {names.precision:.4f}, recall {names.recall:.4f}"
    yield Gate("F1: names and addresses", names.f1, _NAMES, note=note)
    everything = score.tally(lambda _: True, lambda _: True)
    yield Gate("firm findings that are right", everything.precision, _FIRM)
    yield Gate("harmless documents with a firm alarm above info", alarmed(score), _ALARMED, at_most=True)
    worst, which = hidden(score)
    yield Gate("leaks of a rule that one doubt hides, at worst", worst, _HIDDEN, at_most=True, note=which)


def structured(score: Score) -> Tally:
    """Tally block findings, and all leaks, over what has a fixed shape."""
    groups = score.groups_of_rules()
    return score.tally(
        lambda answered: answered.leak.kind.group in STRUCTURED,
        lambda found: found.severity == "block" and groups.get(found.rule, "marking") in STRUCTURED,
    )


def blocked(score: Score) -> float:
    """Give the share of the leaks that must be blocked for which a firm block finding answers."""
    answers = [
        any(finding.firm and finding.severity == "block" for finding in answered.findings)
        for answered in score.answers
        if answered.leak.kind.group in STRUCTURED and answered.leak.kind.grade == "block"
    ]
    return sum(answers) / len(answers) if answers else 1.0


def names_and_addresses(score: Score) -> Tally:
    """Tally the leaked names and addresses, and the rules that mostly find them."""
    groups = score.groups_of_rules()
    return score.tally(
        lambda answered: answered.leak.kind.group in NAMES_AND_ADDRESSES,
        lambda found: groups.get(found.rule) in NAMES_AND_ADDRESSES,
    )


def alarmed(score: Score) -> float:
    """Give the share of the documents without a leak that raise something firm above info."""
    harmless = [outcome for outcome in score.outcomes if not outcome.document.leaks]
    return sum(any(stray.shown for stray in outcome.stray) for outcome in harmless) / max(1, len(harmless))


def hidden(score: Score) -> tuple[float, str]:
    """Give the greatest share of a rule's leaks that one kind of doubt hides, and which that is."""
    rules = score.by_rule()
    shares = [
        (count / max(1, rules[rule].leaks), f"{rule}: {kind}")
        for (rule, kind), (count, _) in doubts(score.outcomes).items()
        if rule in rules
    ]
    return max(shares, default=(0.0, ""))
