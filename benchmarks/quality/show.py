"""A score as people read it: tables and gates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from .gates import Gate, gates
from .score import Score, Tally, doubts


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


def _table(title: str, tallies: Mapping[str, Tally]) -> Iterator[str]:
    yield f"\n## {title}"
    yield f"{'':44}  prec.  recall      F1   right  wrong   found  doubt  missed"
    for name, tally in tallies.items():
        shares = f"{tally.precision:6.3f}  {tally.recall:6.3f}  {tally.f1:6.3f}"
        counts = f"{tally.right:6} {tally.wrong:6}  {tally.found:6} {tally.doubtful:6}  {tally.missed:6}"
        yield f"{name:44} {shares}  {counts}"


def _show_doubts(score: Score) -> Iterator[str]:
    rules = score.by_rule()
    yield "\n## Doubts: leaks that each hides, share of the rule's leaks, false alarms that it calms"
    for (rule, kind), (count, calmed) in doubts(score.outcomes).items():
        leaks = rules[rule].leaks if rule in rules else 0
        yield f"{rule:44} {kind:14} hides {count:5} ({count / max(1, leaks):6.1%})  calms {calmed:5}"


def _show_negatives(score: Score) -> Iterator[str]:
    planted, alarmed = Counter[str](), Counter[str]()
    for outcome in score.outcomes:
        planted.update(negative.negative for negative in outcome.document.negatives)
        for stray in outcome.stray:
            origin = outcome.document.origin(stray.span[0])
            alarmed[origin.negative if origin else ""] += stray.shown
    yield "\n## What only looks like a leak: how often it was planted, firm alarms above info"
    yield from (
        f"{negative:44} {count:6} {alarmed[negative]:6}" for negative, count in sorted(planted.items())
    )
    yield f"{'(the text around)':44} {'':6} {alarmed['']:6}"
