"""How much of everything a report holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..model import Report


class Tally(NamedTuple):
    """Counts of findings by what becomes of them, of gaps, and of what was examined."""

    block: int
    review: int
    info: int
    doubtful: int
    suppressed: int
    recognised: int
    gaps: int
    sources: int
    characters: int


def count(report: Report) -> Tally:
    """Count a report; a suppressed finding is only that, whatever else it is."""
    counted = Counter(finding.severity for finding in report.findings if finding.counts)
    suppressed = sum(finding.suppressed is not None for finding in report.findings)
    return Tally(
        block=counted["block"],
        review=counted["review"],
        info=counted["info"],
        doubtful=len(report.findings) - counted.total() - suppressed,
        suppressed=suppressed,
        recognised=len(report.recognised),
        gaps=len(report.gaps),
        sources=len(report.coverage),
        characters=sum(part.characters for source in report.coverage for part in source.parts),
    )
