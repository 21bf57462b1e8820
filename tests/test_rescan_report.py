"""The follow-up as its readers get it, decisions that last, and what the exit status says."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from prepub_check.cli.progress import Meter
from prepub_check.model import Gap
from prepub_check.rescan import local
from prepub_check.rescan.follow import STATUS_TITLE
from prepub_check.rescan.page import Page
from prepub_check.rescan.report import WRITERS
from prepub_check.rescan.state import begin_run, connect, finish_run

from .rescans import Desk

VALUE = "丙字第四十七号"
SHOWN = "丙*****号"
TODAY = dt.datetime.now().astimezone().date()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.tree.mkdir()
    desk.write_rules({"one": (VALUE,)})
    (tmp_path / "prepub.toml").write_text('[rules]\npacks = []\nfolders = ["rules"]\n', encoding="utf-8")
    return desk


def call(desk: Desk, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    folders = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
    home = {**dict.fromkeys(folders, str(desk.root)), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "prepub_check", "rescan", *arguments]
    return subprocess.run(
        command, cwd=desk.root, capture_output=True, check=False, env={**os.environ, **home, "COLUMNS": "80"}
    )


def scan(desk: Desk) -> subprocess.CompletedProcess[bytes]:
    return call(desk, "tree", "--state", "state")


def records(desk: Desk) -> list[dict[str, Any]]:
    done = call(desk, "report", "--state", "state", "--format", "jsonl")
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("pages", "status"),
    [
        pytest.param({"1.txt": "今天开会。"}, 0, id="nothing found"),
        pytest.param({"1.txt": f"见{VALUE}。"}, 1, id="a finding"),
        pytest.param({"1.txt": f"例如{VALUE}"}, 0, id="a doubtful finding"),
        pytest.param({"1.txt": b"\x7fELF"}, 3, id="a page that cannot be read"),
        pytest.param({}, 3, id="no page at all"),
    ],
)
def test_a_run_exits_with(desk: Desk, pages: dict[str, str | bytes], status: int) -> None:
    desk.write(pages)
    done = scan(desk)
    assert (done.returncode, done.stderr) == (status, b"")


def test_a_run_says_what_it_did(desk: Desk) -> None:
    desk.write({"1.txt": f"见{VALUE}。", "2.txt": "好"})
    scan(desk)
    desk.write({"1.txt": "好"})
    lines = scan(desk).stdout.decode().splitlines()
    assert lines[0] == f"来源：{desk.tree}"
    assert lines[2:4] == [
        "页面：共 2，全部查完 2（100.0%），有内容没能查到 0，没能取得 0",
        "发现：" + "，".join(f"{title} {int(status == 'fixed')}" for status, title in STATUS_TITLE.items()),
    ]
    assert lines[5:] == [
        "本次查了 1 页，没有变动而略过 1 页",
        "报告见 prepub-check rescan report --state state",
    ]


def test_the_report_lists_what_to_hand_over(desk: Desk) -> None:
    desk.write({"a/1.txt": f"见{VALUE}。", "2.txt": f"见{VALUE}。", "3.bin": b"\x7fELF"})
    scan(desk)
    (desk.tree / "2.txt").unlink()
    scan(desk)
    done = call(desk, "report", "--state", "state")
    text = done.stdout.decode()
    body = text[text.index("【请网站管理员处理】") :].splitlines()
    assert body[1:3] == ["a/1.txt", f"    [仍未处理] 需复核 测试规则one：{SHOWN}（第 1 行第 2 列）"]
    assert body[3].startswith("        处理后公开。删除；指纹 v1:")
    assert body[4:7] == ["", "【上次有、本次没有再查到】", "2.txt"]
    assert body[7].startswith(f"    [页面已不在] 需复核 测试规则one：{SHOWN}")
    assert body[-1].startswith("3.bin：这是可执行程序，")
    assert body[-1].endswith(" [unsupported-format]")


@pytest.mark.parametrize("form", WRITERS)
def test_no_report_holds_a_value(desk: Desk, form: str) -> None:
    desk.write({"1.txt": f"见{VALUE}。例如{VALUE}，{VALUE}"})
    scan(desk)
    call(desk, "report", "--state", "state", "--format", form, "--output", "out")
    data = (desk.root / "out").read_bytes()
    if form == "xlsx":
        data = repr(list(cells(data))).encode()
    assert SHOWN.encode() in data
    assert VALUE.encode() not in data


def cells(data: bytes) -> Iterator[str]:
    with closing(openpyxl.load_workbook(io.BytesIO(data))) as book:
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type in {"s", "n"}
                    assert cell.hyperlink is None
                    yield str(cell.value)


EVIL = (
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@a",
    "<script>alert(1)</script>",
    '"><img src=x>',
    "http://例.cn/",
    "123",
)


def evil_report(desk: Desk, form: str) -> bytes:
    checker = desk.checker()
    with closing(connect(desk.state, new=True)) as connection:
        run = begin_run(connection, "<b>源", checker)
        pages = [
            Page(id=evil, name="1.txt", data=f"见{VALUE}".encode(), title=evil, unit=evil, url=evil)
            for evil in EVIL
        ]
        gaps = [Gap(path=evil, cause="x", message=evil) for evil in EVIL]
        local.rescan(iter([*pages, *gaps]), checker, connection, run)
        finish_run(connection, run)
    followup = desk.followup()
    file = io.BytesIO()
    with closing(followup.connection):
        WRITERS[form](followup, file)
    return file.getvalue()


def test_a_workbook_holds_text_only(desk: Desk) -> None:
    found = list(cells(evil_report(desk, "xlsx")))
    assert set(EVIL) <= set(found)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert "http" not in str(attrs).replace("http-equiv", "")
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_a_web_page_holds_no_markup_of_others(desk: Desk) -> None:
    page = Tags()
    page.feed(evil_report(desk, "html").decode())
    expected = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table"}
    assert page.tags == expected | {"thead", "tbody", "tr", "th", "td"}
    assert set(EVIL) <= set(page.text)


def test_json_lines_say_all(desk: Desk) -> None:
    desk.write({"1.txt": f"见{VALUE}。例如{VALUE}", "2.bin": b"\x7fELF"})
    scan(desk)
    lines = records(desk)
    assert [line["type"] for line in lines] == ["finding", "finding", "gap", "summary"]
    assert [(line["status"], line["open"]) for line in lines[:2]] == [("new", True), ("new", False)]
    assert lines[0]["page"] == {"id": "1.txt", "url": "", "title": "", "published": "", "unit": ""}
    assert lines[0]["finding"]["shown"] == SHOWN
    assert lines[2]["address"] == "2.bin"
    assert lines[3]["pages"] == {"pages": 2, "partial": 1, "missing": 0}
    assert lines[3]["statuses"]["new"] == 1


def dismiss(desk: Desk, page: str, fingerprint: str, *more: str) -> subprocess.CompletedProcess[bytes]:
    told = ("--reason", "已核实", "--by", "张三", *more)
    return call(desk, "dismiss", page, fingerprint, "--state", "state", *told)


def test_a_dismissal_holds_for_the_next_version_of_the_page(desk: Desk) -> None:
    desk.write({"1.txt": f"见{VALUE}。"})
    assert scan(desk).returncode == 1
    fingerprint = records(desk)[0]["finding"]["fingerprint"]
    assert dismiss(desk, "1.txt", fingerprint).returncode == 0
    assert scan(desk).returncode == 0
    desk.write({"1.txt": f"改过的一页\n\n现在见{VALUE}。"})
    done = scan(desk)
    assert done.returncode == 0
    assert "已判定不需处理 1" in done.stdout.decode()
    first = records(desk)[0]
    assert (first["open"], first["dismissed"]) == (False, {"reason": "已核实", "by": "张三", "until": ""})
    desk.write({"1.txt": f"现在见{VALUE}，又见{VALUE}。"})
    assert scan(desk).returncode == 1


@pytest.mark.parametrize(("days", "status"), [(-1, 1), (0, 0), (1, 0)])
def test_a_dismissal_lasts_until_its_date(desk: Desk, days: int, status: int) -> None:
    desk.write({"1.txt": f"见{VALUE}。"})
    scan(desk)
    fingerprint = records(desk)[0]["finding"]["fingerprint"]
    until = (TODAY + dt.timedelta(days=days)).isoformat()
    assert dismiss(desk, "1.txt", fingerprint, "--until", until).returncode == 0
    assert scan(desk).returncode == status


MISUSES = {
    "no such source": (["nowhere", "--state", "s"], "没有这个来源，或不知道怎样读：nowhere"),
    "no state": (["report", "--state", "nowhere"], "这里没有复查的状态"),
    "a workbook on the screen": (["report", "--state", "state", "--format", "xlsx"], "xlsx 不能输出到屏幕"),
    "a file that cannot be written": (
        ["report", "--state", "state", "--output", "no/file"],
        "写不了 no/file",
    ),
    "no such finding": (
        ["dismiss", "1.txt", "v1:0", "--state", "state", "--reason", "x", "--by", "y"],
        "最近的结果里没有这处发现",
    ),
    "no reason": (["dismiss", "1.txt", "v1:0", "--state", "state", "--reason", " ", "--by", "y"], "不能为空"),
    "no date": (
        ["dismiss", "1", "v", "--state", "state", "--reason", "x", "--by", "y", "--until", "明年"],
        "--until 明年 不是日期",
    ),
    "no source": (["--state", "s"], "缺少参数 SOURCE"),
}


@pytest.mark.parametrize(("arguments", "message"), MISUSES.values(), ids=MISUSES)
def test_misuse_is_told_in_chinese(desk: Desk, arguments: list[str], message: str) -> None:
    desk.write({"1.txt": "好"})
    scan(desk)
    done = call(desk, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()


def test_a_state_that_is_damaged_is_told(desk: Desk) -> None:
    desk.state.mkdir()
    (desk.state / "state.sqlite").write_bytes(b"no database at all" * 100)
    done = scan(desk)
    assert done.returncode == 2
    assert "状态文件打不开或已损坏" in done.stderr.decode()


def test_a_folder_may_be_called_like_a_command(desk: Desk) -> None:
    desk.tree.rename(desk.root / "report")
    (desk.root / "report" / "1.txt").write_text("好", encoding="utf-8")
    assert call(desk, "./report", "--state", "state").returncode == 0
    assert call(desk, "--state", "state", "./report").returncode == 0


def test_the_help_page_is_chinese(desk: Desk) -> None:
    done = call(desk, "SOURCE", "--help")
    text = done.stdout.decode()
    assert text.startswith("用法：prepub-check rescan [选项] SOURCE\n")
    assert "required" not in text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_meter_tells_rate_and_rest() -> None:
    now = 0.0
    stream = Terminal()
    meter = Meter(1000, "复查", stream, lambda: now)
    now = 1.0
    meter.show(50)
    now = 10.0
    meter.show(250)
    assert stream.getvalue() == f"\r复查 [{'#' * 6}{'.' * 18}] 250/1000，每秒 25，还需 0:00:30"
    meter.clear()
    assert stream.getvalue().endswith(" \r")


def test_the_meter_knows_no_rest_without_a_total() -> None:
    now = 0.0
    stream = Terminal()
    meter = Meter(None, "复查", stream, lambda: now)
    now = 4.0
    meter.show(100)
    assert stream.getvalue() == "\r复查 100，每秒 25"
