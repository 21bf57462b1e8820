"""Runs over a folder that changes, held against a plain loop; and what a broken run leaves."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from prepub_check import Checker
from prepub_check.model import Gap
from prepub_check.rescan import local
from prepub_check.rescan.examine import Examined, examine_page
from prepub_check.rescan.page import Page, Unchanged, Validators
from prepub_check.rescan.report.followup import headline
from prepub_check.rescan.sources import Wanted, directory
from prepub_check.rescan.state import (
    Share,
    begin_run,
    connect,
    finish_run,
    latest_run,
    lock,
    share_of,
    source_gaps,
    validators_of,
)

from .rescans import Desk, plain_table, told
from .test_pool import of_session

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX only")
TERMS = ("甲字柜", "乙字案卷", "丙字第四十七号", "丁字柜第三层", "戊字案头文件")
WORDS = ("今天开会。", "例如", "请取", "见", "\n", "天气很好，", *TERMS)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.tree.mkdir()
    desk.write_rules({"one": TERMS[:2], "two": TERMS[2:4]})
    return desk


def text(rng: random.Random) -> str:
    return "".join(rng.choices(WORDS, k=rng.randrange(1, 12)))


def mutate(desk: Desk, rng: random.Random) -> None:
    """Change, add and remove pages, and now and then the rules."""
    names = [f"{folder}{number}.txt" for folder in ("", "a/", "a/b/") for number in range(6)]
    for name in rng.sample(names, rng.randrange(8)):
        desk.write({name: text(rng)})
    for name in rng.sample(names, rng.randrange(4)):
        (desk.tree / name).unlink(missing_ok=True)
    if rng.random() < 0.6:
        kept = rng.sample(TERMS, rng.randrange(1, 5))
        cut = rng.randrange(1, len(kept) + 1)
        desk.write_rules({"one": tuple(kept[:cut]), **({"two": tuple(kept[cut:])} if kept[cut:] else {})})


def rule_texts(desk: Desk) -> dict[str, str]:
    return {f"internal.{file.stem}": file.read_text() for file in (desk.root / "rules").rglob("*.toml")}


def snapshot(desk: Desk) -> tuple[dict[str, Any], dict[str, bytes], dict[str, str]]:
    contents = {
        file.relative_to(desk.tree).as_posix(): file.read_bytes()
        for file in desk.tree.rglob("*")
        if file.is_file()
    }
    return plain_table(desk.tree, desk.checker()), contents, rule_texts(desk)


def plain_statuses(
    before: tuple[dict[str, Any], dict[str, bytes], dict[str, str]],
    now: tuple[dict[str, Any], dict[str, bytes], dict[str, str]],
) -> dict[tuple[str, str], str]:
    """Compare two snapshots in a plain loop."""

    def findings(table: Mapping[str, Any]) -> dict[tuple[str, str], str]:
        return {
            (page, row[4]): row[1] for page, (_, rows) in table.items() for row in rows if row[0] == "finding"
        }

    def gaps(table: Mapping[str, Any], page: str) -> set[tuple[str, str]]:
        return {(row[1], row[5]) for row in table[page][1] if row[0] == "gap"}

    statuses = {}
    for key, rule in findings(now[0]).items():
        page = key[0]
        if key in findings(before[0]):
            statuses[key] = "persisting"
        elif page not in before[1]:
            statuses[key] = "new"
        elif before[1][page] != now[1][page]:
            statuses[key] = "changed"
        else:
            statuses[key] = "covered" if before[2].get(rule) != now[2].get(rule) else "new"
    for key in findings(before[0]).keys() - findings(now[0]).keys():
        page = key[0]
        if page not in now[1]:
            statuses[key] = "gone"
        elif gaps(now[0], page) - gaps(before[0], page):
            statuses[key] = "unseen"
        else:
            statuses[key] = "withdrawn" if before[1][page] == now[1][page] else "fixed"
    return statuses


@pytest.mark.parametrize("seed", range(6))
def test_every_run_gives_what_a_plain_loop_gives(desk: Desk, seed: int) -> None:
    rng = random.Random(seed)
    before: tuple[dict[str, Any], dict[str, bytes], dict[str, str]] = ({}, {}, {})
    for _ in range(6):
        mutate(desk, rng)
        tally = desk.run()
        now = snapshot(desk)
        assert told(desk.table()) == now[0]
        assert desk.statuses() == plain_statuses(before, now)
        assert tally.current + tally.examined == len(now[0])
        before = now


def test_only_what_changed_is_examined(desk: Desk) -> None:
    desk.write({f"{number}.txt": f"第{number}页，见{TERMS[0]}。" for number in range(20)})
    assert desk.run() == local.Tally(examined=20)
    assert desk.run() == local.Tally(current=20)
    desk.write({"3.txt": "改了", "20.txt": "新的"})
    assert desk.run() == local.Tally(current=19, examined=2)
    desk.write_rules({"one": TERMS[:3]})
    assert desk.run() == local.Tally(examined=21)


def test_a_page_that_is_only_renamed_to_another_format_is_examined(desk: Desk) -> None:
    desk.write({"1.txt": "<p>见甲字柜</p>"})
    desk.run()
    (desk.tree / "1.txt").rename(desk.tree / "1.html")
    assert desk.run() == local.Tally(examined=1)


def test_what_cannot_be_read_is_kept_as_a_gap_and_hides_what_was_there(desk: Desk) -> None:
    desk.write({"a/1.txt": "见甲字柜", "2.txt": "见甲字柜", "3.txt": "见甲字柜"})
    desk.run()
    (desk.tree / "2.txt").unlink()
    (desk.tree / "2.txt").symlink_to(desk.tree / "nothing.txt")
    desk.run()
    assert {page: status for (page, _), status in desk.statuses().items()} == {
        "2.txt": "unseen",
        "3.txt": "persisting",
        "a/1.txt": "persisting",
    }
    (desk.tree / "a").rename(desk.root / "elsewhere")
    (desk.tree / "a").symlink_to(desk.root / "elsewhere")
    desk.run()
    followup = desk.followup()
    with closing(followup.connection) as connection:
        gaps = {(gap.path, gap.cause) for gap in source_gaps(connection, followup.run.id)}
        assert followup.share.missing == 2
    assert gaps == {("2.txt", "missing"), ("a", "linked-folder")}
    assert {page: status for (page, _), status in desk.statuses().items()} == {
        "3.txt": "persisting",
        "a/1.txt": "unseen",
    }


def test_hidden_folders_configuration_and_key_are_no_pages(desk: Desk) -> None:
    desk.write(
        {
            ".git/1.txt": "见甲字柜",
            "prepub.toml": "",
            ".prepub.key": "x" * 40,
            "1.txt": "见甲字柜",
            ".htaccess": "x",
        }
    )
    desk.run()
    assert set(desk.table()) == {".htaccess", "1.txt"}


def test_a_file_that_is_too_large_is_a_gap_and_not_read(desk: Desk) -> None:
    desk.write({"1.txt": "见甲字柜", "2.txt": b""})
    checker = desk.checker(memory_mb=0)
    wanted = Wanted(where=str(desk.tree), config=checker.config, known=lambda _: None, folder=desk.state)
    gap, page = directory.pages(wanted)
    assert isinstance(gap, Gap)
    assert (gap.path, gap.cause) == ("1.txt", "too-large")
    assert page == Page(id="2.txt", name="2.txt", data=b"")
    assert directory.count(wanted) == 2


@POSIX
def test_a_name_that_is_no_text_is_kept(desk: Desk) -> None:
    (desk.tree / os.fsdecode("公告.txt".encode("gb18030"))).write_text("见甲字柜")
    desk.run()
    assert set(desk.table()) == {"公告.txt"}
    assert desk.run() == local.Tally(current=1)


def test_the_state_is_for_its_owner_and_holds_no_value(desk: Desk) -> None:
    values = ("丙字第四十七号", "丁字柜第三层")
    desk.write({"1.txt": f"见{values[0]}，密送{values[1]}。", "2.html": f"<p>见{values[0]}</p>"})
    desk.run()
    files = {file.name: file.read_bytes() for file in desk.state.iterdir()}
    assert any(b"internal.two" in data for data in files.values())
    for value in values:
        for data in files.values():
            assert value.encode() not in data
            assert value.encode("utf-16-le") not in data
            assert value.encode("utf-16-be") not in data
    if os.name != "nt":
        assert stat.S_IMODE(desk.state.stat().st_mode) == 0o700
        assert stat.S_IMODE((desk.state / "state.sqlite").stat().st_mode) == 0o600


def poisoned(checker: Checker, page: Page) -> Examined:
    match page.data.decode().partition("毒：")[2]:
        case "异常":
            raise ValueError(page.data)
        case "崩溃":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "退出":
            os._exit(7)
        case "停住":
            time.sleep(60)
        case "内存":
            held = [bytearray(100_000_000) for _ in range(100)]
            return examine_page(page, checker) if held else Examined(page_id="", verdict="pass", rows=())
    return examine_page(page, checker)


POISONS = {
    "异常": "internal-error",
    "崩溃": "process-died",
    "退出": "process-died",
    "停住": "page-timeout",
    "内存": "page-memory",
}


@POSIX
def test_a_poisoned_page_is_named_with_its_cause_and_costs_no_other(desk: Desk) -> None:
    desk.write({f"{number:02}.txt": f"第{number}页，见{TERMS[number % 5]}。" for number in range(60)})
    clean = plain_table(desk.tree, desk.checker())
    for number, kind in enumerate(POISONS):
        desk.write({f"{number * 11:02}.txt": f"毒：{kind}"})
    checker = desk.checker(seconds=2, memory_mb=512)
    desk.run(checker, partial(poisoned, checker))
    table = desk.table()
    lost = {f"{number * 11:02}.txt": cause for number, cause in enumerate(POISONS.values())}
    assert {page: [row.code for row in table[page][1]] for page in lost} == {
        page: [cause] for page, cause in lost.items()
    }
    assert {page: row for page, row in told(table).items() if page not in lost} == {
        page: row for page, row in clean.items() if page not in lost
    }


def test_a_page_that_was_lost_has_another_chance_in_the_next_run(desk: Desk) -> None:
    desk.write({"1.txt": "毒：异常", "2.txt": "见甲字柜"})
    checker = desk.checker()
    desk.run(checker, partial(poisoned, checker))
    assert desk.run(checker) == local.Tally(current=1, examined=1)
    assert told(desk.table()) == plain_table(desk.tree, checker)


def test_a_rule_that_changes_in_a_broken_run_is_applied_to_all_pages(desk: Desk) -> None:
    desk.write({f"{number}.txt": f"见{TERMS[number % 5]}。" for number in range(10)})
    desk.run()
    before = snapshot(desk)
    desk.write({"3.txt": "改了"})
    with closing(connect(desk.state, new=False)) as connection:
        checker = desk.checker()
        run = begin_run(connection, "tree", checker)
        pages = [Page(id="3.txt", name="3.txt", data="改了".encode())]
        local.rescan(iter(pages), checker, connection, run)
    desk.write_rules({"one": TERMS[1:2], "three": TERMS[4:]})
    assert desk.run() == local.Tally(examined=10)
    assert told(desk.table()) == plain_table(desk.tree, desk.checker())
    assert desk.statuses() == plain_statuses(before, snapshot(desk))


def test_a_run_over_another_source_is_compared_with_the_last_finished_one(desk: Desk) -> None:
    desk.write({"1.txt": "见甲字柜", "2.txt": "见乙字案卷", "3.txt": "见甲字柜"})
    desk.run()
    before = snapshot(desk)
    with closing(connect(desk.state, new=False)) as connection:
        checker = desk.checker()
        broken = begin_run(connection, "elsewhere", checker)
        pages = [
            Page(id="1.txt", name="1.txt", data="空".encode()),
            Page(id="2.txt", name="2.txt", data="见甲字柜".encode()),
        ]
        local.rescan(iter(pages), checker, connection, broken)
    (desk.tree / "2.txt").unlink()
    desk.write({"3.txt": "好了"})
    desk.run()
    assert told(desk.table()) == plain_table(desk.tree, desk.checker())
    assert desk.statuses() == plain_statuses(before, snapshot(desk))


def test_a_page_its_server_calls_unchanged_is_seen_and_current(desk: Desk) -> None:
    checker = desk.checker()
    page = Page(
        id="https://例.cn/1",
        name="1.txt",
        data="见甲字柜".encode(),
        validators=Validators(etag='"1"', modified="x"),
    )
    with closing(connect(desk.state, new=True)) as connection:
        first = begin_run(connection, "site", checker)
        assert validators_of(connection, first, page.id) is None
        local.rescan(iter([page]), checker, connection, first)
        finish_run(connection, first)
        table = desk.table()
        second = begin_run(connection, "site", checker)
        assert validators_of(connection, second, page.id) == page.validators
        tally = local.rescan(iter([Unchanged(page.id), Unchanged("nobody")]), checker, connection, second)
        finish_run(connection, second)
        assert tally == local.Tally(current=1, gaps=1)
        assert [gap.cause for gap in source_gaps(connection, second.id)] == ["never-examined"]
    assert desk.table() == table


def test_what_is_known_of_a_page_follows_it_without_an_examination(desk: Desk) -> None:
    checker = desk.checker()
    with closing(connect(desk.state, new=True)) as connection:
        for title in ("旧题", "新题"):
            run = begin_run(connection, "site", checker)
            page = Page(id="1", name="1.txt", data="见甲字柜".encode(), title=title)
            tally = local.rescan(iter([page]), checker, connection, run)
            finish_run(connection, run)
    assert tally == local.Tally(current=1)
    followup = desk.followup()
    with closing(followup.connection):
        assert [task.title for task in followup.tasks()] == ["新题"]


def test_gaps_of_a_source_do_not_double_when_a_run_goes_on(desk: Desk) -> None:
    checker = desk.checker()
    gap = Gap(path="x", cause="http-error", message="服务器出错")
    with closing(connect(desk.state, new=True)) as connection:
        run = begin_run(connection, "site", checker)
        for _ in range(2):
            local.rescan(iter([gap]), checker, connection, run)
        assert list(source_gaps(connection, run.id)) == [gap]


def test_a_page_that_came_in_part_is_no_page_in_full(desk: Desk) -> None:
    checker = desk.checker()
    gap = Gap(path="1.txt", cause="truncated", message="后一半没有取到")
    with closing(connect(desk.state, new=True)) as connection:
        for text, gaps in (("见甲字柜", []), ("见", [gap])):
            run = begin_run(connection, "site", checker)
            page = Page(id="1.txt", name="1.txt", data=text.encode())
            local.rescan(iter([page, *gaps]), checker, connection, run)
            run = finish_run(connection, run)
        assert share_of(connection, run) == Share(pages=1, partial=1, missing=0)
    assert list(desk.statuses().values()) == ["unseen"]


PAGES = 2000


@pytest.fixture
def large(tmp_path: Path) -> Path:
    rng = random.Random(1)
    tree = tmp_path / "tree"
    for number in range(PAGES):
        file = tree / str(number % 7) / f"{number}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        filler = "".join(rng.choices(WORDS, k=600))
        file.write_text(f"<p>{filler}</p><p>手机 138{number:08}</p>", encoding="utf-8")
    (tmp_path / "prepub.toml").write_text("", encoding="utf-8")
    return tmp_path


def command(folder: Path, state: str) -> list[str]:
    paths = [str(folder / "tree"), "--state", str(folder / state), "--config", str(folder / "prepub.toml")]
    return [sys.executable, "-m", "prepub_check", "rescan", *paths]


def kept(state: Path) -> int:
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"file:{state}/state.sqlite?mode=ro", uri=True)) as db,
    ):
        (number,) = db.execute("SELECT count(*) FROM pages").fetchone()
        return int(number)
    return 0


def table_of(state: Path) -> list[object]:
    with closing(connect(state, new=False)) as connection:
        run = latest_run(connection)
        assert run is not None
        assert run.finished
        rows = connection.execute(
            """SELECT p.id, e.content, e.settings, e.verdict, r.ordinal, r.kind, r.fingerprint, r.record
               FROM pages p JOIN examinations e ON e.id = p.current
               LEFT JOIN results r ON r.examination = e.id WHERE p.seen = ? ORDER BY p.id, r.ordinal""",
            (run.id,),
        )
        return [tuple(row) for row in rows]


@POSIX
def test_a_run_that_was_killed_goes_on_and_ends_as_if_it_had_not_been(large: Path) -> None:
    undisturbed = subprocess.run(command(large, "whole"), capture_output=True, check=False)
    assert (undisturbed.returncode, undisturbed.stderr) == (1, b"")
    rng = random.Random(2)
    killed = 0
    for least in (0, 1, PAGES // 3, PAGES // 2):
        with subprocess.Popen(command(large, "broken"), stdout=subprocess.DEVNULL) as run:
            while kept(large / "broken") < least and run.poll() is None:
                time.sleep(0.01)
            time.sleep(rng.random() * 0.2)
            killed += run.poll() is None
            run.kill()
    assert killed >= 2
    subprocess.run(command(large, "broken"), capture_output=True, check=False)
    assert table_of(large / "broken") == table_of(large / "whole")


@POSIX
def test_an_interrupt_leaves_a_state_that_goes_on(large: Path) -> None:
    with subprocess.Popen(
        command(large, "broken"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 -- one thread
    ) as run:
        while not kept(large / "broken"):
            time.sleep(0.01)
        os.killpg(run.pid, signal.SIGINT)
        out, error = run.communicate(timeout=20)
    assert (run.returncode, out, error.strip()) == (130, b"", b"")
    done = kept(large / "broken")
    assert 0 < done < PAGES
    rest = subprocess.run(command(large, "broken"), capture_output=True, check=False)
    assert f"没有变动而略过 {done} 页" in rest.stdout.decode()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_no_process_outlives_a_run_that_was_killed(large: Path) -> None:
    with subprocess.Popen(command(large, "state"), stdout=subprocess.DEVNULL, start_new_session=True) as run:
        while not kept(large / "state"):
            time.sleep(0.01)
        assert len(of_session(run.pid)) > 1
        run.kill()
    patience = time.monotonic() + 20
    while of_session(run.pid) and time.monotonic() < patience:
        time.sleep(0.05)
    assert of_session(run.pid) == []


@POSIX
@pytest.mark.parametrize("method", ["forkserver", "spawn"])
def test_every_way_to_start_processes_gives_the_same(large: Path, method: str) -> None:
    for name in [*large.glob("tree/[1-6]/*")]:
        name.unlink()
    program = (
        f"import multiprocessing; multiprocessing.set_start_method({method!r})\n"
        f"from prepub_check.cli import main; main({command(large, 'state')[3:]!r})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    subprocess.run(command(large, "forked"), capture_output=True, check=False)
    assert table_of(large / "state") == table_of(large / "forked")


def test_a_run_that_broke_off_says_so_and_calls_nothing_gone(desk: Desk) -> None:
    desk.write({"1.txt": "见甲字柜", "2.txt": "见甲字柜"})
    desk.run()
    checker = desk.checker()
    with closing(connect(desk.state, new=False)) as connection:
        run = begin_run(connection, "tree", checker)
        page = Page(id="1.txt", name="1.txt", data="见甲字柜".encode())
        local.rescan(iter([page]), checker, connection, run)
    assert {page: status for (page, _), status in desk.statuses().items()} == {"1.txt": "persisting"}
    followup = desk.followup()
    with closing(followup.connection):
        assert "没有完成" in headline(followup)[1]


def test_two_runs_do_not_share_a_state(large: Path) -> None:
    connect(large / "state", new=True).close()
    with closing(lock(large / "state")):
        second = subprocess.run(command(large, "state"), capture_output=True, check=False)
    assert second.returncode == 2
    assert "另一次复查正在用这个状态目录" in second.stderr.decode()


def test_a_file_that_has_not_changed_is_not_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "_SETTLED", 0)
    desk.write({"1.txt": "见甲乙。", "2.txt": "今天开会。"})
    desk.write_rules({"a": ("甲乙",)})
    desk.run()
    table = desk.table()
    with monkeypatch.context() as patch:
        patch.setattr(directory, "_read", None)
        assert desk.run() == local.Tally(current=2)
    assert desk.table() == table


def test_a_change_is_seen_whatever_times_a_file_is_given(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "_SETTLED", 0)
    desk.write({"1.txt": "见甲乙。"})
    desk.write_rules({"a": ("甲乙",)})
    desk.run()
    file = desk.tree / "1.txt"
    before = file.stat()
    file.write_bytes("见丙丁。".encode())
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert desk.run() == local.Tally(examined=1)
