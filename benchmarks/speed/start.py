"""Whole processes: the time to start and check one clean draft, its memory, and many files on more cores."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

_ROUNDS: Final = 7
_NAIVE: Final = Path(__file__).with_name("naive_cli.py")
DRAFT: Final = Path(__file__).parents[2] / "examples" / "yearly-report.txt"


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds of processor and of clock, and the largest memory of any process in it."""

    cpu: float
    wall: float
    megabytes: float


def cold_start() -> tuple[Run, Run]:
    """Give the medians of our command and of the naive one on the same clean draft, run in turn.

    The first of each is left out: both leave behind what the next starts with (byte code, ours its patterns,
    jieba its dictionary).
    """
    ours, theirs = [], []
    for _ in range(_ROUNDS + 1):
        ours.append(run_once([sys.executable, "-m", "prepub_check", "check", str(DRAFT)]))
        theirs.append(run_once([sys.executable, str(_NAIVE), str(DRAFT)]))
    return _median(ours[1:]), _median(theirs[1:])


def on_cores(folder: Path, cores: int) -> Run:
    """Check a folder with so many cores to use."""
    command = [sys.executable, "-m", "prepub_check", "check", str(folder), "--format", "jsonl"]
    return run_once(command, cores)


def run_once(command: Sequence[str], cores: int = 0) -> Run:
    """Run a command, its output thrown away; ``cores`` limits it to the first so many.

    Byte code is kept from run to run, as that of an installed package is.
    """
    allowed = sorted(os.sched_getaffinity(0))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = perf_counter()
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env=environment) as process:  # noqa: S603 -- our own commands
        if cores:
            os.sched_setaffinity(process.pid, allowed[:cores])
        _, _, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - started
        process.returncode = 0
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def _median(runs: Sequence[Run]) -> Run:
    return Run(
        median(run.cpu for run in runs),
        median(run.wall for run in runs),
        median(run.megabytes for run in runs),
    )
