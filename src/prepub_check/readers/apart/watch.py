"""Ends a process that takes longer, or more memory, than it may while it reads one file."""

from __future__ import annotations

import subprocess
import time
from threading import Event, Thread
from typing import Final, Self

from .memory import EVERY, used_memory

_MEGABYTE: Final = 1 << 20
# A reader that keeps the time itself has so much more, in seconds, to give what it has.
GRACE: Final = 3.0
# A native library that is refused memory mostly crashes; from this share of the limit on we take it so.
_MUCH: Final = 0.7


class Watch:
    """A context in which the process may take ``seconds`` and ``memory_mb``; afterwards, what it exceeded."""

    __slots__ = ("_done", "_limit", "_most", "_process", "_seconds", "_thread", "late")

    def __init__(self, process: subprocess.Popen[bytes], seconds: float, memory_mb: int) -> None:
        self.late = False
        self._process = process
        self._seconds = seconds
        self._limit = memory_mb * _MEGABYTE
        self._most = 0
        self._done = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    @property
    def swollen(self) -> bool:
        """Whether the process was at the limit of its memory, or near it when it ended."""
        return self._most >= _MUCH * self._limit

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        end = time.monotonic() + self._seconds
        while not self._done.wait(min(EVERY, max(end - time.monotonic(), 0.0))):
            self._most = max(self._most, used_memory(self._process.pid))
            self.late = time.monotonic() >= end
            if self.late or self._most > self._limit:
                self._process.kill()
                return
