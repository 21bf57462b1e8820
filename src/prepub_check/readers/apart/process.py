"""One process that reads, as its parent holds it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import IO, Final

from .answer import Answer, Failure, Request
from .failures import crashed, too_big, too_slow
from .watch import GRACE, Watch

_MODULE: Final = f"{__package__}.worker"
_HOME: Final = str(Path(__file__).parents[3])
_START: Final = 60.0
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Process:
    """Reads one file after another; is gone for good once a file has ended it.

    Raises OSError where it does not start.
    """

    __slots__ = ("_incoming", "_outgoing", "_popen", "_scratch", "fresh", "memory_mb")

    def __init__(self, memory_mb: int) -> None:
        self.memory_mb = memory_mb
        self.fresh = True
        self._scratch = mkdtemp(prefix="prepub-")
        self._popen = subprocess.Popen(  # noqa: S603 -- ourselves
            # -P: a folder of drafts is no place to import from.
            [sys.executable, "-P", "-m", _MODULE, str(memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(self._scratch),
            creationflags=_NO_WINDOW,
        )
        self._outgoing, self._incoming = _pipe(self._popen.stdin), _pipe(self._popen.stdout)
        with Watch(self._popen, _START, memory_mb):
            self._await_greeting()

    @property
    def alive(self) -> bool:
        """Whether it can be asked again."""
        return self._popen.poll() is None

    def ask(self, request: Request) -> Answer:
        """Let it read, within the limits; what ended it meanwhile is told as a failure of this file."""
        self.fresh = False
        answer: Answer | None = None
        with Watch(self._popen, request.limits.seconds + GRACE, self.memory_mb) as watch:
            try:
                answer = self._exchange(request)
            except Exception:  # noqa: BLE001 -- half a pickle fails in many ways
                answer = None
            finally:
                if answer is None:
                    self.end()
        return answer or self._explain(request, watch)

    def end(self) -> None:
        """End it, whatever it is doing, and leave nothing behind."""
        self._popen.kill()
        self._popen.wait()
        self._incoming.close()
        with suppress(OSError):
            self._outgoing.close()
        rmtree(self._scratch, ignore_errors=True)

    def forget(self, *, idle: bool) -> None:
        """Let go of it in a forked child: it is the parent's, and must see when that ends.

        One that was not idle may hold locks that nobody here will ever release.
        """
        nowhere = os.open(os.devnull, os.O_RDWR)
        for pipe in (self._incoming, self._outgoing):
            os.dup2(nowhere, pipe.fileno(), inheritable=False)
            if idle:
                pipe.close()
        os.close(nowhere)
        self._popen.returncode = 0

    def _exchange(self, request: Request) -> Answer:
        pickle.dump(request, self._outgoing, pickle.HIGHEST_PROTOCOL)
        self._outgoing.flush()
        answer: Answer = pickle.load(self._incoming)  # noqa: S301 -- from our own process
        return answer

    def _await_greeting(self) -> None:
        try:
            pickle.load(self._incoming)  # noqa: S301 -- from our own process
        except EOFError as error:
            self.end()
            raise OSError from error

    def _explain(self, request: Request, watch: Watch) -> Failure:
        title = request.reader.title
        if watch.late:
            return too_slow(title, request.limits)
        if watch.swollen:
            return too_big(title, request.limits)
        return crashed(title, self._popen.returncode)


def _environment(scratch: str) -> dict[str, str]:
    """Let it import what we can, and leave temporary files only where we find them.

    Fewer arenas: what glibc sets aside for each thread counts against the limit of memory too.
    """
    path = os.pathsep.join((*filter(None, sys.path), _HOME))
    own = {"PYTHONPATH": path, "MALLOC_ARENA_MAX": "2"}
    return {**os.environ, **own, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch)}


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise OSError
    return stream
