"""A Spark session that suits pages: small batches, quiet, and on one machine closed to the network."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from pyspark.errors import PySparkRuntimeError
from pyspark.sql import SparkSession

from ...errors import SourceError

_SETTINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "spark.app.name": "prepub-check",
        "spark.io.encryption.enabled": "true",  # what Spark spills may hold the key
        "spark.log.level": "ERROR",
        "spark.python.worker.reuse": "true",  # rules are made ready once for each process
        "spark.sql.autoBroadcastJoinThreshold": "64m",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "200",
        "spark.sql.files.maxPartitionBytes": "32m",
        "spark.ui.showConsoleProgress": "false",
    }
)
_HERE: Final = "127.0.0.1"
_ON_ONE_MACHINE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "spark.driver.bindAddress": _HERE,
        "spark.driver.host": _HERE,
        "spark.sql.shuffle.partitions": "8",
        "spark.ui.enabled": "false",
    }
)


@contextmanager
def open_session(master: str) -> Iterator[SparkSession]:
    """Give the session that is open already, or one of our own that is closed afterwards.

    Raises SourceError where Spark does not start.
    """
    if (open_already := SparkSession.getActiveSession()) is not None:
        yield open_already
        return
    session = _start(master)
    try:
        yield session
    finally:
        session.stop()


def _start(master: str) -> SparkSession:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = dict(_SETTINGS)
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", _HERE)
        settings |= _ON_ONE_MACHINE
    builder = SparkSession.builder.master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except PySparkRuntimeError as error:
        raise SourceError(
            "no-spark", "Spark 启动失败；请安装 Java 17 以上版本，设好 JAVA_HOME，并检查 --master"
        ) from error
