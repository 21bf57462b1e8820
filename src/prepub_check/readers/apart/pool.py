"""The processes that are waiting for files: as many as threads have ever read at the same time."""

from __future__ import annotations

from threading import Lock

from .process import Process


class Pool:
    """Lends processes to threads; each thread has one to itself while it reads."""

    __slots__ = ("_idle", "_lent", "_lock")

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._lock = Lock()
        self._idle: list[Process] = []
        self._lent: set[Process] = set()

    def take(self, memory_mb: int) -> Process:
        """Give a process with this limit, started where none waits; raises OSError where none starts."""
        process = self._waiting(memory_mb) or Process(memory_mb)
        with self._lock:
            self._lent.add(process)
        return process

    def give(self, process: Process) -> None:
        """Take a process back."""
        with self._lock:
            self._lent.discard(process)
            if process.alive:
                self._idle.append(process)

    def end(self) -> None:
        """End every process, as this one ends."""
        for process in (*self._idle, *self._lent):
            process.end()
        self._idle.clear()

    def forget(self) -> None:
        """Begin anew in a forked child: the processes are its parent's."""
        for process in self._idle:
            process.forget(idle=True)
        for process in self._lent:
            process.forget(idle=False)
        self._begin()

    def _waiting(self, memory_mb: int) -> Process | None:
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.alive and process.memory_mb == memory_mb:
                    return process
                process.end()
        return None
