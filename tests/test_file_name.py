"""The name of a checked file is published with it: rules look at it, and no output tells a value in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepub_check import Checker
from prepub_check.writers import WRITERS, Style

from .documents.archives import make_zip

ID, MOBILE = "110105199003078510", "13800138000"
TEXT = "请各单位核对。".encode()
CHECKER = Checker()
SLOW = """
id       = "own.slow"
title    = "慢"
severity = "review"
category = "internal"
basis    = ["内部规定"]
advice   = "删除"
mask     = "keep"
[find]
anchor  = ["甲乙"]
pattern = "甲乙(?:a|a|b|ab)*c"
[examples]
hit  = ["«甲乙c»"]
miss = ["甲乙"]
"""


@pytest.mark.parametrize(
    ("name", "rule", "shown"),
    [
        (f"身份证{ID}.txt", "personal.resident-id", "身份证11*************510.txt"),
        (f"联系人{MOBILE}.txt", "personal.mobile", "联系人138****8000.txt"),
        ("密码是Abc12345.txt", "credential.password", "密码是********.txt"),
        ("机密★10年 报告.txt", "secrecy.marking", "机密★10年 报告.txt"),
        ("（内部资料，注意保存）通知.txt", "internal.inner-caution", "（内部资料，注意保存）通知.txt"),
    ],
)
@pytest.mark.parametrize("folder", ["", "材料/", "材料\\"])
def test_a_name_is_checked_and_masked_in_every_path(name: str, rule: str, shown: str, folder: str) -> None:
    report = CHECKER.check_bytes(TEXT, folder + name)
    (finding,) = report.findings
    assert (finding.rule, finding.location.path, str(finding.location)) == (rule, folder + shown, "文件名")
    stem = name.removesuffix(".txt")
    assert stem[slice(*finding.span)] == finding.value.reveal()
    (coverage,) = report.coverage
    assert coverage.path == folder + shown
    assert [(part.kind, part.name, part.characters) for part in coverage.parts] == [
        ("body", "", len(TEXT.decode())),
        ("attachment", "文件名", len(stem)),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "关于做好保密工作的通知.txt",
        "W020200113800138000123.txt",
        "20241105123045.txt",
        "IMG_0001.txt",
        "甲.txt",
    ],
)
def test_other_names_are_left_as_they_are(name: str) -> None:
    report = CHECKER.check_bytes(TEXT, name)
    assert not report.findings
    assert [(coverage.path, len(coverage.parts)) for coverage in report.coverage] == [(name, 1)]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        (f"<通知>联系人{MOBILE}.txt", "personal.mobile"),
        ("110 105 199 003 078 510.txt", "personal.resident-id"),
        (f"联系人.{MOBILE}", "personal.mobile"),
        ("投诉人wangwu88@163.com", "personal.email"),
        (f"https://a.example.cn/x.html?tel={MOBILE}", "personal.mobile"),
        (f"材料/联系人{MOBILE}.txt/", "personal.mobile"),
    ],
)
def test_only_what_is_the_suffix_of_a_format_is_left_aside(name: str, rule: str) -> None:
    report = CHECKER.check_bytes(TEXT, name)
    assert [finding.rule for finding in report.findings] == [rule]
    (value,) = (finding.value.reveal() for finding in report.findings)
    assert not any(value in write(report, Style()) for write in WRITERS.values())


def test_a_name_takes_no_suppression_from_the_text() -> None:
    text = f"联系人电话：{MOBILE}。".encode()
    (alone,) = CHECKER.check_bytes(text, "通知.txt").findings
    found = CHECKER.check_bytes(text, f"通知{MOBILE}.txt").findings
    assert {str(each.location): each.fingerprint == alone.fingerprint for each in found} == {
        "第 1 行第 7 列": True,
        "文件名": False,
    }


def test_a_rule_that_takes_too_long_over_a_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prepub_check.detect.match.BUDGET", 0.2)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "slow.toml").write_text(SLOW, encoding="utf-8")
    name = "甲乙" + "ab" * 60 + ".txt"
    report = Checker(tmp_path).check_bytes(TEXT, name)
    assert [(gap.cause, gap.part) for gap in report.gaps] == [("rule-timeout", "文件名")]
    assert report.verdict == "review"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_no_message_of_the_command_shows_a_number_in_a_name(tmp_path: Path) -> None:
    (tmp_path / f".x{MOBILE}").mkdir()
    os.mkfifo(tmp_path / f"管道{MOBILE}.txt")
    command = [sys.executable, "-m", "prepub_check", "check", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 3
    assert "管道13" in done.stdout
    assert MOBILE not in done.stdout + done.stderr


def test_that_a_mark_stands_alone_says_less_in_a_name_than_in_a_text() -> None:
    assert CHECKER.check_bytes("机密\n各单位：".encode(), "甲.txt").verdict == "block"
    assert CHECKER.check_bytes(TEXT, "机密.txt").verdict == "review"


def test_a_text_has_no_name() -> None:
    assert not CHECKER.check_text("请核对。", ID).findings


def test_what_cannot_be_read_has_a_name_all_the_same(tmp_path: Path) -> None:
    report = CHECKER.check_file(tmp_path / f"名单{ID}.pdf")
    assert [finding.rule for finding in report.findings] == ["personal.resident-id"]
    assert [gap.cause for gap in report.gaps] == ["missing"]
    assert ID not in WRITERS["json"](report, Style())


def test_paths_below_a_file_begin_with_its_masked_name() -> None:
    inside = make_zip({"说明.txt": f"电话：{MOBILE}".encode()})
    report = CHECKER.check_bytes(inside, f"名单{ID}.zip")
    paths = {finding.rule: finding.location.path for finding in report.findings}
    assert paths == {
        "personal.resident-id": "名单11*************510.zip",
        "personal.mobile": "名单11*************510.zip › 说明.txt",
    }


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_the_command_tells_no_value_unless_it_is_asked(tmp_path: Path, form: str) -> None:
    (tmp_path / f"张三{ID}.txt").write_bytes(TEXT)
    told = []
    for more in ([], ["--show-values"]):
        command = [sys.executable, "-m", "prepub_check", "check", str(tmp_path), "--format", form, *more]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 1
        told.append(ID in done.stdout + done.stderr)
    assert told == [False, True]


@given(st.text(max_size=20))
def test_no_name_breaks_a_check_or_shows_its_value(before: str) -> None:
    report = CHECKER.check_bytes(TEXT, f"{before}身份证{ID}.txt")
    found = any(finding.rule == "personal.resident-id" for finding in report.findings)
    assert not found or ID not in WRITERS["jsonl"](report, Style())
