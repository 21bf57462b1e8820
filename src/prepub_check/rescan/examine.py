"""One page → what a rescan keeps of it: the step that every engine runs."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Literal

from ..checker import Checker
from ..model import Finding, Gap, Verdict
from ..writers.record import record_finding, record_gap
from .page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A finding or a gap of a page, ready to be kept: no value, only what a report shows.

    ``code`` is the rule's id or the gap's cause, ``place`` the location in Chinese, ``record`` the JSON
    object that ``check --format jsonl`` writes. A gap's ``fingerprint`` is empty.
    """

    kind: Literal["finding", "gap"]
    code: str
    severity: str
    counts: bool
    fingerprint: str
    place: str
    shown: str
    record: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What one check of one page gave; the same page, rules and configuration give the same."""

    page_id: str
    verdict: Verdict
    rows: tuple[Row, ...]


def examine_page(page: Page, checker: Checker) -> Examined:
    """Check one page; never raises for what is in it."""
    report = checker.check_bytes(page.data, page.name)
    rows = (*map(_finding_row, report.findings), *map(_gap_row, report.gaps))
    return Examined(page_id=page.id, verdict=report.verdict, rows=rows)


def leave_unexamined(page_id: str, gap: Gap) -> Examined:
    """Give what is kept of a page that could not be examined."""
    return Examined(page_id=page_id, verdict="review", rows=(_gap_row(gap),))


def _finding_row(finding: Finding) -> Row:
    return Row(
        kind="finding",
        code=finding.rule,
        severity=finding.severity,
        counts=finding.counts,
        fingerprint=finding.fingerprint,
        place=str(finding.location),
        shown=finding.shown,
        record=json.dumps(record_finding(finding, values=False), ensure_ascii=False),
    )


def _gap_row(gap: Gap) -> Row:
    return Row(
        kind="gap",
        code=gap.cause,
        severity="",
        counts=True,
        fingerprint="",
        place=gap.part or (str(gap.location) if gap.location else ""),
        shown=gap.message,
        record=json.dumps(record_gap(gap), ensure_ascii=False),
    )
