"""The laws of the writers: what they show, in which order, and what they never show."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from prepub_check.model import (
    Coverage,
    Doubt,
    ExaminedPart,
    Excerpt,
    Finding,
    Gap,
    Location,
    Report,
    RuleSetVersion,
    Secret,
    Suppressed,
)
from prepub_check.writers import WRITERS, Style
from prepub_check.writers.display import underline, visible, width
from prepub_check.writers.schema import report_schema
from prepub_check.writers.shapes import CoverageRecord, FindingRecord, GapRecord, ReportRecord

VALUE = "11010519491231002X"
SHOWN = "11*************02X"
SCHEMA = Path(__file__).parents[1] / "docs" / "report.schema.json"


def make_finding(line: int = 1, path: str = "名单.txt", **changes: Any) -> Finding:
    finding = Finding(
        rule="personal.resident-id",
        title="居民身份证号码",
        category="personal",
        severity="block",
        location=Location(path=path, line=line, column=5),
        span=(4, 22),
        shown=SHOWN,
        value=Secret(VALUE),
        excerpt=Excerpt(f"身份证号{SHOWN}。", 4, 22, Secret(f"身份证号{VALUE}。")),
        cues=("校验位正确", "前有“身份证号”"),
        basis=("民法典 第一千零三十四条", "政府信息公开条例 第十五条"),
        advice="删除，或按规范遮盖",
        fingerprint="v1:0123456789abcdef",
    )
    return replace(finding, **changes)


DOUBTFUL = make_finding(2, doubts=(Doubt("check-digit", "校验位不符"),))
SUPPRESSED = make_finding(3, suppressed=Suppressed(reason="本人同意", by="王某", until="2027-01-31"))
INFO = make_finding(4, rule="personal.landline", title="固定电话", severity="info", shown="010-6*****00")
HOTLINE = make_finding(5, rule="personal.hotline", title="服务热线", shown="12345", cues=("政务服务热线",))
GAP = Gap(path="附件.doc", cause="unknown-format", message="认不出格式，请另存为 .docx 后再查")
COVERAGE = Coverage(
    path="名单.txt",
    media_type="text/plain",
    encoding="gb18030",
    decided_by="试解",
    parts=(ExaminedPart("body", 120), ExaminedPart("note", 3)),
    complete=True,
)
FULL = Report(
    verdict="block",
    ruleset=RuleSetVersion("2026.11", "sha256:feed"),
    findings=(make_finding(), DOUBTFUL, SUPPRESSED, INFO),
    recognised=(HOTLINE,),
    gaps=(GAP,),
    coverage=(COVERAGE,),
    notices=("密钥未设置，指纹只在本机可比",),
    unused_suppressions=("第 2 条压制没有用到",),
    seconds=1.5,
)
EMPTY = Report(verdict="pass", ruleset=RuleSetVersion("2026.11", "sha256:feed"))

TEXT = """\
名单.txt:1:5: 不得公开 [personal.resident-id] 居民身份证号码：11*************02X
    身份证号11*************02X。
            ^^^^^^^^^^^^^^^^^^
    依据：校验位正确；前有“身份证号”
    法律依据：民法典 第一千零三十四条；政府信息公开条例 第十五条
    建议：处理后公开。删除，或按规范遮盖
    指纹：v1:0123456789abcdef

── 提示（1）
名单.txt:4:5: 提示 [personal.landline] 固定电话：010-6*****00

── 存疑，不计入结论（1）
名单.txt:2:5: 不得公开 [personal.resident-id] 居民身份证号码：11*************02X
    身份证号11*************02X。
            ^^^^^^^^^^^^^^^^^^
    依据：校验位正确；前有“身份证号”
    法律依据：民法典 第一千零三十四条；政府信息公开条例 第十五条
    建议：处理后公开。删除，或按规范遮盖
    存疑：校验位不符
    指纹：v1:0123456789abcdef

── 已压制，不计入结论（1）
名单.txt:3:5: 不得公开 [personal.resident-id] 居民身份证号码：11*************02X
    已压制（理由：本人同意；决定人：王某；有效期至：2027-01-31）

── 未能检查（1）
附件.doc: 未能检查 [unknown-format] 认不出格式，请另存为 .docx 后再查

── 说明（1）
密钥未设置，指纹只在本机可比

结论：不得公开
  发现：不得公开 1 处，需复核 0 处，提示 1 处
  另有：存疑 1 处，已压制 1 处，认得而不报 1 处
  检查：1 份，123 字；未能检查 1 处；编码：gb18030 1 份
  规则：2026.11（sha256:feed），按主动公开
