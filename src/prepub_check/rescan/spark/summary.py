"""What a run on a cluster did, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyspark.sql import DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many pages there are, were scanned, were carried over, and are gone since the run before.

    ``verdicts`` counts pages; ``findings`` those that bear on a verdict, by severity; ``gaps`` by cause.
    ``table`` is the address of the committed results.
    """

    table: str
    pages: int
    scanned: int
    gone: int
    verdicts: Mapping[str, int]
    findings: Mapping[str, int]
    gaps: Mapping[str, int]

    @property
    def unchanged(self) -> int:
        """How many pages were carried over."""
        return self.pages - self.scanned


def summarise(results: DataFrame, scanned: DataFrame, previous: DataFrame, table: str) -> Summary:
    """Count what is in the results of a run."""
    pages, before = _pages(results), _pages(previous)
    return Summary(
        table=table,
        pages=pages.count(),
        scanned=_pages(scanned).dropDuplicates(["page_id", "content_digest"]).count(),
        gone=before.select("page_id").distinct().join(pages, "page_id", "left_anti").count(),
        verdicts=_count(pages, "verdict"),
        findings=_count(results.where("kind = 'finding' and counts"), "severity"),
        gaps=_count(results.where("kind = 'gap'"), "code"),
    )


def _pages(results: DataFrame) -> DataFrame:
    return results.where("kind = 'page'")


def _count(rows: DataFrame, column: str) -> Mapping[str, int]:
    return {row[0]: row[1] for row in rows.groupBy(column).count().orderBy(column).collect()}
