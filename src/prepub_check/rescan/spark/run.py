"""A whole run: source → pages → what changed → results, committed at the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException

from ...checker import Checker
from ...errors import SourceError
from ...key import load_key
from .. import columns
from ..digest import settings_digest
from .folder import Folder, locate
from .pages import read_pages
from .partition import Task, scan_partition
from .plan import plan
from .schemas import RESULTS
from .session import open_session
from .summary import Summary, summarise

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def run(source: str, checker: Checker, master: str, out: str) -> Summary:
    """Check the pages of ``source`` that the newest run in ``out`` does not hold, and commit a new run.

    ``source`` is Parquet in the columns of ``PAGES``, or WARC: a file or a folder of them. Until the last
    step the runs in ``out`` stay as they are, whatever happens; the same source gives the same table.
    Raises SourceError where Spark does not start or its job fails, or source or ``out`` cannot be reached.
    """
    target = locate(out)
    with open_session(master) as spark:
        try:
            return _run(spark, source, checker, target)
        except (PySparkException, Py4JJavaError) as error:
            told = error.getCondition() if isinstance(error, PySparkException) else ""
            raise SourceError(
                "spark-failed",
                f"Spark 作业失败（{told or type(error).__name__}），原来的结果没有变；"
                "请看 Spark 的日志，排除以后再运行",
            ) from error


def _run(spark: SparkSession, source: str, checker: Checker, target: Folder) -> Summary:
    task = Task(spark.sparkContext.broadcast(checker), load_key(checker.config.folder))
    previous = _newest(spark, target)
    planned = plan(read_pages(spark, source, task), previous, task, settings_digest(checker))
    staging, newest = target.stage(), target.next()
    scanned = planned.fresh.mapInArrow(partial(scan_partition, task), RESULTS)
    scanned = _kept(scanned, target.uri(staging, "scanned"))
    # Two captures of one page with the same content are one page.
    every = scanned.unionByName(planned.carried).repartition("page_id").dropDuplicates(list(columns.KEY))
    results = _kept(every.sortWithinPartitions(*columns.KEY), target.uri(staging, "results"))
    summary = summarise(results, scanned, previous, target.uri(newest))
    target.commit(f"{staging}/results", newest)
    return summary


def _newest(spark: SparkSession, target: Folder) -> DataFrame:
    runs = target.committed()
    if not runs:
        return spark.createDataFrame(columns.RESULTS.empty_table())
    return spark.read.schema(RESULTS).parquet(target.uri(runs[-1]))


def _kept(rows: DataFrame, address: str) -> DataFrame:
    """Write rows, and give them as they were written."""
    rows.write.parquet(address)
    return rows.sparkSession.read.schema(RESULTS).parquet(address)
