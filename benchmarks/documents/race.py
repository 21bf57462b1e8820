"""A race: one document, our reader and a peer by turns, each at its best."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from prepub_check.model import Source
from prepub_check.readers import read

from .formats import Format

MEGABYTE = 1 << 20


class Result(NamedTuple):
    """Seconds that we and a peer take for the same document; ``peer_seconds`` is None where it is missing."""

    suffix: str
    peer: str
    megabytes: float
    our_seconds: float
    peer_seconds: float | None
    goal: float

    @property
    def times(self) -> float | None:
        """How many times faster than the peer we are."""
        return None if self.peer_seconds is None else self.peer_seconds / self.our_seconds

    def __str__(self) -> str:
        head = f"{self.suffix:<7} {self.peer:<16} {self.megabytes:6.2f} {self.our_seconds:8.3f}"
        if self.peer_seconds is None or self.times is None:
            return f"{head}   not installed: pip install --group peers"
        verdict = "PASS" if self.times >= self.goal else "FAIL"
        return f"{head} {self.peer_seconds:8.3f} {self.times:7.1f}   {self.goal:.0f}x {verdict}"


def race(each: Format, rounds: int) -> Iterator[Result]:
    """Give a result for each peer of a format."""
    data = each.sample()
    for name, goal in each.peers:
        try:
            peer: Callable[[bytes], str] | None = import_module(f".peers.{name}", __package__).read
        except ImportError:
            peer = None
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(_seconds(lambda: _ours(data, each.suffix)))
            if peer is not None:
                theirs.append(_seconds(lambda read_it=peer: read_it(data)))  # type: ignore[misc]
        yield Result(each.suffix, name, len(data) / MEGABYTE, min(ours), min(theirs, default=None), goal)


def _ours(data: bytes, suffix: str) -> str:
    return "\n".join(part.text for part in read(Source(f"sample{suffix}", data)).parts)


def _seconds(work: Callable[[], str]) -> float:
    started = time.perf_counter()
    if not work():
        raise ValueError("nothing was read")
    return time.perf_counter() - started
