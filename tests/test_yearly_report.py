"""The clean yearly report stays clean, and a leak planted in it is found where it stands, alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from prepub_check import Checker, Finding

from .documents.flat import flat
from .documents.ofd import simple, text
from .documents.soffice import convert

EXAMPLE = Path(__file__).parents[1] / "examples" / "yearly-report.txt"
REPORT = EXAMPLE.read_text(encoding="utf-8")
LINES = REPORT.split("\n")
CHECKER = Checker()

# One leak of every family: the rule that must answer, and a line with the exact place marked.
LEAKS = [
    ("secrecy.marking", "«机密★10年»"),
    ("secrecy.field", "密级：«秘密»"),
    ("secrecy.alone-edge", "«机　密»"),
    ("internal.attr-closed", "（此件«不公开»）"),
    ("internal.attr-on-request", "（此件«依申请公开»）"),
    ("internal.inner", "«内部资料 注意保存»"),
    ("internal.draft", "附件：关于加强公交线网管理的实施办法（«讨论稿»）"),
    ("internal.number", "«市交密〔2023〕5号»"),
    ("internal.approval", "«拟办意见：请张局长阅示»"),
    (
        "personal.resident-id",
        "经办人身份证号１１０１０５１９９００３０７８５１０。".replace(
            "１１０１０５１９９００３０７８５１０", "«１１０１０５１９９００３０７８５１０»"
        ),
    ),
    ("personal.resident-id-15", "身份证号：«110105900307851»"),
    ("personal.mobile", "如有疑问请致电«138-0013-8000»。"),
    ("personal.mobile-numerals", "联系手机«一三八零零一三八零零零»"),
    ("personal.landline", "来电请拨«0571-88880000»"),
    ("personal.bank-card", "银行卡号：«6222021234567890128»"),
    ("personal.passport", "护照号：«E12345678»"),
    ("personal.email", "请发送至«zhangsan_88@163.com»"),
    ("personal.plate", "车牌号：«京A·12345»"),
    ("credential.password", "系统登录密码：«Abc@2023xyz»"),
    ("credential.aliyun", "«LTAI5tSyntheticKeyTest01»"),
    ("credential.private-ip", "服务器地址«192.168.10.25»"),
    ("credential.url-password", "mysql://root:«Pa55word»@db.example.com/oa"),
]


def planted(leak: str, place: int) -> tuple[str, tuple[int, int], str]:
    """Give the report with a leak as a line of its own, the leak's line and column, and its text."""
    start, end = leak.index("«"), leak.index("»")
    lines = [*LINES[:place], leak.replace("«", "").replace("»", ""), *LINES[place:]]
    return "\n".join(lines), (place + 1, start + 1), leak[start + 1 : end]


def told(finding: Finding) -> tuple[str, tuple[int | None, int | None], str]:
    family = finding.rule.removesuffix("-inside")  # a draft is named in a title, or inside the text
    return family, (finding.location.line, finding.location.column), finding.value.reveal()


def test_the_clean_report_gives_nothing() -> None:
    report = CHECKER.check_text(REPORT)
    assert (report.findings, report.gaps, report.verdict) == ((), (), "pass")


@pytest.mark.parametrize("place", [1, len(LINES) - 1], ids=["head", "tail"])
@pytest.mark.parametrize(("rule", "leak"), LEAKS, ids=[rule for rule, _ in LEAKS])
def test_one_leak_is_found_in_its_place_and_nothing_else(rule: str, leak: str, place: int) -> None:
    text, where, value = planted(leak, place)
    assert [told(finding) for finding in CHECKER.check_text(text).findings] == [(rule, where, value)]


def test_all_leaks_together_are_found_in_their_places() -> None:
    lines = [
        line
        for _, leak in LEAKS
        for line in (leak.replace("«", "").replace("»", ""), *["本段无其他事项。"] * 3)
    ]
    text = "\n".join([LINES[0], *lines, *LINES[1:]])
    expected = [
        (rule, (2 + 4 * number, leak.index("«") + 1), leak[leak.index("«") + 1 : leak.index("»")])
        for number, (rule, leak) in enumerate(LEAKS)
    ]
    assert [told(finding) for finding in CHECKER.check_text(text).findings] == expected


def test_checking_the_clean_report_loads_neither_jieba_nor_pydantic() -> None:
    code = (
        "import sys, prepub_check\n"
        "prepub_check.check_file(sys.argv[1])\n"
        "print(sorted({'jieba', 'pydantic'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(EXAMPLE)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


def as_document(kind: str, lines: str) -> bytes:
    body = {
        "text": f"<office:text>{lines}</office:text>",
        "spreadsheet": f'<office:spreadsheet><table:table table:name="表">{rowed(lines)}</table:table>'
        "</office:spreadsheet>",
    }[kind]
    return flat(kind, f"<office:body>{body}</office:body>")


def rowed(lines: str) -> str:
    row = "<table:table-row><table:table-cell>{}</table:table-cell></table:table-row>"
    return "".join(map(row.format, lines.splitlines()))


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        *(("text", target) for target in ("docx", "odt", "doc", "rtf", "pdf", "html")),
        *(("spreadsheet", target) for target in ("xlsx", "ods", "xls")),
    ],
)
def test_the_clean_report_passes_as_a_document(kind: str, target: str, tmp_path: Path) -> None:
    lines = "\n".join(f"<text:p>{escape(line)}</text:p>" for line in LINES)
    draft = tmp_path / f"年报.{target}"
    draft.write_bytes(convert(as_document(kind, lines), ".fodt" if kind == "text" else ".fods", target))
    assert status_and_severities(draft) <= {0, "info"}


def test_the_clean_report_passes_as_ofd(tmp_path: Path) -> None:
    draft = tmp_path / "年报.ofd"
    rows = [line[at : at + 48] for line in LINES for at in range(0, len(line), 48)]
    objects = (text(20, 10 + 4 * number, escape(row)) for number, row in enumerate(rows))
    draft.write_bytes(simple(*objects))
    assert status_and_severities(draft) <= {0, "info"}


def status_and_severities(draft: Path) -> set[object]:
    command = [sys.executable, "-m", "prepub_check", "check", "--format", "json", str(draft)]
    run = subprocess.run(command, capture_output=True, check=False)
    report = json.loads(run.stdout)
    assert (report["gaps"], report["coverage"][0]["complete"]) == ([], True)
    return {run.returncode, *(found["severity"] for found in report["findings"])}
