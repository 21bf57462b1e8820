"""A report as a reviewer reads it on a terminal: firm findings first, then what else must be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .coverage import write_coverage
from .display import visible
from .finding import write_block, write_line, write_place, write_suppressed
from .summary import write_summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Finding, Gap, Report
    from .style import Style


def write(report: Report, style: Style) -> str:
    """Give the findings by path and place, the doubtful ones apart, then gaps, notices and the verdict."""
    sections = [*_sections(report, style), write_summary(report, style)]
    return "\n\n".join(section for section in sections if section) + "\n"


def _sections(report: Report, style: Style) -> Iterator[str]:
    findings = sorted(report.findings, key=_order)
    counting = [finding for finding in findings if finding.counts]
    yield "\n\n".join(write_block(finding, style) for finding in counting if finding.severity != "info")
    yield _section(
        "提示", [write_line(finding, style) for finding in counting if finding.severity == "info"], style
    )
    doubtful = [finding for finding in findings if finding.suppressed is None and not finding.firm]
    yield _section("存疑，不计入结论", [write_block(finding, style) for finding in doubtful], style)
    suppressed = [finding for finding in findings if finding.suppressed is not None]
    yield _section("已压制，不计入结论", [write_suppressed(finding, style) for finding in suppressed], style)
    if style.recognised:
        recognised = sorted(report.recognised, key=_order)
        yield _section("认得而不报", [_recognise(finding, style) for finding in recognised], style)
    yield _section("未能检查", [_miss(gap, style) for gap in report.gaps], style)
    yield _section("检查范围", write_coverage(report), style)
    yield _section("说明", [visible(notice) for notice in report.notices], style)
    if style.unused:
        yield _section("没有用到的压制", [visible(line) for line in report.unused_suppressions], style)


def _section(title: str, entries: Iterable[str], style: Style) -> str:
    shown = list(entries)
    heading = style.paint(f"── {title}（{len(shown)}）", "heading")
    return "\n".join([heading, *shown]) if shown else ""


def _recognise(finding: Finding, style: Style) -> str:
    why = "；".join((*finding.cues, *(doubt.text for doubt in finding.doubts)))
    return f"{write_line(finding, style)}{visible(f'（{why}）') if why else ''}"


def _miss(gap: Gap, style: Style) -> str:
    place = write_place(gap.location) if gap.location else f"{visible(gap.path)}:"
    return f"{style.paint(place, 'place')} 未能检查 [{gap.cause}] {visible(gap.message)}"


def _order(finding: Finding) -> tuple[str, int, int, int]:
    place = finding.location
    return place.path, place.page or 0, place.line or 0, place.column or 0
