from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from prepub_check import Checker
from prepub_check.cli import pool
from prepub_check.cli.batch import check_names
from prepub_check.model import Report

pytestmark = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="the processes must inherit what the test prepared"
)


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_PAYS", {"fork": 0})


@pytest.fixture
def drafts(tmp_path: Path) -> list[Path]:
    files = [tmp_path / f"{number:03}.txt" for number in range(100)]
    for number, file in enumerate(files):
        file.write_text(f"第{number}份：手机 138{number:08}\n", encoding="utf-8")
    return files


@pytest.mark.usefixtures("always")
def test_many_processes_give_what_one_gives(drafts: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder, checker = str(drafts[0].parent), Checker()
    together = check_names([folder], checker)
    monkeypatch.setattr(pool, "_PAYS", {"fork": 1 << 40})
    assert check_names([folder], checker) == together
    assert [coverage.path for coverage in together.coverage] == list(map(str, drafts))


def check(doomed: set[str], path: Path) -> Report:
    if path.name in doomed:
        os._exit(9)
    return Checker().check_file(path)


def lose(path: Path) -> Report:
    return Checker().check_text("", f"lost {path.name}")


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("doomed", [{"000.txt"}, {"050.txt"}, {"099.txt"}, {"001.txt", "040.txt", "041.txt"}])
def test_a_file_that_ends_its_process_costs_no_other_file(drafts: list[Path], doomed: set[str]) -> None:
    reports = list(pool.check_all(drafts, partial(check, doomed), lose))
    told = [report.coverage[0].path for report in reports]
    assert told == [f"lost {file.name}" if file.name in doomed else str(file) for file in drafts]
    assert sum(len(report.findings) for report in reports) == len(drafts) - len(doomed)


@pytest.fixture
def long_check(tmp_path: Path) -> list[str]:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text("办公电话：0571-88880000。\n" * 200_000, encoding="utf-8")
    return [sys.executable, "-m", "prepub_check", "check", str(tmp_path)]


def test_an_interrupt_ends_every_process(long_check: list[str]) -> None:
    with subprocess.Popen(
        long_check,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 -- one thread
    ) as run:
        time.sleep(2)
        os.killpg(run.pid, signal.SIGINT)
        _, told = run.communicate(timeout=20)
    assert run.returncode == 130
    assert b"Traceback" not in told


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_no_process_outlives_the_one_that_started_it(long_check: list[str]) -> None:
    with subprocess.Popen(long_check, stdout=subprocess.DEVNULL, start_new_session=True) as run:
        while len(of_session(run.pid)) < min(3, 1 + len(os.sched_getaffinity(0))):
            time.sleep(0.05)
        run.kill()
    patience = time.monotonic() + 10
    while of_session(run.pid) and time.monotonic() < patience:
        time.sleep(0.05)
    assert of_session(run.pid) == []


def of_session(session: int) -> list[str]:
    return [
        stat.parent.name
        for stat in Path("/proc").glob("[0-9]*/stat")
        if (told := text_of(stat).rpartition(")")[2].split()) and told[3] == str(session) and told[0] != "Z"
    ]


def text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
