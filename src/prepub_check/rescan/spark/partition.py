"""What executors do with a partition of pages; rules and key come with the task.

The rules travel as a broadcast, which a process unpacks once; the key travels inside the task, in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final

import pyarrow as pa
from pyspark import Broadcast

from ...checker import Checker
from ...key import adopt_key
from ...model import Gap
from ..arrow import digest_batch, examine_guarded, scan_pages
from ..batch import write_batch
from ..page import Page

_ROWS: Final = 64
_BYTES: Final = 16_000_000


@dataclass(frozen=True, slots=True)
class Task:
    """What every partition of a job needs."""

    checker: Broadcast[Checker]
    key: bytes = field(repr=False)

    def begin(self) -> Checker:
        """Give the checker of this process, with the key it is to use."""
        checker = self.checker.value
        adopt_key(checker.config.folder, self.key)
        return checker


def scan_partition(task: Task, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Check pages: ``PAGES`` in, ``RESULTS`` out."""
    checker = task.begin()
    examine = partial(examine_guarded, checker)  # a supervised process can take its place here
    for batch in batches:
        yield scan_pages(batch, examine, checker)


def digest_partition(task: Task, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Take the digests of pages: ``PAGES`` in, ``DIGESTS`` out."""
    checker = task.begin()
    for batch in batches:
        yield digest_batch(batch, checker)


def read_archives(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Read the WARC files whose paths are given: one column ``path`` in, ``PAGES`` out."""
    warc = import_module("..sources.warc", __package__)
    for batch in batches:
        for path in batch.column("path").to_pylist():
            yield from map(write_batch, _portions(warc.pages(Path(path))))


def _portions(items: Iterable[Page | Gap]) -> Iterator[list[Page | Gap]]:
    """Give items in lists that memory holds with ease."""
    portion: list[Page | Gap] = []
    size = 0
    for item in items:
        portion.append(item)
        size += len(item.data) if isinstance(item, Page) else 0
        if len(portion) == _ROWS or size > _BYTES:
            yield portion
            portion, size = [], 0
    yield portion
