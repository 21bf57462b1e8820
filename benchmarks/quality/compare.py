"""Ours and the peers on the same documents: a tally for each row that a checker claims to cover."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from .document import Document, Span
from .match import Outcome
from .peers.hit import Hit
from .peers.rows import ROWS
from .score import Score, Tally, state

_PEERS: Final = ("presidio", "jionlp", "ferret", "detect_secrets", "words", "naive")
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """One checker in the comparison: its name, version and settings, and its tallies by row."""

    title: str
    version: str
    note: str
    tallies: Mapping[str, Tally]


def compare(documents: Sequence[Document]) -> list[Column]:
    """Run every peer over the documents."""
    return [compare_with(import_module(f"{__package__}.peers.{name}"), documents) for name in _PEERS]


def ours(score: Score, version: str) -> Column:
    """Give our own column; a finding stands in the row whose leaks its rule answers for most often."""
    rows = _rows_of_rules(score.outcomes)
    tallies = score.table(
        lambda answered: _row_of(answered.leak.kind.id), lambda found: rows.get(found.rule, found.category)
    )
    return Column("prepub-check", version, "默认规则；只算确定的、提示以上的发现", tallies)


def compare_with(peer: Any, documents: Sequence[Document]) -> Column:
    """Run one peer over the documents; what it does not claim to cover is left out."""
    right, wrong, found, missed = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for document, hits in zip(documents, peer.scan([one.text for one in documents]), strict=True):
        for leak in document.leaks:
            row = _row_of(leak.kind.id)
            reach = _touch if leak.kind.group == "marking" else _covers
            hit = any(one.row == row and reach((one.start, one.end), leak.span) for one in hits)
            (found if hit else missed)[row] += 1
        for one in set(hits):
            verdict = _verdict(document, one)
            right[one.row] += verdict == "right"
            wrong[one.row] += verdict == "wrong"
    tallies = {row: Tally(right[row], wrong[row], found[row], 0, missed[row]) for row in peer.COVERS}
    return Column(peer.TITLE, peer.version(), peer.NOTE, tallies)


def _verdict(document: Document, hit: Hit) -> str:
    place = hit.start, hit.end
    if any(_row_of(leak.kind.id) == hit.row and _touch(place, leak.span) for leak in document.leaks):
        return "right"
    others = (*document.tolerated, *(leak.span for leak in document.leaks))
    return "" if any(_touch(place, spot) for spot in others) else "wrong"


def _rows_of_rules(outcomes: Iterable[Outcome]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        for answered in outcome.answered:
            if state(answered) == "found":
                for finding in answered.findings:
                    counts[finding.rule][_row_of(answered.leak.kind.id)] += 1
    return {rule: counter.most_common(1)[0][0] for rule, counter in counts.items()}


def _row_of(kind: str) -> str:
    return next((name for name, row in ROWS.items() if kind in row.kinds), "")


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _covers(place: Span, leak: Span) -> bool:
    return min(place[1], leak[1]) - max(place[0], leak[0]) >= _HALF * (leak[1] - leak[0])
