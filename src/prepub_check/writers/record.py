"""Report → records: plain values under the keys of ``shapes``, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tally import count

if TYPE_CHECKING:
    from ..model import Coverage, ExaminedPart, Excerpt, Finding, Gap, Location, Report, Suppressed
    from .shapes import (
        CoverageRecord,
        ExaminedPartRecord,
        ExcerptRecord,
        FindingRecord,
        GapRecord,
        LocationRecord,
        ReportRecord,
        RuleSetRecord,
        SummaryRecord,
        SuppressedRecord,
        TallyRecord,
    )


def record_report(report: Report, *, values: bool) -> ReportRecord:
    """Give the whole report; ``values`` adds what is otherwise masked."""
    return {
        "schema_version": report.schema_version,
        "verdict": report.verdict,
        "verdict_title": report.verdict_title,
        "ruleset": _record_ruleset(report),
        "disclosure": report.disclosure,
        "findings": [record_finding(finding, values=values) for finding in report.findings],
        "recognised": [record_finding(finding, values=values) for finding in report.recognised],
        "gaps": [record_gap(gap) for gap in report.gaps],
        "coverage": [record_coverage(coverage) for coverage in report.coverage],
        "notices": list(report.notices),
        "unused_suppressions": list(report.unused_suppressions),
    }


def record_summary(report: Report) -> SummaryRecord:
    """Give what a report says besides its findings, gaps and coverage."""
    return {
        "schema_version": report.schema_version,
        "verdict": report.verdict,
        "verdict_title": report.verdict_title,
        "ruleset": _record_ruleset(report),
        "disclosure": report.disclosure,
        "tally": _record_tally(report),
        "notices": list(report.notices),
        "unused_suppressions": list(report.unused_suppressions),
    }


def record_finding(finding: Finding, *, values: bool) -> FindingRecord:
    """Give one finding; ``values`` adds its value and the line it stands on."""
    record: FindingRecord = {
        "rule": finding.rule,
        "title": finding.title,
        "category": finding.category,
        "severity": finding.severity,
        "location": _record_location(finding.location),
        "span": finding.span,
        "shown": finding.shown,
        "excerpt": _record_excerpt(finding.excerpt, values=values),
        "cues": list(finding.cues),
        "doubts": [{"kind": doubt.kind, "text": doubt.text} for doubt in finding.doubts],
        "firm": finding.firm,
        "basis": list(finding.basis),
        "advice": finding.advice,
        "decision": finding.decision,
        "fingerprint": finding.fingerprint,
        "value_hmac": finding.value_hmac,
        "suppressed": _record_suppressed(finding.suppressed) if finding.suppressed else None,
        "related": [{"rule": other.rule, "title": other.title} for other in finding.related],
    }
    if values:
        record["value"] = finding.value.reveal()
    return record


def record_gap(gap: Gap) -> GapRecord:
    """Give one gap."""
    return {
        "path": gap.path,
        "part": gap.part,
        "partial": gap.partial,
        "cause": gap.cause,
        "message": gap.message,
        "location": _record_location(gap.location) if gap.location else None,
    }


def record_coverage(coverage: Coverage) -> CoverageRecord:
    """Give what was seen of one source."""
    return {
        "path": coverage.path,
        "media_type": coverage.media_type,
        "encoding": coverage.encoding,
        "decided_by": coverage.decided_by,
        "parts": [_record_part(part) for part in coverage.parts],
        "complete": coverage.complete,
    }


def _record_part(part: ExaminedPart) -> ExaminedPartRecord:
    return {
        "kind": part.kind,
        "name": part.name,
        "characters": part.characters,
        "state": part.state,
        "cause": part.cause,
    }


def _record_location(location: Location) -> LocationRecord:
    return {
        "path": location.path,
        "kind": location.kind,
        "name": location.name,
        "page": location.page,
        "box": location.box,
        "sheet": location.sheet,
        "table": location.table,
        "row": location.row,
        "cell": location.cell,
        "paragraph": location.paragraph,
        "line": location.line,
        "column": location.column,
        "confidence": location.confidence,
        "text": str(location),
    }


def _record_excerpt(excerpt: Excerpt, *, values: bool) -> ExcerptRecord:
    record: ExcerptRecord = {"masked": excerpt.masked, "start": excerpt.start, "end": excerpt.end}
    if values:
        record["raw"] = excerpt.raw.reveal()
    return record


def _record_suppressed(suppressed: Suppressed) -> SuppressedRecord:
    return {"reason": suppressed.reason, "by": suppressed.by, "until": suppressed.until}


def _record_ruleset(report: Report) -> RuleSetRecord:
    return {"version": report.ruleset.version, "fingerprint": report.ruleset.fingerprint}


def _record_tally(report: Report) -> TallyRecord:
    tally = count(report)
    return {
        "block": tally.block,
        "review": tally.review,
        "info": tally.info,
        "doubtful": tally.doubtful,
        "suppressed": tally.suppressed,
        "recognised": tally.recognised,
        "gaps": tally.gaps,
        "sources": tally.sources,
        "characters": tally.characters,
    }
