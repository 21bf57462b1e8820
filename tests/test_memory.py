"""What a run works out is there for the next one: sealed, and nothing of any draft."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from prepub_check.memo import Memo

VALUE = "13812345678"
# Tells on its last line how many patterns and rules it had to work out.
COUNTED = """
import sys, tomllib, regex
from prepub_check.cli import main

worked = 0


def counted(function):
    def count(*arguments, **more):
        global worked
        worked += 1
        return function(*arguments, **more)

    return count


tomllib.loads, regex.compile = counted(tomllib.loads), counted(regex.compile)
try:
    main(sys.argv[1:])
finally:
    print(worked, file=sys.stderr)
"""


class Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("trap",)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(f"联系人手机：{VALUE}", encoding="utf-8")
    return tmp_path


def check(desk: Path) -> tuple[int, str, int]:
    folders = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
    environment = {**os.environ, **dict.fromkeys(folders, str(desk / "home")), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, "check", "draft.txt", "--format", "json"],
        cwd=desk,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    report = "".join(line for line in done.stdout.splitlines() if '"seconds"' not in line)
    return done.returncode, report, int(done.stderr)


def kept(desk: Path) -> Path:
    (file,) = (desk / "home" / "prepub-check").glob("results-*")
    return file


def test_a_run_knows_what_the_last_one_worked_out(desk: Path) -> None:
    status, report, worked = check(desk)
    assert status == 1
    assert worked > len(list(Path(__file__).parents[1].glob("rules/*/*.toml")))
    again = check(desk)
    assert again[:2] == (status, report)
    assert again[2] < 20  # patterns that are no rule's


def test_nothing_of_a_draft_is_kept(desk: Path) -> None:
    check(desk)
    assert VALUE.encode() not in kept(desk).read_bytes()
    if os.name == "posix":
        assert kept(desk).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("whole", [True, False])
def test_what_somebody_else_wrote_is_not_read(desk: Path, *, whole: bool) -> None:
    first = check(desk)
    file = kept(desk)
    forged = bytes(32) + pickle.dumps(Trap())
    file.write_bytes(forged if whole else file.read_bytes()[:1000])
    assert check(desk)[:2] == first[:2]
    assert not (desk / "trap").exists()
    assert file.read_bytes() != forged


def test_without_a_place_nothing_is_kept(desk: Path) -> None:
    (desk / "home").mkdir()
    (desk / "home" / "prepub-check").write_text("no folder", encoding="utf-8")
    first, second = check(desk), check(desk)
    assert first[0] == second[0] == 1
    assert first[2] == second[2]


def test_a_broken_key_is_told_only_where_it_is_needed(desk: Path) -> None:
    (desk / "draft.txt").write_text("今天开会。", encoding="utf-8")
    folder = desk / "home" / "prepub-check"
    folder.mkdir(parents=True)
    (folder / ".prepub.key").write_bytes(b"broken")
    assert check(desk)[0] == 0


def test_the_library_keeps_nothing() -> None:
    memo = Memo()
    assert [memo.result(len, "abc"), memo.grown] == [3, False]
    memo.recall(None)
    assert [memo.result(len, "abc"), memo.grown] == [3, True]
    other = Memo()
    other.recall(memo.dump())
    assert [other.result(len, "abc"), other.grown] == [3, False]


def test_rules_that_are_only_looked_at_are_not_kept(desk: Path) -> None:
    check(desk)
    before = kept(desk).read_bytes()
    environment = {**os.environ, "XDG_CACHE_HOME": str(desk / "home"), "LOCALAPPDATA": str(desk / "home")}
    for command in ("lint", "test"):
        subprocess.run(
            [sys.executable, "-m", "prepub_check", "rules", command, "personal.mobile"],
            env=environment,
            capture_output=True,
            check=True,
        )
    assert kept(desk).read_bytes() == before


def test_of_rules_as_they_were_not_much_is_kept(desk: Path) -> None:
    first = check(desk)
    file = kept(desk)
    file.write_bytes(file.read_bytes() + bytes(5 << 20))
    assert check(desk)[:2] == first[:2]
    assert file.stat().st_size < 4 << 20
