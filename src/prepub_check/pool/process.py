"""One process that works, as its parent holds it: what it was given, since when, and how it ended."""

from __future__ import annotations

import multiprocessing
import pickle
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Final

from ..readers.apart.memory import used_memory
from .outcome import Budget, Lost
from .worker import TOO_LITTLE, Count, serve

_MEGABYTE: Final = 1 << 20
# A native library that is refused memory mostly crashes; from this share of the limit on we take it so.
_MUCH: Final = 0.7


class Process:
    """Works on one batch after another; is gone for good once an item has ended it.

    ``waiting`` are the items whose outcomes have not come, in their order.
    """

    __slots__ = (
        "_begun", "_budget", "_inherited", "_late", "_most", "_process", "_seen", "_since", "_taken",
        "greeted", "pipe", "waiting",
    )  # fmt: skip

    pipe: Connection

    def __init__(self, task: Callable[[Any], Any], budget: Budget | None) -> None:
        self.pipe, theirs = multiprocessing.Pipe()
        self._begun: Count = multiprocessing.RawValue("Q", 0)
        self._seen = self._taken = self._inherited = 0
        arguments = (theirs, self._begun, task, budget)
        self._process = multiprocessing.Process(target=serve, args=arguments, daemon=True)
        self._process.start()
        theirs.close()
        self._budget = budget
        self._since, self._most, self._late = time.monotonic(), 0, False
        self.waiting: deque[Any] = deque()
        self.greeted = False

    @property
    def tried(self) -> bool:
        """Whether it had other items before the one that it is at."""
        return self._begun.value > 1

    def give(self, batch: Sequence[Any]) -> None:
        """Hand over a batch, when nothing else is waiting; a process that has died is told by ``take``."""
        self.waiting.extend(batch)
        self._since = time.monotonic()
        with suppress(OSError):
            self.pipe.send(batch)

    def take(self) -> Iterator[tuple[Any, Any]]:
        """Give each item with its outcome, as far as they have come; raises EOFError where it has ended."""
        try:
            while self.waiting and self.pipe.poll():
                message = self.pipe.recv()
                if self.greeted:
                    for outcome in message:
                        self._taken += 1
                        yield self.waiting.popleft(), pickle.loads(outcome)  # noqa: S301 -- our own process's
                else:
                    self.greeted, self._inherited = True, message
        except OSError as error:
            raise EOFError from error

    def watch(self) -> None:
        """End it where its item takes more than it may; call ``take`` first, for what it has finished."""
        if self._budget is None:
            return
        if self._seen != self._begun.value:
            self._seen, self._since = self._begun.value, time.monotonic()
        if self.greeted:
            self._most = max(self._most, used_memory(self._process.pid or 0) - self._inherited)
        self._late = time.monotonic() - self._since > self._budget.seconds
        if self._late or self._most > self._budget.memory_mb * _MEGABYTE:
            self._process.kill()

    def guilty(self) -> Any:
        """Take the item that it was at when it ended out of those that wait."""
        at = max(self._begun.value - self._taken - 1, 0)
        item = self.waiting[at]
        del self.waiting[at]
        return item

    def explain(self) -> Lost:
        """Tell why it has ended."""
        self._process.join()
        if self._late:
            return Lost("page-timeout")
        much = self._budget and self._most >= _MUCH * self._budget.memory_mb * _MEGABYTE
        if much or self._process.exitcode == TOO_LITTLE:
            return Lost("page-memory")
        return Lost("process-died", str(self._process.exitcode))

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.pipe.close()
