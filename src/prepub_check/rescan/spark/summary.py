"""What a run on a cluster did, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pyspark.sql import DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many pages there are, were scanned, and are gone: no longer in the source, which was read whole.

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

    def __str__(self) -> str:
        told = f"共 {self.pages} 页：本次查了 {self.scanned} 页，没有变动而照抄结果 {self.unchanged} 页"
        left_out = sum(self.gaps.values())
        return f"{told}；没能检查 {left_out} 处，已不在来源里 {self.gone} 页；结果在 {self.table}"


def summarise(results: DataFrame, scanned: DataFrame, previous: DataFrame, table: str) -> Summary:
    """Count what is in the results of a run."""
    verdicts, findings, gaps = _tallies(results)
    return Summary(
        table=table,
        pages=verdicts.total(),
        scanned=_pages(scanned).dropDuplicates(["page_id", "content_digest"]).count(),
        gone=_gone(results, previous),
        verdicts=verdicts,
        findings=findings,
        gaps=gaps,
    )


def _pages(results: DataFrame) -> DataFrame:
    return results.where("kind = 'page'")


def _gone(results: DataFrame, previous: DataFrame) -> int:
    """Count the pages that were there before; none where the source may have left out more than it names."""
    broken = results.where("content_digest = '' and get_json_object(record, '$.partial') = 'true'")
    missing = _pages(previous).select("page_id").distinct().join(results, "page_id", "left_anti")
    return missing.count() if broken.isEmpty() else 0


def _tallies(results: DataFrame) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count pages by verdict, findings that count by severity, gaps by cause."""
    verdicts, findings, gaps = Counter[str](), Counter[str](), Counter[str]()
    for row in results.groupBy("kind", "verdict", "severity", "code", "counts").count().collect():
        if row["kind"] == "page":
            verdicts[row["verdict"]] += row["count"]
        elif row["kind"] == "gap":
            gaps[row["code"]] += row["count"]
        elif row["counts"]:
            findings[row["severity"]] += row["count"]
    return verdicts, findings, gaps
