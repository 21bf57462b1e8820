"""Whatever a folder holds: no traceback, no hang, no flood, and every file is examined or told why not."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from .documents.hostile import bombs, damaged

SEED = 20261126
SECONDS = 20
LIMITS = f"[limits]\nseconds = {SECONDS}\n"
# The largest of the two processes, in kilobytes, is measured by a third around them.
MEASURED = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "prepub_check", *sys.argv[1:]], check=False)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(done.returncode)
"""


class Run(NamedTuple):
    status: int
    report: dict[str, Any]
    errors: str
    seconds: float
    files: list[Path]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "prepub.toml").write_text(LIMITS, encoding="utf-8")
    for name, data in (*damaged(SEED), *bombs()):
        (folder / name).write_bytes(data)
    files = sorted(path for path in folder.iterdir() if path.name != "prepub.toml")
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "check", "--format", "json", "."],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=1800,
    )
    seconds = time.monotonic() - started
    errors = done.stderr.decode()
    report = json.loads(done.stdout) if done.stdout else {}
    return Run(done.returncode, report, errors, seconds, files)


def test_there_are_hundreds_of_files(run: Run) -> None:
    assert len(run.files) >= 300


def test_the_run_ends_as_any_other(run: Run) -> None:
    assert "Traceback" not in run.errors
    assert run.status in {1, 3}


def test_every_file_is_examined_or_told_with_a_cause(run: Run) -> None:
    told = {gap["path"].partition(" › ")[0] for gap in run.report["gaps"]}
    examined = {
        coverage["path"]
        for coverage in run.report["coverage"]
        if coverage["complete"] and any(part["characters"] for part in coverage["parts"])
    }
    assert [path.name for path in run.files if path.name not in told | examined] == []
    for gap in run.report["gaps"]:
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", gap["cause"])
        assert "请" in gap["message"], gap
        assert gap["cause"] != "internal-error", gap


def test_no_file_takes_longer_than_its_time(run: Run) -> None:
    timeouts = [gap for gap in run.report["gaps"] if gap["cause"] == "reader-timeout"]
    assert run.seconds < 300 + len(timeouts) * SECONDS
    assert len(timeouts) <= 3


def test_memory_stays_below_a_gigabyte(run: Run) -> None:
    assert int(run.errors.split()[-1]) < 1 << 20
