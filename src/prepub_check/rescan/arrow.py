"""Arrow in, Arrow out: the seam that Spark, Ray, Daft and a pool of one's own share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from ..checker import Checker
from ..config import find_config
from ..errors import ConfigError
from ..fault import describe, print_trace
from ..key import load_key
from ..model import Gap
from ..pool import Lost
from .batch import read_batch
from .columns import DIGESTS, PAGES, RESULTS
from .digest import content_digest, settings_digest
from .examine import Examined, Row, examine_page, leave_unexamined
from .lost import budget_of, leave_lost
from .page import Page
from .storable import storable

__all__ = ["PAGES", "RESULTS", "digest_batch", "results_batch", "scan_batch"]


def scan_batch(batch: pa.RecordBatch, checker: Checker | None = None) -> pa.RecordBatch:
    """Check a batch of pages: ``PAGES`` in, ``RESULTS`` out.

    Without a checker it is that of the working directory, made once for each process. Raises SourceError
    where the columns are others; never for what is in a page.
    """
    chosen = checker or _default()
    return results_batch(((item, _examine(item, chosen)) for item in read_batch(batch)), chosen)


def results_batch(examined: Iterable[tuple[Page | Gap, Examined]], checker: Checker) -> pa.RecordBatch:
    """Give ``RESULTS`` of what a source gave and what was kept of it, with the checker that examined it."""
    key, settings = load_key(checker.config.folder), settings_digest(checker)
    rows = [
        {"content_digest": _digest(key, item), "settings_digest": settings, **row}
        for item, kept in examined
        for row in _rows(item, kept)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=RESULTS)


def digest_batch(batch: pa.RecordBatch, checker: Checker) -> pa.RecordBatch:
    """Give what a page and its content are known by: ``PAGES`` in, ``DIGESTS`` out."""
    key = load_key(checker.config.folder)
    rows = [{"page_id": _id(item), "content_digest": _digest(key, item)} for item in read_batch(batch)]
    return pa.RecordBatch.from_pylist(rows, schema=DIGESTS)


@cache
def _default() -> Checker:
    return Checker(config=find_config(Path.cwd()))


def _examine(item: Page | Gap, checker: Checker) -> Examined:
    """Examine in this process; an error of ours becomes a gap of that page."""
    if isinstance(item, Gap):
        return leave_unexamined(item.path, item)
    try:
        return examine_page(item, checker)
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 -- the other pages' results must not be lost with this one
        print_trace(error)
        return leave_lost(item, Lost("internal-error", describe(error)), budget_of(checker.config.limits))


def _id(item: Page | Gap) -> str:
    return item.id if isinstance(item, Page) else item.path


def _digest(key: bytes, item: Page | Gap) -> str:
    return content_digest(key, item.data, item.name) if isinstance(item, Page) else ""


def _rows(item: Page | Gap, kept: Examined) -> Iterator[dict[str, Any]]:
    """Give the row of a page, then those of its findings and gaps; of what the source left out, the gap."""
    same = {"page_id": _id(item), "url": item.url if isinstance(item, Page) else ""}
    if isinstance(item, Page):
        counts = any(row.counts for row in kept.rows)
        yield {**same, "kind": "page", "ordinal": 0, "verdict": kept.verdict, "counts": counts}
    for ordinal, row in enumerate(kept.rows, 1):
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
