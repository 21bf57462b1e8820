"""Time as ratios: two ways over the same texts in turn, in one process, the median of the pairs."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

Pass = Callable[[Sequence[str]], None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Seconds of processor time of two ways over the same bytes, pair by pair."""

    size: int
    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times faster ours is: the median of the pairs."""
        return median(theirs / ours for ours, theirs in zip(self.ours, self.theirs, strict=True))

    @property
    def speed(self) -> float:
        """Our megabytes of UTF-8 a second."""
        return self.size / median(self.ours) / 1e6

    @property
    def their_speed(self) -> float:
        """Their megabytes of UTF-8 a second."""
        return self.size / median(self.theirs) / 1e6


def compare(ours: Pass, theirs: Pass, texts: Sequence[str], rounds: int) -> Comparison:
    """Run both over the texts in turn, once to warm up and then so many times.

    What either of them holds by then, and peers before it, is not looked through for garbage during a run.
    """
    ours(texts[:1])
    theirs(texts[:1])
    gc.collect()
    gc.freeze()
    pairs = [(seconds(ours, texts), seconds(theirs, texts)) for _ in range(rounds)]
    mine, others = zip(*pairs, strict=True)
    return Comparison(sum(len(text.encode()) for text in texts), tuple(mine), tuple(others))


def seconds(run: Pass, texts: Sequence[str]) -> float:
    """Give the processor time of one run, in seconds."""
    started = time.process_time()
    run(texts)
    return time.process_time() - started


@contextmanager
def without(module: str) -> Iterator[None]:
    """Let the import of a module fail, as one does whose extra is not installed."""
    there = sys.modules.pop(module, None)
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]
        if there:
            sys.modules[module] = there


def first(texts: Sequence[str], size: int) -> list[str]:
    """Give the first texts, until their UTF-8 reaches ``size`` bytes."""
    chosen: list[str] = []
    for text in texts:
        if size <= 0:
            break
        chosen.append(text)
        size -= len(text.encode())
    return chosen
