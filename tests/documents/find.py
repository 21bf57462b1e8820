"""Where a report says that a value stands."""

from __future__ import annotations

from collections.abc import Iterator

from prepub_check.model import Finding, Report


def places(report: Report, value: str) -> set[tuple[str, str]]:
    """Give kind and location of every finding of a value, hyphens in it aside; inner files by their name."""
    return {(found.location.kind, _told(found)) for found in _of(report, value)}


def _of(report: Report, value: str) -> Iterator[Finding]:
    return (found for found in report.findings if found.value.reveal().replace("-", "") == value)


def _told(found: Finding) -> str:
    _, inside, name = found.location.path.partition(" › ")
    return f"{name}：{found.location}" if inside else str(found.location)
