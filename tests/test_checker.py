"""The library as another application uses it."""

from __future__ import annotations

import pickle
import threading
import traceback
from pathlib import Path

import pytest

import prepub_check
from prepub_check import Checker, PublicationBlocked, check_file, check_text

ID = "11010519491231002X"
DRAFT = f"关于发放补贴的通知\n申请人身份证号{ID}，联系电话13800138000。\n"


def test_the_contract_is_what_is_exported() -> None:
    assert set(prepub_check.__all__) == {
        "Checker", "Config", "ConfigError", "Coverage", "Doubt", "Finding", "Gap", "Location", "PrepubError",
        "Problem", "PublicationBlocked", "Related",
        "Report", "Rule", "RuleError", "RuleSet", "Source", "SourceError",
        "check_file", "check_text", "load_config", "load_rules",
    }  # fmt: skip
    assert all(hasattr(prepub_check, name) for name in prepub_check.__all__)


def test_a_finding_says_what_where_why_and_what_to_do() -> None:
    finding = check_text(DRAFT, name="draft.txt").findings[0]
    assert (finding.rule, finding.category, finding.severity) == ("personal.resident-id", "personal", "block")
    assert finding.span == (17, 35)
    assert DRAFT[slice(*finding.span)] == ID
    assert (finding.location.path, finding.location.line, finding.location.column) == ("draft.txt", 2, 8)
    assert str(finding.location) == "第 2 行第 8 列"
    assert (finding.shown, finding.decision) == ("11*************02X", "处理后公开")
    assert finding.basis
    assert finding.advice
    assert finding.firm
    assert finding.value.reveal() == ID


def test_nothing_printed_holds_the_value() -> None:
    report = check_text(DRAFT)
    with pytest.raises(PublicationBlocked) as caught:
        report.require_publishable()
    shown = [
        repr(report), str(report), repr(report.findings), str(caught.value), repr(caught.value),
        "".join(traceback.format_exception(caught.value)), report.findings[0].excerpt.masked,
    ]  # fmt: skip
    for secret in (ID, ID[6:14], "13800138000"):
        assert not [text for text in shown if secret in text]


def test_a_draft_without_findings_is_publishable() -> None:
    report = check_text("关于召开座谈会的通知\n")
    assert (report.verdict, report.verdict_title) == ("pass", "未发现需处理的内容")
    report.require_publishable()


def test_an_excerpt_marks_the_value_and_masks_its_neighbours() -> None:
    first, second = check_text(DRAFT).findings
    for finding in (first, second):
        excerpt = finding.excerpt
        assert excerpt.raw.reveal() == DRAFT.split("\n")[1]
        assert excerpt.raw.reveal()[excerpt.start : excerpt.end] == finding.value.reveal()
        assert excerpt.masked == f"申请人身份证号{first.shown}，联系电话{second.shown}。"


def test_control_characters_never_reach_an_excerpt() -> None:
    (finding,) = check_text(f"\x1b[31m身份证\u202e{ID}\x07\n").findings
    assert finding.excerpt.masked.isprintable()
    assert finding.excerpt.raw.reveal().isprintable()
    assert finding.span == (9, 27)


def test_the_same_input_gives_the_same_report() -> None:
    assert check_text(DRAFT) == check_text(DRAFT)
    assert pickle.loads(pickle.dumps(check_text(DRAFT))) == check_text(DRAFT)  # noqa: S301 -- our own bytes


def test_a_checker_cannot_be_changed() -> None:
    checker = Checker()
    with pytest.raises(AttributeError):
        checker.config = checker.config


def test_threads_share_a_checker() -> None:
    checker, reports = Checker(), []
    threads = [
        threading.Thread(target=lambda: reports.append(checker.check_text(DRAFT * 50))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert reports == [checker.check_text(DRAFT * 50)] * 8


def test_bytes_and_files_give_the_findings_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_bytes(DRAFT.encode("gbk"))
    by_file, by_bytes = check_file(file), Checker().check_bytes(DRAFT.encode("utf-16"), "draft.txt")
    expected = [(finding.rule, finding.span) for finding in check_text(DRAFT).findings]
    assert [(finding.rule, finding.span) for finding in by_file.findings] == expected
    assert [(finding.rule, finding.span) for finding in by_bytes.findings] == expected
    assert by_file.coverage[0].encoding == "gb18030"
    assert by_file.coverage[0].decided_by


def test_a_file_that_cannot_be_read_is_a_gap(tmp_path: Path) -> None:
    for path, cause in ((tmp_path / "none.txt", "missing"), (tmp_path, "is-directory")):
        report = check_file(path)
        assert [(gap.path, gap.cause) for gap in report.gaps] == [(str(path), cause)]
        assert report.verdict == "review"
        assert not report.coverage[0].complete


@pytest.mark.parametrize(
    "text",
    [
        f"领导批示：同意，身份证{ID}，手机13800138000已核。",
        f"（此处待{ID}核实）",
        f"[批注 [{ID}]: 改]",
        f"（此件发至{ID}）",
    ],
)
def test_a_value_inside_a_mark_is_a_finding_of_its_own_and_shown_nowhere(text: str) -> None:
    report = check_text(f"市交通运输局\n{text}\n以上。\n")
    assert "personal.resident-id" in {finding.rule for finding in report.findings}
    assert ID not in repr(report)
    assert "13800138000" not in repr(report)


def test_a_blocked_publication_and_a_checker_travel_between_processes() -> None:
    blocked = PublicationBlocked(check_text(DRAFT))
    assert pickle.loads(pickle.dumps(blocked)).report == blocked.report  # noqa: S301 -- our own bytes
    checker = pickle.loads(pickle.dumps(Checker()))  # noqa: S301 -- our own bytes
    assert checker.check_text(DRAFT) == check_text(DRAFT)


def test_a_field_in_a_markdown_table_is_read_like_any_other() -> None:
    table = "| 字段 | 内容 |\n|---|---|\n| 密码 | Abc@1234 |\n| 公开属性 | 不予公开 |\n"
    found = {finding.value.reveal(): table[slice(*finding.span)] for finding in check_text(table).findings}
    assert found == {"Abc@1234": "Abc@1234", "不予公开": "不予公开"}
