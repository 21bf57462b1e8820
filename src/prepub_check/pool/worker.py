"""The process that works: batches come in, an outcome for each item goes out soon, in their order."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import pickle
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread
from typing import Any, Final, Protocol

from ..fault import describe, print_trace
from ..readers.apart.memory import limit_memory, mapped_memory, used_memory
from .outcome import Budget, Lost

# Over the time limit the parent ends this process; without a parent it ends itself, a little later.
_LATER: Final = 6.0
# How long outcomes wait for one another, in seconds: each message costs the parent time.
_TOGETHER: Final = 0.05
_MEGABYTE: Final = 1 << 20
# The exit status of a process that has no memory for what it is given.
TOO_LITTLE: Final = 76


class Count(Protocol):
    """A number that two processes share."""

    value: int


def serve(pipe: Connection, begun: Count, task: Callable[[Any], Any], budget: Budget | None) -> None:
    """Greet, then work until the pipe or the parent ends; ``begun`` counts the items that were begun.

    The greeting is how many bytes of memory a fork has from its parent: they are no item's.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent has the say
    Thread(target=_end_with_parent, daemon=True).start()
    if budget:
        # Arrow, for one, sets aside more addresses than a page may have memory.
        limit_memory(budget.memory_mb + mapped_memory() // _MEGABYTE)
    pipe.send(used_memory(os.getpid()))
    while True:
        outcomes: list[bytes] = []
        sent = time.monotonic()
        for item in _receive(pipe):
            begun.value += 1
            with _alarm(budget):
                outcomes.append(_attempt(task, item))
            if time.monotonic() - sent > _TOGETHER:
                pipe.send(outcomes)
                outcomes, sent = [], time.monotonic()
        pipe.send(outcomes)


def _receive(pipe: Connection) -> list[Any]:
    try:
        batch: list[Any] = pipe.recv()
    except MemoryError:
        os._exit(TOO_LITTLE)
    return batch


@contextmanager
def _alarm(budget: Budget | None) -> Iterator[None]:
    """End this process where its item takes too long and nobody is there any more to see it."""
    if budget is None:
        yield
        return
    with Path(os.devnull).open("wb") as nowhere:
        faulthandler.dump_traceback_later(budget.seconds + _LATER, exit=True, file=nowhere)
        yield
        faulthandler.cancel_dump_traceback_later()


def _attempt(task: Callable[[Any], Any], item: Any) -> bytes:
    try:
        return pickle.dumps(task(item), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps(Lost("page-memory"))
    except BaseException as error:  # noqa: BLE001 -- the other items' results must not be lost with this one
        print_trace(error)
        return pickle.dumps(Lost("internal-error", describe(error)))


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)
