"""A source as a distributed table of pages: Parquet files, or WARC files by their paths."""

from __future__ import annotations

from functools import partial
from typing import Final

from pyarrow.fs import FileSelector, FileType
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as fn

from ...errors import SourceError
from .folder import Folder, locate
from .partition import Task, read_archives
from .schemas import PAGES

_ARCHIVES: Final = (".warc", ".warc.gz")


def read_pages(spark: SparkSession, source: str, task: Task) -> DataFrame:
    """Give a table of ``PAGES``; ids are never null. Raises SourceError where it is no source for Spark."""
    place = locate(source)
    archives = _archives(place)
    pages = _from_archives(spark, archives, task) if archives else _from_parquet(spark, place)
    return pages.withColumn("page_id", fn.make_valid_utf8(fn.coalesce("page_id", fn.lit(""))))


def _archives(place: Folder) -> list[str]:
    """Give the paths of all files, where they are archives; nothing where none is."""
    info = place.files.get_file_info(place.path)
    if info.type == FileType.NotFound:
        raise SourceError("not-found", f"没有这个来源：{place.uri()}；请检查路径，集群上每台机器都要能读到它")
    found = [info] if info.is_file else place.files.get_file_info(FileSelector(place.path, recursive=True))
    files = sorted(each.path for each in found if each.is_file and not each.base_name.startswith((".", "_")))
    archives = [path for path in files if path.lower().endswith(_ARCHIVES)]
    if archives and archives != files:
        raise SourceError(
            "mixed-source", f"{place.uri()} 里既有 WARC，也有别的文件；请分成两个来源，各检查一次"
        )
    return archives


def _from_archives(spark: SparkSession, paths: list[str], task: Task) -> DataFrame:
    rows = spark.sparkContext.parallelize([(path,) for path in paths], len(paths))
    return spark.createDataFrame(rows, "path string").mapInArrow(partial(read_archives, task), PAGES)


def _from_parquet(spark: SparkSession, place: Folder) -> DataFrame:
    # Files may differ in their optional columns; Spark would take those of any one file.
    table = spark.read.options(recursiveFileLookup=True, mergeSchema=True).parquet(place.uri())
    if missing := [name for name in ("page_id", "content") if name not in table.columns]:
        raise SourceError("wrong-columns", f"{place.uri()} 里没有列 {'、'.join(missing)}；请按约定改名")
    known = [field for field in PAGES if field.name in table.columns]
    return table.select(*(fn.col(field.name).cast(field.dataType) for field in known))
