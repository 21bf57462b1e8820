"""A source through one of the processes that read."""

from __future__ import annotations

import atexit
import os
from typing import Final

from ...config import Limits
from ...errors import SourceError
from ...model import Document, Source
from ..registry import Reader
from .answer import Answer, Failure, Request
from .failures import unable
from .pool import Pool

_POOL: Final = Pool()
# What a file before this one may have brought about, in a process that has read others.
_INHERITED: Final = frozenset({"reader-crash", "reader-memory"})

atexit.register(_POOL.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_POOL.forget)


def read_apart(reader: Reader, source: Source, media_type: str, limits: Limits) -> Document:
    """Read a source in a process of its own; raises SourceError, also for what ends that process.

    Causes beside the reader's own: ``reader-`` with ``crash``, ``timeout``, ``memory`` or ``failed``.
    """
    answer = _ask(Request(reader, source, media_type, limits))
    if isinstance(answer, Failure):
        raise SourceError(*answer)
    return answer


def _ask(request: Request) -> Answer:
    """Ask a process; one that has read other files may owe its failure to them, so a new one has the say."""
    while True:
        try:
            process = _POOL.take(request.limits.memory_mb)
        except OSError:
            return unable(request.reader.title)
        fresh = process.fresh
        try:
            answer = process.ask(request)
            if not isinstance(answer, Failure) or answer.cause not in _INHERITED:
                return answer
            process.end()
        finally:
            _POOL.give(process)
        if fresh:
            return answer
