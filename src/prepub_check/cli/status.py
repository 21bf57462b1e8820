"""What the exit status says to the program that called this one."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from ..model import SEVERITY_RANK

if TYPE_CHECKING:
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
    """Weigh a report: our own failure first, then findings at the threshold, then gaps."""
    if any(gap.cause == INTERNAL_ERROR for gap in report.gaps):
        return Status.BROKEN
    threshold = SEVERITY_RANK[config.check.fail_on]
    if any(finding.counts and SEVERITY_RANK[finding.severity] >= threshold for finding in report.findings):
        return Status.FOUND
    return Status.UNSEEN if report.gaps and config.check.fail_on_gaps else Status.CLEAN
