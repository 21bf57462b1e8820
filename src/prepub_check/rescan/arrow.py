"""Arrow in, Arrow out: the seam that Spark, Ray, Daft and a pool of one's own share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from ..checker import Checker
from ..config import find_config
from ..errors import ConfigError
from ..key import load_key
from ..model import Gap
from .batch import read_batch, storable
from .columns import DIGESTS, PAGES, RESULTS
from .digest import content_digest, settings_digest
from .examine import Examined, Row, examine_page, leave_unexamined
from .page import Page

__all__ = ["PAGES", "RESULTS", "Examine", "digest_batch", "examine_guarded", "scan_batch", "scan_pages"]

Examine = Callable[[Page], Examined]


def scan_batch(batch: pa.RecordBatch, checker: Checker | None = None) -> pa.RecordBatch:
    """Check a batch of pages: ``PAGES`` in, ``RESULTS`` out.

    Without a checker it is that of the working directory, made once for each process. Raises SourceError
    where the columns are others; never for what is in a page.
    """
    chosen = checker or _default()
    return scan_pages(batch, partial(examine_guarded, chosen), chosen)


def scan_pages(batch: pa.RecordBatch, examine: Examine, checker: Checker) -> pa.RecordBatch:
    """Check a batch as ``examine`` does, which must not raise for what is in a page."""
    key, settings = load_key(checker.config.folder), settings_digest(checker)
    rows = [
        {"content_digest": _digest(key, item), "settings_digest": settings, **row}
        for item in read_batch(batch)
        for row in _results(item, examine)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=RESULTS)


def digest_batch(batch: pa.RecordBatch, checker: Checker) -> pa.RecordBatch:
    """Give what a page and its content are known by: ``PAGES`` in, ``DIGESTS`` out."""
    key = load_key(checker.config.folder)
    rows = [{"page_id": _id(item), "content_digest": _digest(key, item)} for item in read_batch(batch)]
    return pa.RecordBatch.from_pylist(rows, schema=DIGESTS)


def examine_guarded(checker: Checker, page: Page) -> Examined:
    """Check one page in this process; an error of ours becomes a gap of that page."""
    try:
        return examine_page(page, checker)
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 -- the other pages' results must not be lost with this one
        message = f"检查时出现内部错误（{type(error).__name__}），没有查完；请单独检查它，并报告给维护者"
        return leave_unexamined(page.id, Gap(path=page.name, cause="internal-error", message=message))


@cache
def _default() -> Checker:
    return Checker(config=find_config(Path.cwd()))


def _id(item: Page | Gap) -> str:
    return item.id if isinstance(item, Page) else item.path


def _digest(key: bytes, item: Page | Gap) -> str:
    return content_digest(key, item.data, item.name) if isinstance(item, Page) else ""


def _results(item: Page | Gap, examine: Examine) -> Iterator[dict[str, Any]]:
    """Give the row of a page, then those of its findings and gaps."""
    if isinstance(item, Page):
        examined, url = examine(item), item.url
    else:
        examined, url = leave_unexamined(item.path, item), ""
    same = {"page_id": _id(item), "url": url}
    counts = any(row.counts for row in examined.rows)
    yield {**same, "kind": "page", "ordinal": 0, "verdict": examined.verdict, "counts": counts}
    for ordinal, row in enumerate(examined.rows, 1):
        yield {**same, "kind": row.kind, "ordinal": ordinal, **_told(row)}


def _told(row: Row) -> dict[str, Any]:
    return {
        "code": row.code,
        "severity": row.severity or None,
        "counts": row.counts,
        "fingerprint": row.fingerprint or None,
        "place": storable(row.place),
        "shown": storable(row.shown),
        "record": storable(row.record),
    }
