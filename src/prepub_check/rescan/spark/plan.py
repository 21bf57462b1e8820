"""What a run has to scan, and what it carries over from the run before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as fn

from ..lost import MESSAGES
from .partition import Task, digest_partition
from .schemas import DIGESTS

_SAME = ["page_id", "content_digest"]


@dataclass(frozen=True, slots=True)
class Plan:
    """``fresh`` are pages to scan, ``carried`` rows of results that hold as they are."""

    fresh: DataFrame
    carried: DataFrame


def plan(pages: DataFrame, previous: DataFrame, task: Task, settings: str) -> Plan:
    """Part the pages by whether the previous results hold them, same content, same settings.

    Only digests are compared, so that no page travels from one machine to another unless most have changed;
    for that the source is read twice. A page that was lost, or that the source did not give, comes again.
    """
    current = previous.where(fn.col("settings_digest") == settings)
    lost = current.where(fn.col("kind") == "gap").where(fn.col("code").isin(*MESSAGES)).select(*_SAME)
    done = current.where(fn.col("kind") == "page").select(*_SAME).join(lost, _SAME, "left_anti")
    if done.isEmpty():
        return Plan(pages, previous.limit(0))
    found = pages.mapInArrow(partial(digest_partition, task), DIGESTS).distinct().persist()
    changed = found.join(done, _SAME, "left_anti").select("page_id").distinct().persist()
    same = found.join(done, _SAME, "left_semi")
    # Counted, so that Spark knows how small the table is and sends it to the pages, not the pages to it.
    fresh = pages.join(changed, "page_id", "left_semi") if changed.count() else pages.limit(0)
    return Plan(fresh, current.join(same, _SAME, "left_semi"))