"""


def test_text_shows_every_section_in_order() -> None:
    assert WRITERS["text"](FULL, Style()) == TEXT


def test_text_of_an_empty_report_makes_no_promise() -> None:
    assert WRITERS["text"](EMPTY, Style()) == (
        "结论：未发现需处理的内容\n"
        "  注意：没有找到不等于没有；是否公开由审查人员决定\n"
        "  发现：不得公开 0 处，需复核 0 处，提示 0 处\n"
        "  另有：存疑 0 处，已压制 0 处，认得而不报 0 处\n"
        "  检查：0 份，0 字；未能检查 0 处\n"
        "  规则：2026.11（sha256:feed），按主动公开\n"
    )


@pytest.mark.parametrize(
    ("style", "line"),
    [
        pytest.param(Style(unused=True), "第 2 条压制没有用到", id="unused suppressions"),
        pytest.param(
            Style(recognised=True),
            "名单.txt:5:5: 不得公开 [personal.hotline] 服务热线：12345（政务服务热线）",
            id="what is recognised, with its reason",
        ),
        pytest.param(Style(values=True), f"    身份证号{VALUE}。", id="values"),
    ],
)
def test_text_shows_on_demand(style: Style, line: str) -> None:
    assert line not in WRITERS["text"](FULL, Style()).splitlines()
    assert line in WRITERS["text"](FULL, style).splitlines()


def test_text_orders_by_path_then_place() -> None:
    findings = (make_finding(9, "乙.txt"), make_finding(10, "甲.txt"), make_finding(2, "乙.txt"))
    text = WRITERS["text"](replace(EMPTY, findings=findings), Style())
    places = [line.split(" ")[0] for line in text.splitlines() if ": 不得公开" in line]
    assert places == ["乙.txt:2:5:", "乙.txt:9:5:", "甲.txt:10:5:"]


def test_text_names_the_part_that_is_not_the_body() -> None:
    comment = make_finding(location=Location(path="a.html", kind="comment", line=3, column=7))
    first = WRITERS["text"](replace(EMPTY, findings=(comment,)), Style()).splitlines()[0]
    assert first == f"a.html:3:7: 不得公开 [personal.resident-id] 居民身份证号码：{SHOWN}（批注或注释）"


def test_text_says_so_where_a_source_has_no_lines() -> None:
    whole = make_finding(location=Location(path="a.bin", kind="property"))
    assert WRITERS["text"](replace(EMPTY, findings=(whole,)), Style()).startswith(
        "a.bin: 文档属性: 不得公开 "
    )


def test_colours_change_nothing_else() -> None:
    coloured = WRITERS["text"](FULL, Style(colour=True))
    assert "\033[1;31m" in coloured
    plain = coloured
    for code in ("1;31", "1;33", "36", "1", "0"):
        plain = plain.replace(f"\033[{code}m", "")
    assert plain == TEXT


@pytest.mark.parametrize("name", WRITERS)
def test_no_writer_shows_a_value_unasked(name: str) -> None:
    assert VALUE not in WRITERS[name](FULL, Style(unused=True, recognised=True))
    assert VALUE in WRITERS[name](FULL, Style(values=True))


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("report", [FULL, EMPTY], ids=["full", "empty"])
def test_no_writer_says_that_a_draft_may_be_published(name: str, report: Report) -> None:
    assert "可以公开" not in WRITERS[name](report, Style(unused=True, recognised=True))


@pytest.mark.parametrize("name", WRITERS)
def test_equal_reports_give_equal_text(name: str) -> None:
    slower = replace(FULL, seconds=99.0)
    assert slower == FULL
    assert WRITERS[name](slower, Style()) == WRITERS[name](FULL, Style())


@pytest.mark.parametrize("values", [False, True], ids=["masked", "with values"])
def test_json_is_what_its_shape_says(*, values: bool) -> None:
    written = WRITERS["json"](FULL, Style(values=values))
    assert TypeAdapter(ReportRecord).validate_json(written, strict=False) == _tupled(json.loads(written))


def _tupled(document: dict[str, Any]) -> dict[str, Any]:
    for finding in (*document["findings"], *document["recognised"]):
        finding["span"] = tuple(finding["span"])
    return document


def test_json_keeps_the_order_of_its_shape_and_the_characters_as_they_are() -> None:
    written = WRITERS["json"](FULL, Style())
    document = json.loads(written)
    assert list(document) == list(ReportRecord.__annotations__)
    assert list(document["findings"][0]) == [key for key in FindingRecord.__annotations__ if key != "value"]
    assert '"title": "居民身份证号码"' in written


def test_json_adds_what_a_reader_would_have_to_derive() -> None:
    document = json.loads(WRITERS["json"](FULL, Style()))
    assert document["verdict_title"] == "不得公开"
    assert [finding["firm"] for finding in document["findings"]] == [True, False, True, True]
    assert document["findings"][0]["location"]["text"] == "第 1 行第 5 列"


def test_json_with_values_adds_them_and_nothing_else() -> None:
    masked = json.loads(WRITERS["json"](FULL, Style()))
    shown = json.loads(WRITERS["json"](FULL, Style(values=True)))
    for finding in (*shown["findings"], *shown["recognised"]):
        assert finding.pop("value") == VALUE
        assert finding["excerpt"].pop("raw") == f"身份证号{VALUE}。"
    assert shown == masked


@pytest.mark.parametrize(
    ("noun", "shape", "hidden"),
    [
        pytest.param(Report, ReportRecord, {"seconds"}, id="report"),
        pytest.param(Finding, FindingRecord, set[str](), id="finding"),
        pytest.param(Gap, GapRecord, set[str](), id="gap"),
        pytest.param(Coverage, CoverageRecord, set[str](), id="coverage"),
    ],
)
def test_no_field_of_the_model_is_forgotten(noun: Any, shape: Any, hidden: set[str]) -> None:
    assert set(noun.__annotations__) - hidden <= set(shape.__annotations__)


def test_jsonl_writes_one_object_a_line_and_the_summary_last() -> None:
    lines = [json.loads(line) for line in WRITERS["jsonl"](FULL, Style()).splitlines()]
    assert [line["type"] for line in lines] == [
        *["finding"] * 4,
        "recognised",
        "gap",
        "coverage",
        "summary",
    ]
    assert lines[-1]["tally"] == {
        "block": 1,
        "review": 0,
        "info": 1,
        "doubtful": 1,
        "suppressed": 1,
        "recognised": 1,
        "gaps": 1,
        "sources": 1,
        "characters": 123,
    }


def test_jsonl_and_json_say_the_same() -> None:
    document = json.loads(WRITERS["json"](FULL, Style()))
    lines = [json.loads(line) for line in WRITERS["jsonl"](FULL, Style()).splitlines()]
    for kind, key in (("finding", "findings"), ("gap", "gaps"), ("coverage", "coverage")):
        assert [{"type": kind, **record} for record in document[key]] == [
            line for line in lines if line["type"] == kind
        ]


def test_the_committed_schema_is_the_one_in_force() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == report_schema()


def test_the_schema_requires_no_value() -> None:
    schema = report_schema()
    assert schema["$id"] == "urn:prepub-check:report:1.0"
    finding = schema["$defs"]["FindingRecord"]
    assert set(finding["properties"]) - set(finding["required"]) == {"value"}
    assert "seconds" not in schema["properties"]


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "mark"),
    [
        pytest.param("密级：机密★", 3, 6, "密级：机密★", "      ^^^^^", id="wide before, star is narrow"),
        pytest.param("A\tB机密", 3, 5, "A B机密", "   ^^^^", id="a tab is one column"),
        pytest.param("e\u0301机密", 2, 4, "e\u0301机密", " ^^^^", id="a combining mark takes none"),
        pytest.param("机\n密", 0, 3, "机⏎密", "^^^^^", id="across lines"),
        pytest.param("甲" * 50 + "机密", 50, 52, "..." + "甲" * 40 + "机密", " " * 83 + "^^^^", id="cut"),
        pytest.param("机密", 2, 2, "机密", "    ^", id="an empty stretch still has a mark"),
    ],
)
def test_underline_stands_under_the_stretch(text: str, start: int, end: int, line: str, mark: str) -> None:
    assert underline(text, start, end) == (line, mark)


@given(st.text(), st.data())
def test_underline_always_starts_where_the_stretch_starts(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, mark = underline(text, start, end)
    assert "\n" not in line
    assert mark.count("^") == max(1, width(visible(text[start:end])))
    if visible(text[start:end]).strip():
        assert visible(text[start:end]).rstrip() in line


@given(st.text())
def test_visible_keeps_the_length_and_leaves_nothing_that_steers_a_terminal(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not set(shown) & {"\x1b", "\r", "\n", "\t", "\x9b", "\u202e", "\u200b"}


def test_text_leaves_no_control_character_of_the_draft() -> None:
    hostile = make_finding(
        path="\x1b[2J.txt", excerpt=Excerpt("\x1b[31m机密", 5, 7, Secret("")), cues=("\r",)
    )
    report = replace(FULL, findings=(hostile,), gaps=(GAP._replace(message="\x1b]0;\x07"),))
    assert not set(WRITERS["text"](report, Style())) & {"\x1b", "\r", "\x07"}
