"""Many files at once: two processes or more where that pays, their results in the order of the files."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import Final

from ..model import Report

# Bytes of files from which a second process saves more than its start costs (measured on two cores).
_PAYS: Final = MappingProxyType({"fork": 8_000_000, "forkserver": 60_000_000, "spawn": 60_000_000})
_FEWEST: Final = 2
_CHUNKS_EACH: Final = 8
_LARGEST_CHUNK: Final = 32

Check = Callable[[Path], Report]

_check: Check | None = None


def check_all(files: Sequence[Path], check: Check, lost: Check) -> Iterator[Report]:
    """Give the report of each file, in order; ``lost`` makes that of a file that ended its process."""
    processes = _processes(files)
    if processes < _FEWEST:
        yield from map(check, files)
        return
    waiting = list(files)
    while waiting:
        done = 0
        for report in _until_broken(waiting, check, processes):
            yield report
            done += 1
        del waiting[:done]
        if waiting:
            suspects, waiting = waiting[:_LARGEST_CHUNK], waiting[_LARGEST_CHUNK:]
            yield from (_alone(path, check, lost) for path in suspects)


def _processes(files: Sequence[Path]) -> int:
    """Give how many processes pay: one for each core and file, if there is enough to read."""
    size = sum(path.stat().st_size for path in files if path.is_file())
    if size < _PAYS[multiprocessing.get_start_method()]:
        return 1
    return min(_cores(), len(files))


def _cores() -> int:
    """Give how many cores this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _until_broken(files: Sequence[Path], check: Check, processes: int) -> Iterator[Report]:
    """Give reports in order until one process dies; what comes after is for the caller to try again."""
    size = max(1, min(_LARGEST_CHUNK, len(files) // (processes * _CHUNKS_EACH)))
    rest = iter(files)
    chunks = iter(lambda: list(islice(rest, size)), [])
    pool = _pool(processes, check)
    try:
        futures: list[Future[list[Report]]] = [pool.submit(_check_chunk, chunk) for chunk in chunks]
        for future in futures:
            yield from future.result()
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(path: Path, check: Check, lost: Check) -> Report:
    """Check one file in a process of its own, so that a crash names it."""
    with _pool(1, check) as pool:
        try:
            return pool.submit(_check_chunk, [path]).result()[0]
        except BrokenProcessPool:
            return lost(path)


def _pool(processes: int, check: Check) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, initializer=_begin, initargs=(check,))


def _begin(check: Check) -> None:
    """Settle what this process checks with; an interrupt ends it without a word, as its parent's end does."""
    global _check  # noqa: PLW0603 -- a process has one task, handed over once and not with every file
    _check = check
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _check_chunk(files: Sequence[Path]) -> list[Report]:
    return [_check(path) for path in files] if _check else []
