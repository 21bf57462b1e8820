"""Items to processes and outcomes back: a bounded number on the way, and nobody is lost with a neighbour."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from multiprocessing.connection import wait
from typing import Any, Final, TypeVar

from .outcome import Budget, Lost
from .process import Process

_BATCH: Final = 16
_WEIGHT: Final = 1_000_000
_EVERY: Final = 0.05
_STARTS: Final = 3

Item = TypeVar("Item")
Result = TypeVar("Result")


def work(
    items: Iterable[Item],
    task: Callable[[Item], Result],
    budget: Budget | None = None,
    *,
    weigh: Callable[[Item], int] = lambda _: 0,
    processes: int | None = None,
) -> Generator[tuple[Item, Result | Lost], None, None]:
    """Give each item with what ``task`` makes of it, as results come; one that has none comes with a Lost.

    Without a ``budget`` an item may take what it likes. ``items`` are taken as they are needed: batches of
    sixteen, or of a megabyte as ``weigh`` counts it, one for each process. Processes start when there is
    something for them and end with the iteration. Whoever ended a process that had worked on others before
    is tried once more in a new one, which has the say. Raises ChildProcessError where processes do not start.
    """
    crew = _Crew(task, budget, processes or cores())
    batches = _batches(items, weigh)
    try:
        while crew.employ(batches):
            for process in crew.ready():
                yield from crew.collect(process)
    finally:
        crew.end()


def cores() -> int:
    """Give how many cores this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Crew:
    """The processes of one piece of work, and what they have to do again."""

    def __init__(self, task: Callable[[Any], Any], budget: Budget | None, size: int) -> None:
        self._start = partial(Process, task, budget)
        self._size = size
        self._failed_starts = 0
        self._watched = 0.0
        self._idle: list[Process] = []
        self._busy: list[Process] = []
        self._again: deque[list[Any]] = deque()
        self._suspects: deque[Any] = deque()

    def employ(self, batches: Iterator[list[Any]]) -> bool:
        """Give every process something to do; False when all is done."""
        while len(self._busy) < self._size:
            if self._suspects:
                if self._idle:
                    self._idle.pop().end()
                self._hand([self._suspects.popleft()], self._start())
            elif batch := self._again.popleft() if self._again else next(batches, None):
                self._hand(batch, self._idle.pop() if self._idle else self._start())
            else:
                break
        return bool(self._busy)

    def ready(self) -> list[Process]:
        """Wait a little for outcomes, and give the processes that have some or have ended."""
        found = wait([process.pipe for process in self._busy], _EVERY)
        if time.monotonic() - self._watched > _EVERY:
            self._watched = time.monotonic()
            for process in self._busy:
                if process.pipe not in found:
                    process.watch()
        return [process for process in self._busy if process.pipe in found]

    def collect(self, process: Process) -> Iterator[tuple[Any, Any]]:
        """Give the outcomes that have come from a process."""
        try:
            yield from process.take()
        except EOFError:
            yield from self._bury(process)
        else:
            if not process.waiting:
                self._busy.remove(process)
                self._idle.append(process)

    def end(self) -> None:
        """End every process."""
        for process in (*self._idle, *self._busy):
            process.end()

    def _hand(self, batch: list[Any], process: Process) -> None:
        self._busy.append(process)
        process.give(batch)

    def _bury(self, process: Process) -> Iterator[tuple[Any, Any]]:
        """Settle who ended a process; the rest of its batch is for another."""
        self._busy.remove(process)
        lost = process.explain()
        process.end()
        if process.greeted:
            self._failed_starts = 0
            guilty = process.guilty()
            if process.tried and lost.cause != "page-timeout":
                self._suspects.append(guilty)
            else:
                yield guilty, lost
        else:
            self._failed_starts += 1
            if self._failed_starts == _STARTS:
                raise ChildProcessError(lost.detail)
        if process.waiting:
            self._again.append(list(process.waiting))


def _batches(items: Iterable[Item], weigh: Callable[[Item], int]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += weigh(item)
        if len(batch) == _BATCH or weight >= _WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch
