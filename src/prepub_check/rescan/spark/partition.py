"""What executors do with a partition of pages; rules and key come with the task.

The rules travel as a broadcast, which a process unpacks once; the key travels inside the task, in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

import pyarrow as pa
from pyspark import Broadcast

from ...checker import Checker
from ...key import adopt_key
from ...model import Gap
from ..arrow import digest_batch, results_batch
from ..batch import read_batch, write_batch
from ..page import Page
from ..sources import Wanted
from ..supervised import examine_supervised

_ROWS: Final = 64
_WARM: Final = "内部资料\n联系人：张三，手机 13800138000\n"
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
    """Check pages: ``PAGES`` in, ``RESULTS`` out, in the order in which they are finished."""
    checker = task.begin()
    _make_ready(checker)
    items = (item for batch in batches for item in read_batch(batch))
    examined = examine_supervised(items, checker)
    while portion := list(islice(examined, _ROWS)):
        yield results_batch(portion, checker)


def digest_partition(task: Task, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Take the digests of pages: ``PAGES`` in, ``DIGESTS`` out."""
    checker = task.begin()
    for batch in batches:
        yield digest_batch(batch, checker)


def read_archives(task: Task, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Read the WARC files whose paths are given: one column ``path`` in, ``PAGES`` out."""
    config = task.begin().config
    from ..sources import warc  # noqa: PLC0415 -- only archives need its library

    for batch in batches:
        for path in batch.column("path").to_pylist():
            wanted = Wanted(where=path, config=config, known=lambda _: None, folder=Path())
            yield from map(write_batch, _portions(warc.pages(wanted)))


@cache
def _make_ready(checker: Checker) -> None:
    """Examine something, so that the processes this one starts need not prepare the rules again."""
    checker.check_text(_WARM)


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
