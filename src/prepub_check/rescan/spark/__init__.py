"""Rescans on Spark: the same table as on one machine, for as many pages as a cluster holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import SourceError

if TYPE_CHECKING:
    from ...checker import Checker
    from .summary import Summary


def run(source: str, checker: Checker, master: str, out: str) -> Summary:
    """See ``spark.run.run``; raises SourceError with the command to install it where Spark is missing."""
    try:
        from .run import run as run_on_spark  # noqa: PLC0415 -- only this engine needs Spark
    except ImportError as error:
        raise SourceError(
            "missing-extra", '没有安装 Spark；请运行 pip install "prepub-check[spark]" 后重试'
        ) from error
    return run_on_spark(source, checker, master, out)
