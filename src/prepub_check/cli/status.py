"""What the exit status says to the program that called this one."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from ..model import SEVERITY_RANK

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..config import Config
    from ..model import Report

INTERNAL_ERROR: Final = "internal-error"


class Status(IntEnum):
    """Exit statuses; hooks and pipelines rely on them."""

    CLEAN = 0
    FOUND = 1
    MISUSE = 2
    UNSEEN = 3
    BROKEN = 4
    INTERRUPTED = 130


def status_of(report: Report, config: Config) -> Status:
    """Weigh a report."""
    severities = {finding.severity for finding in report.findings if finding.counts}
    return status_for(severities, {gap.cause for gap in report.gaps}, config)


def status_for(severities: Collection[str], causes: Collection[str], config: Config) -> Status:
    """Weigh findings that count, and causes of gaps: our own failure first, then the threshold, then gaps."""
    if INTERNAL_ERROR in causes:
        return Status.BROKEN
    threshold = SEVERITY_RANK[config.check.fail_on]
    if any(SEVERITY_RANK[severity] >= threshold for severity in severities):
        return Status.FOUND
    return Status.UNSEEN if causes and config.check.fail_on_gaps else Status.CLEAN
