"""What a document hides is told once for each kind; a clean document hides nothing."""

from __future__ import annotations

import pytest

from prepub_check import Checker
from prepub_check.model import Report

from .documents import sheets, word
from .documents.flat import flat
from .documents.soffice import convert
from .documents.writer import from_writer

CHECKER = Checker()


def told(report: Report) -> set[tuple[str, str]]:
    return {(found.rule, found.severity) for found in report.findings if found.category == "hidden"}


def test_a_document_with_everything_in_it_is_told_for_each_kind() -> None:
    assert told(CHECKER.check_bytes(from_writer(), "a.docx")) == {
        ("hidden.tracked-changes", "review"),
        ("hidden.comments", "review"),
        ("hidden.text", "review"),
        ("hidden.covered", "block"),
        ("hidden.author", "info"),
    }


@pytest.mark.parametrize("suffix", ["odt", "doc", "rtf"])
def test_black_on_black_is_a_failed_redaction_in_every_format(suffix: str) -> None:
    assert ("hidden.covered", "block") in told(CHECKER.check_bytes(from_writer(suffix), f"a.{suffix}"))


def test_a_workbook_with_everything_in_it_is_told_for_each_kind() -> None:
    assert told(CHECKER.check_bytes(sheets.by_hand(), "a.xlsx")) == {
        ("hidden.sheet", "review"),
        ("hidden.text", "review"),
        ("hidden.cache", "review"),
        ("hidden.comments", "review"),
        ("hidden.path", "info"),
    }


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("密级", "内部", "hidden.secrecy-property"),
        ("SecretLevel", "2", "hidden.secrecy-property"),
        ("拟稿人", "张小山", "hidden.office-property"),
        ("密级", "机密", "secrecy.field"),
    ],
)
def test_fields_of_office_systems_are_told(name: str, value: str, rule: str) -> None:
    custom = f'<Properties><property name="{name}"><v>{value}</v></property></Properties>'
    report = CHECKER.check_bytes(word.docx(word.paragraph("通知"), {"docProps/custom.xml": custom}), "a.docx")
    assert rule in {found.rule for found in report.findings}


DRAFT = "关于召开座谈会的通知", "各有关单位：", "现将有关事项通知如下。"
TABLE = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"


@pytest.mark.parametrize(
    ("kind", "suffix", "target"),
    [
        ("text", ".fodt", "docx:MS Word 2007 XML"),
        ("text", ".fodt", "odt"),
        ("spreadsheet", ".fods", "xlsx:Calc MS Excel 2007 XML"),
        ("spreadsheet", ".fods", "ods"),
        ("presentation", ".fodp", "pptx:Impress MS PowerPoint 2007 XML"),
        ("presentation", ".fodp", "odp"),
    ],
)
def test_a_clean_document_passes(kind: str, suffix: str, target: str) -> None:
    lines = "".join(f"<text:p>{line}</text:p>" for line in DRAFT)
    inside = {
        "text": f"<office:body><office:text>{lines}</office:text></office:body>",
        "spreadsheet": f'<office:body><office:spreadsheet><table:table table:name="表">'
        f"{''.join(map(TABLE.format, DRAFT))}</table:table></office:spreadsheet></office:body>",
        "presentation": '<office:body><office:presentation><draw:page draw:name="页"><draw:frame '
        'svg:width="9cm" svg:height="9cm" svg:x="1cm" svg:y="1cm"><draw:text-box>'
        f"{lines}</draw:text-box></draw:frame></draw:page>"
        "</office:presentation></office:body>",
    }[kind]
    report = CHECKER.check_bytes(convert(flat(kind, inside), suffix, target), f"a.{target.partition(':')[0]}")
    assert (report.verdict, report.findings) == ("pass", ())


@pytest.mark.parametrize("target", ["xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "ods"])
def test_a_hidden_row_is_counted_and_placed_without_the_header_above_it(target: str) -> None:
    rows = (TABLE.format("姓名"), TABLE.format("各部门"), TABLE.format("王小明"))
    hidden = rows[2].replace("<table:table-row>", '<table:table-row table:visibility="collapse">')
    inside = (
        '<office:body><office:spreadsheet><table:table table:name="表">'
        f"{rows[0]}{rows[1]}{hidden}</table:table></office:spreadsheet></office:body>"
    )
    data = convert(flat("spreadsheet", inside), ".fods", target)
    report = CHECKER.check_bytes(data, f"a.{target.partition(':')[0]}")
    (found,) = (found for found in report.findings if found.rule == "hidden.sheet")
    assert str(found.location) == "隐藏行列，工作表“表”!A3"
    assert found.value.reveal().endswith("隐藏行列，1 行")
