"""A score as people read it: tables, gates, and every miss and false alarm in a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from prepub_check.model import Finding

from .document import Document
from .gates import Gate, gates
from .match import Answered, Outcome
from .score import Score, Tally, doubts, state

_AROUND = 24
_EXCERPT = 120


def show_score(score: Score) -> Iterator[str]:
    """Give the lines of the tables."""
    documents = [outcome.document for outcome in score.outcomes]
    leaking = sum(bool(document.leaks) for document in documents)
    kinds = len(score.by_kind())
    yield f"{len(documents)} documents, {leaking} with leaks; {len(score.answers)} leaks of {kinds} kinds"
    yield from _table("By family", score.by_family())
    yield from _table("By family, block findings only", score.by_family("block"))
    yield from _table("By rule", score.by_rule())
    yield from _table("By kind of leak (recall)", score.by_kind())
    yield from _table("By writing (recall)", score.by_disguise())
    yield from _show_doubts(score)
    yield from _show_negatives(score)
    yield from show_gates(list(gates(score)))


def show_gates(results: list[Gate]) -> Iterator[str]:
    """Give one line a gate."""
    yield "\n## Gates"
    for gate in results:
        sign = "<=" if gate.at_most else ">="
        note = f"  ({gate.note})" if gate.note else ""
        yield f"{'PASS' if gate.passed else 'FAIL'}  {gate.title}: {gate.value:.4f} {sign} {gate.bound}{note}"


def show_details(score: Score) -> Iterator[str]:
    """Give the misses by kind and writing, and the false alarms by rule, with the text around each."""
    missed: dict[str, list[str]] = defaultdict(list)
    alarms: dict[str, list[str]] = defaultdict(list)
    for outcome in score.outcomes:
        for answered in outcome.answered:
            if state(answered) != "found":
                missed[answered.leak.kind.id].append(_show_miss(outcome.document, answered))
        for finding in outcome.stray:
            alarms[finding.rule].append(_show_alarm(outcome, finding))
    yield "# Misses by kind of leak"
    yield from _show_groups(missed)
    yield "\n# False alarms by rule"
    yield from _show_groups(alarms)


def _show_groups(groups: Mapping[str, list[str]]) -> Iterator[str]:
    for name, lines in sorted(groups.items(), key=lambda item: -len(item[1])):
        yield f"\n## {name}: {len(lines)}"
        yield from lines


def _show_miss(document: Document, answered: Answered) -> str:
    leak, best = answered.leak, answered.best
    why = ""
    if best:
        why = f" | {best.rule} {best.severity}: " + "; ".join(
            f"{doubt.kind} {doubt.text}" for doubt in best.doubts
        )
    writing = f" [{leak.disguise}]" if leak.disguise else ""
    place = _around(document, leak.start, leak.end)
    return f"- {document.id} {document.kind}{writing} {state(answered)}: {place}{why}"


def _show_alarm(outcome: Outcome, finding: Finding) -> str:
    weight = finding.severity if finding.firm else f"doubtful {finding.severity} ({finding.doubts[0].kind})"
    where = f"{outcome.document.id} {outcome.document.kind} {finding.location.line}:{finding.location.column}"
    around = finding.excerpt.raw.reveal()[:_EXCERPT]
    return f"- {where} {weight}: {finding.value.reveal()!r} in {around!r}"


def _around(document: Document, start: int, end: int) -> str:
    text = document.text
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}«{text[start:end]}»{after}".replace("\n", "⏎")


def _table(title: str, tallies: Mapping[str, Tally]) -> Iterator[str]:
    yield f"\n## {title}"
    yield f"{'':44}  prec.  recall      F1   right  wrong   found  doubt  missed"
    for name, tally in tallies.items():
        shares = f"{tally.precision:6.3f}  {tally.recall:6.3f}  {tally.f1:6.3f}"
        counts = f"{tally.right:6} {tally.wrong:6}  {tally.found:6} {tally.doubtful:6}  {tally.missed:6}"
        yield f"{name:44} {shares}  {counts}"


def _show_doubts(score: Score) -> Iterator[str]:
    rules = score.by_rule()
    strays = [finding for outcome in score.outcomes for finding in outcome.stray]
    yield "\n## Doubts: leaks that each hides, share of the rule's leaks, false alarms that it calms"
    for (rule, kind), (count, calmed) in doubts(score.answers, strays).items():
        leaks = rules[rule].leaks if rule in rules else 0
        yield f"{rule:44} {kind:14} hides {count:5} ({count / max(1, leaks):6.1%})  calms {calmed:5}"


def _show_negatives(score: Score) -> Iterator[str]:
    planted: dict[str, list[bool]] = defaultdict(list)
    for outcome in score.outcomes:
        if not outcome.document.leaks:
            firm = any(finding.firm and finding.severity != "info" for finding in outcome.stray)
            for negative in outcome.document.negatives:
                planted[negative].append(firm)
    yield "\n## Harmless documents by what they hold: documents, of them with a firm alarm above info"
    for negative, alarms in sorted(planted.items()):
        yield f"{negative:44} {len(alarms):6} {sum(alarms):6}"
