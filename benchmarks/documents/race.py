"""A race: the documents of one sample, our reader and a peer by turns, each at its median."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import groupby
from statistics import median
from typing import NamedTuple

from prepub_check.config import Limits
from prepub_check.model import Source
from prepub_check.readers.media import media_type_of
from prepub_check.readers.reading import read_with
from prepub_check.readers.registry import READERS

from .formats import Format

MEGABYTE = 1 << 20


class Result(NamedTuple):
    """Seconds of the processor for the same documents, ours and a peer's (None where that is missing)."""

    suffix: str
    sample: str
    peer: str
    megabytes: float
    our_seconds: float
    peer_seconds: float | None
    goal: float

    @property
    def times(self) -> float | None:
        """How many times faster than the peer we are."""
        return None if self.peer_seconds is None else self.peer_seconds / self.our_seconds

    @property
    def verdict(self) -> str:
        """How the figure stands to the goal."""
        if self.times is None:
            return "not measured: pip install --group peers"
        return (
            f"{self.times:.1f} times, goal {self.goal:.0f}: {'PASS' if self.times >= self.goal else 'FAIL'}"
        )

    def __str__(self) -> str:
        theirs = " " * 8 if self.peer_seconds is None else f"{self.peer_seconds:8.3f}"
        columns = f"{self.suffix:<6} {self.sample:<17} {self.peer:<12} {self.megabytes:6.2f}"
        return f"{columns} {self.our_seconds:8.3f} {theirs}   {self.verdict}"


def race(each: Format, rounds: int) -> Iterator[Result]:
    """Give a result for each sample of a format."""
    try:
        peer: Callable[[bytes], str] | None = import_module(f".peers.{each.peer}", __package__).read
    except ImportError:
        peer = None
    for sample in each.samples:
        documents = sample()
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(_seconds(lambda data: _ours(data, each.suffix), documents))
            if peer is not None:
                theirs.append(_seconds(peer, documents))
        size = sum(map(len, documents)) / MEGABYTE
        their_seconds = median(theirs) if theirs else None
        yield Result(each.suffix, sample.__name__, each.peer, size, median(ours), their_seconds, each.goal)


def worst(results: list[Result]) -> Iterator[str]:
    """Give a sentence for each format: its slowest sample decides."""
    for suffix, group in groupby(results, key=lambda result: result.suffix):
        slowest = min(group, key=lambda result: result.times or 0)
        yield f"{suffix}: the worst is {slowest.sample}, {slowest.verdict}"


def _ours(data: bytes, suffix: str) -> str:
    source = Source(f"sample{suffix}", data)
    media_type = media_type_of(source)
    document = read_with(READERS[media_type], source, media_type, Limits())
    return "\n".join(part.text for part in document.parts)


def _seconds(work: Callable[[bytes], str], documents: list[bytes]) -> float:
    started = time.process_time()
    if not all(map(work, documents)):
        raise ValueError("nothing was read")
    return time.process_time() - started
