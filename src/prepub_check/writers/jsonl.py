"""A report as JSON lines: every finding, gap and source on its own, the summary last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .record import record_coverage, record_finding, record_gap, record_summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..model import Report
    from .style import Style


def write(report: Report, style: Style) -> str:
    """Give one object a line; its first key, ``type``, says what it is."""
    from json import JSONEncoder  # noqa: PLC0415 -- the other formats do without

    encode = JSONEncoder(ensure_ascii=False).encode
    return "".join(encode({"type": kind, **record}) + "\n" for kind, record in _lines(report, style))


def _lines(report: Report, style: Style) -> Iterator[tuple[str, Mapping[str, object]]]:
    for finding in report.findings:
        yield "finding", record_finding(finding, values=style.values)
    for finding in report.recognised:
        yield "recognised", record_finding(finding, values=style.values)
    for gap in report.gaps:
        yield "gap", record_gap(gap)
    for coverage in report.coverage:
        yield "coverage", record_coverage(coverage)
    yield "summary", record_summary(report)
