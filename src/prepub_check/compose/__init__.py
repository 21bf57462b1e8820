"""Hits → report: company, overlaps, allowances, suppressions, coverage, verdict."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..config import Config, Suppression
from ..judge import Cue, Hit, without_values
from ..key import keyed_digest, load_key
from ..model import (
    Document,
    Finding,
    Gap,
    Report,
    RuleSetVersion,
    Secret,
    Verdict,
)
from ..ruleset import RuleSet
from .coverage import cover
from .decisions import allowance_for, as_suppressed, expiry_notices, in_force, normal_form, suppression_for
from .excerpt import Excerpts
from .relations import Placed, placed, under_public, with_company

__all__ = ["combine", "compose"]


def compose(
    document: Document, hits: Iterable[Hit], timeouts: Sequence[Gap], ruleset: RuleSet, config: Config
) -> Report:
    """Make the report of one document and all inside it; ``timeouts`` are rules that did not finish."""
    gaps = (*(gap for each in document.walk() for gap in each.gaps), *timeouts)
    today = dt.datetime.now().astimezone().date()
    found, recognised = _findings(hits, config)
    findings, used = _suppress(found, in_force(config, today))
    return Report(
        verdict=verdict_of(findings, gaps),
        ruleset=RuleSetVersion(ruleset.version, ruleset.fingerprint),
        disclosure=config.check.disclosure,
        findings=tuple(findings),
        recognised=tuple(recognised),
        gaps=gaps,
        coverage=tuple(cover(each, timeouts) for each in document.walk()),
        notices=(
            *(notice for each in document.walk() for notice in each.notices),
            *expiry_notices(config, today),
        ),
        unused_suppressions=tuple(
            str(suppression) for suppression in in_force(config, today) if suppression not in used
        ),
    )


def combine(reports: Iterable[Report]) -> Report:
    """Make one report of many made with the same rules and configuration, at least one."""
    every = tuple(reports)
    findings = tuple(finding for report in every for finding in report.findings)
    gaps = tuple(gap for report in every for gap in report.gaps)
    unused = set(every[0].unused_suppressions).intersection(*(report.unused_suppressions for report in every))
    return replace(
        every[0],
        verdict=verdict_of(findings, gaps),
        findings=findings,
        recognised=tuple(finding for report in every for finding in report.recognised),
        gaps=gaps,
        coverage=tuple(coverage for report in every for coverage in report.coverage),
        notices=tuple(dict.fromkeys(notice for report in every for notice in report.notices)),
        unused_suppressions=tuple(label for label in every[0].unused_suppressions if label in unused),
        seconds=sum(report.seconds for report in every),
    )


def verdict_of(findings: Iterable[Finding], gaps: Sequence[Gap]) -> Verdict:
    """Block for a finding that counts and blocks; review for one to review, or for any gap; else pass."""
    severities = {finding.severity for finding in findings if finding.counts}
    if "block" in severities:
        return "block"
    return "review" if "review" in severities or gaps else "pass"


def _findings(hits: Iterable[Hit], config: Config) -> tuple[list[Finding], list[Finding]]:
    """Give the findings, and what was recognised as public, of all segments in order."""
    findings: list[Finding] = []
    recognised: list[Finding] = []
    ordinals: Counter[tuple[str, str]] = Counter()
    for segment_hits in _by_segment(hits):
        related = under_public(with_company(segment_hits))
        if not related:
            continue
        excerpts = Excerpts(related)
        for place in placed(hit for hit in related if not hit.rule.public):
            allowance = allowance_for(place.hit.rule.id, place.hit.value, config)
            finding = _finding(place, excerpts, ordinals, config)
            if allowance is None:
                findings.append(finding)
            else:
                recognised.append(replace(finding, severity="info", cues=(*finding.cues, allowance.reason)))
        recognised += (
            _finding(Placed(hit), excerpts, ordinals, config)
            for hit in related
            if hit.rule.public and hit.firm
        )
    return findings, recognised


def _by_segment(hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    segments: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        segments[id(hit.segment)].append(hit)
    yield from segments.values()


def _finding(
    place: Placed, excerpts: Excerpts, ordinals: Counter[tuple[str, str]], config: Config
) -> Finding:
    hit, rule = place.hit, place.hit.rule
    span = hit.segment.folded.original(hit.span)
    value = hit.segment.part.text[span[0] : span[1]]
    normal = normal_form(hit.value)
    ordinals[rule.id, normal] += 1
    key = load_key(config.folder)
    return Finding(
        rule=rule.id,
        title=rule.title,
        category=rule.category,
        severity=rule.severity_as.get(config.check.disclosure, rule.severity),
        location=hit.segment.part.places.locate(span[0]),
        span=span,
        shown=excerpts.shown(hit.span),
        value=Secret(value),
        excerpt=excerpts.around(hit),
        cues=tuple(filter(None, dict.fromkeys(_cue(cue, excerpts) for cue in hit.cues))),
        doubts=hit.doubts,
        basis=rule.basis,
        advice=rule.advice,
        decision=rule.decision,
        fingerprint=keyed_digest(key, "finding", rule.id, normal, str(ordinals[rule.id, normal])),
        value_hmac=keyed_digest(key, "value", normal),
        related=place.related,
    )


def _cue(cue: Cue, excerpts: Excerpts) -> str:
    """Give a cue as it may be shown; one that stands in the text has the values in it masked."""
    text = cue if isinstance(cue, str) else excerpts.shown(cue)
    return without_values(text).strip(" :：")


def _suppress(
    findings: Iterable[Finding], suppressions: Sequence[Suppression]
) -> tuple[list[Finding], set[Suppression]]:
    result: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        suppression = suppression_for(finding, suppressions)
        if suppression is None:
            result.append(finding)
        else:
            used.add(suppression)
            result.append(replace(finding, suppressed=as_suppressed(suppression)))
    return result, used
