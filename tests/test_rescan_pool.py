"""Supervised processes: each item has its outcome exactly once, whatever one of them does to its process."""

from __future__ import annotations

import mmap
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prepub_check.pool import Budget, Lost, work

BUDGET = Budget(seconds=60.0, memory_mb=512)
HURRIED = Budget(seconds=2.0, memory_mb=512)
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and limits are POSIX")
OUTCOMES = {
    "leak": "leaked",
    "raise": "internal-error",
    "leave": "internal-error",
    "unpicklable": "internal-error",
    "quit": "process-died",
    "crash": "process-died",
    "hang": "page-timeout",
    "eat": "page-memory",
    "flood": "page-memory",
}
_held: list[object] = []


def act(item: str) -> object:
    """Do what an item says, up to ending this process; the others are doubled."""
    deed = DEEDS.get(item.partition(" ")[0])
    return deed() if deed else item * 2


def refuse() -> None:
    raise ValueError("13800000000")


def eat() -> None:
    _held.extend(bytearray(50_000_000) for _ in range(30))


def flood() -> None:
    """Take memory that no limit of the process itself counts."""
    for _ in range(30):
        _held.append(mapped(50_000_000))
        time.sleep(0.01)


def leak() -> str:
    _held.append(mapped(200_000_000))
    return "leaked"


def mapped(size: int) -> mmap.mmap:
    shared = mmap.mmap(-1, size)
    shared.write(bytes(size))
    return shared


DEEDS: Mapping[str, Callable[[], object]] = {
    "raise": refuse,
    "leave": partial(sys.exit, "13800000000"),
    "unpicklable": threading.Lock,
    "quit": partial(os._exit, 3),
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "hang": partial(time.sleep, 300),
    "eat": eat,
    "flood": flood,
    "leak": leak,
}


def cause(outcome: object) -> object:
    return outcome.cause if isinstance(outcome, Lost) else outcome


def outcomes(items: list[str], processes: int = 2) -> list[tuple[str, object]]:
    budget = HURRIED if "hang" in items else BUDGET
    return [(item, cause(outcome)) for item, outcome in work(items, act, budget, processes=processes)]


def expected(items: list[str]) -> list[tuple[str, object]]:
    return [(item, OUTCOMES.get(item.partition(" ")[0], item * 2)) for item in items]


@POSIX
@pytest.mark.parametrize("kind", OUTCOMES)
@pytest.mark.parametrize("at", [0, 7, 39])
def test_whoever_ends_a_process_is_named_and_costs_no_other(kind: str, at: int) -> None:
    items = [f"item {number}" for number in range(40)]
    items[at] = kind
    assert sorted(outcomes(items)) == sorted(expected(items))


@POSIX
@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.sampled_from(["item", "item", "item", "raise", "quit", "crash"]), max_size=60),
    st.integers(1, 3),
)
def test_every_item_has_one_outcome(kinds: list[str], processes: int) -> None:
    items = [f"{kind} {number}" for number, kind in enumerate(kinds)]
    assert sorted(outcomes(items, processes)) == sorted(expected(items))


@POSIX
def test_what_others_left_behind_is_no_guilt() -> None:
    items = [f"leak {number}" for number in range(12)]
    assert sorted(outcomes(items, 1)) == sorted(expected(items))


def test_the_text_of_an_exception_goes_nowhere() -> None:
    ((_, outcome),) = work(["raise"], act, BUDGET)
    assert isinstance(outcome, Lost)
    assert outcome.detail.startswith("ValueError，")
    assert "13800000000" not in repr(outcome)


def test_items_are_taken_as_they_are_needed() -> None:
    taken = 0

    def items() -> Iterator[str]:
        nonlocal taken
        for taken in range(1, 10_001):
            yield f"item {taken}"

    for done, _ in enumerate(work(items(), act, BUDGET, processes=2)):
        assert taken - done <= 3 * 16
    assert taken == 10_000


def test_heavy_items_travel_alone() -> None:
    taken: list[int] = []

    def items() -> Iterator[str]:
        for number in range(8):
            taken.append(number)
            yield "x" * 1_000_000

    done = 0
    for _ in work(items(), act, BUDGET, weigh=len, processes=2):
        assert len(taken) - done <= 3
        done += 1
    assert done == 8


def test_no_items_start_no_process() -> None:
    assert list(work([], act, BUDGET)) == []
    assert multiprocessing.active_children() == []


def test_who_stops_listening_ends_the_processes() -> None:
    results = work([f"item {number}" for number in range(1000)], act, BUDGET)
    next(results)
    results.close()
    assert multiprocessing.active_children() == []


@POSIX
@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_every_way_to_start_processes_will_do(method: str) -> None:
    program = (
        f"import multiprocessing; multiprocessing.set_start_method({method!r})\n"
        "from tests.test_rescan_pool import expected, outcomes\n"
        "items = [f'item {number}' for number in range(40)] + ['crash', 'raise', 'quit']\n"
        "assert sorted(outcomes(items)) == sorted(expected(items))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[1], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
