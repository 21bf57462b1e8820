"""Which finding answers for which planted leak."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from prepub_check.model import Finding, Report

from .document import Document, Leak, Span

_IGNORED: Final = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u3000\u00ad<>/]")
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Answered:
    """A leak, and the findings that answer for it, the firm ones first."""

    leak: Leak
    findings: tuple[Finding, ...]

    @property
    def best(self) -> Finding | None:
        """The finding that a reviewer would look at."""
        return self.findings[0] if self.findings else None


@dataclass(frozen=True, slots=True)
class Stray:
    """A finding that touches no leak of its family, and its place in the source."""

    finding: Finding
    span: Span

    @property
    def shown(self) -> bool:
        """Whether a reviewer is shown it as certain."""
        return self.finding.firm and self.finding.severity != "info"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one document fared: its leaks with their answers, and the findings that answer for none."""

    document: Document
    answered: tuple[Answered, ...]
    stray: tuple[Stray, ...] = ()


def match(document: Document, report: Report) -> Outcome:
    """Match every finding of a report with the leaks of its document."""
    places = Places(document)
    found = [(finding, places.span(finding)) for finding in report.findings]
    answered: list[Answered] = []
    used: set[int] = set()
    for leak in document.leaks:
        mine = [
            (place, finding)
            for place, (finding, span) in enumerate(found)
            if finding.category in leak.kind.families and places.answers(leak, finding, span)
        ]
        used.update(place for place, _ in mine)
        answered.append(Answered(leak, tuple(sorted((f for _, f in mine), key=_weight))))
    stray = (
        Stray(finding, span)
        for place, (finding, span) in enumerate(found)
        if place not in used and not _excused(document, finding, span)
    )
    return Outcome(document, tuple(answered), tuple(stray))


def _excused(document: Document, finding: Finding, span: Span) -> bool:
    parts = (leak.span for leak in document.leaks if finding.category in leak.kind.families)
    return any(_overlap(span, spot) for spot in (*document.tolerated, *parts))


class Places:
    """The way from a finding's line and column to its place in the source of a document."""

    def __init__(self, document: Document) -> None:
        self._markup = document.media_type == "text/html"
        self._starts = [0]
        for line in document.text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def span(self, finding: Finding) -> Span:
        """Give the place of a finding in the source; in HTML its end holds where no markup cuts through."""
        where = finding.location
        if where.line is None or where.line > len(self._starts):
            return finding.span
        start = self._starts[where.line - 1] + (where.column or 1) - 1
        return start, start + len(finding.value.reveal())

    def answers(self, leak: Leak, finding: Finding, span: Span) -> bool:
        """Whether a finding covers at least half of a leak or touches a place that stands for it."""
        if any(_overlap(span, spot) for spot in leak.also):
            return True
        if self._markup and leak.disguise:
            return bool(_overlap(span, leak.span)) and _shares(leak.value, finding.value.reveal())
        return _overlap(span, leak.span) >= _HALF * (leak.end - leak.start)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _shares(value: str, found: str) -> bool:
    wanted, seen = _bare(value), _bare(found)
    return wanted in seen or (seen in wanted and len(seen) >= _HALF * len(wanted))


def _bare(text: str) -> str:
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text))


def _weight(finding: Finding) -> tuple[bool, int]:
    return bool(finding.doubts), -("info", "review", "block").index(finding.severity)


def firm_above_info(findings: Sequence[Finding]) -> list[Finding]:
    """Give the findings that a reviewer is shown as certain."""
    return [finding for finding in findings if finding.firm and finding.severity != "info"]
