"""Whatever a workbook holds is found, in whichever place, under the place's own name."""

from __future__ import annotations

import time

import pytest

from prepub_check import Checker
from prepub_check.model import Document, Report, Source
from prepub_check.readers import read

from .documents.calc import FROM_CALC, IN_EVERY_WORKBOOK, from_calc
from .documents.find import places
from .documents.parts import pack
from .documents.sheets import BY_HAND, by_hand, part, xlsx
from .documents.word import relations

CHECKER = Checker()


@pytest.fixture(scope="module")
def written() -> Report:
    return CHECKER.check_bytes(from_calc(), "a.xlsx")


@pytest.fixture(scope="module")
def made() -> Report:
    return CHECKER.check_bytes(by_hand(), "a.xlsx")


def sheet(cells: str, styles: str = "") -> Document:
    parts: dict[str, str | bytes] = {"xl/styles.xml": part("styleSheet", styles)} if styles else {}
    return read(Source("a.xlsx", xlsx(f"<sheetData>{cells}</sheetData>", parts)))


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        *IN_EVERY_WORKBOOK,
        ("公式结果", "cell", "工作表“名单”!C3"),
        ("页眉", "header", "页眉，工作表“名单”"),
        ("页脚", "footer", "页脚，工作表“名单”"),
        ("数据验证", "attribute", "数据验证，工作表“名单”"),
        ("链接", "attribute", "链接目标"),
        ("作者", "property", "属性“作者”"),
        ("文本框", "body", "图形，工作表“名单”"),
    ],
)
def test_a_value_in_a_workbook_by_calc_is_found_where_it_stands(
    written: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(written, FROM_CALC[place])


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("内联字符串", "cell", "工作表“名单”!A1"),
        ("共享字符串", "cell", "工作表“名单”!B1"),
        ("零补位", "cell", "工作表“名单”!A3"),
        ("深度隐藏表", "hidden", "深度隐藏的工作表，工作表“底稿”!C5"),
        ("白色单元格", "hidden", "白色的文字，工作表“名单”!A2"),
        ("不显示单元格", "hidden", "不显示的单元格，工作表“名单”!B2"),
        ("会话批注", "comment", "批注（钱七 …），工作表“名单”!B2"),
        ("会话参与者", "property", "审阅者“审阅者”"),
        ("透视表记录", "cache", "数据透视表缓存 1，表 1 第 2 行第 1 列"),
        ("透视表字段值", "cache", "数据透视表缓存 1，表 1 第 2 行第 2 列"),
        ("透视表遗留项", "cache", "数据透视表缓存 1，表 1 第 3 行第 2 列"),
        ("外部链接值", "cache", "外部链接缓存 1，表 1 第 2 行第 2 列"),
        ("外部链接路径", "property", "属性“外部链接”"),
        ("数据连接", "property", "数据连接“connection”"),
        ("自定义属性", "property", "自定义属性“经办”"),
        ("孤立表", "hidden", "隐藏的工作表，工作表“xl/worksheets/sheet9.xml”!C5"),
        ("绘图", "body", "图形，工作表“名单”"),
        ("替代文字", "attribute", "替代文字，工作表“名单”"),
        ("形状批注", "body", "图形，工作表“名单”"),
        ("图表标题", "body", "图表 1"),
        ("图表缓存", "cache", "图表 1 的数据，表 1 第 2 行第 1 列"),
        ("保存路径", "property", "属性“保存路径”"),
        ("写保护者", "property", "审阅者“写保护者”"),
        ("输入提示", "attribute", "数据验证，工作表“名单”"),
        ("拼音", "attribute", "拼音指南"),
        ("表格定义", "attribute", "部件 xl/tables/table1.xml"),
        ("共享修订", "revision", "共享工作簿的修订"),
        ("打印页眉", "header", "页眉，工作表“名单”"),
        ("方案", "attribute", "方案，工作表“名单”"),
        ("自定义部件", "property", "自定义 XML“id”"),
    ],
)
def test_a_value_in_a_workbook_made_by_hand_is_found_where_it_stands(
    made: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(made, BY_HAND[place])


def test_no_location_tells_a_value(written: Report, made: Report) -> None:
    told = "\n".join(str(found.location) for report in (written, made) for found in report.findings)
    assert not any(value in told for value in (*FROM_CALC.values(), *BY_HAND.values()))


FORMATS = (
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
    '<numFmt numFmtId="171" formatCode="000-0000-0000"/><numFmt numFmtId="172" formatCode="[Red]General"/>'
    '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="22"/>'
    '<xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="21"/></cellXfs>'
)


ENDLESS = "9" * 5000


@pytest.mark.parametrize(
    ("attributes", "value", "text"),
    [
        ("", "13800138000", "13800138000"),
        ("", "1.3800138E10", "13800138000"),
        ("", "1.1010519900307801E17", "110105199003078010"),
        ("", "0.1", "0.1"),
        ("", "1E-3", "0.001"),
        ("", "-5.50", "-5.5"),
        ("", "1E+300", "1E+300"),
        ('s="1"', "46088", "2026-03-07"),
        ('s="2"', "46088", "2026-03-07"),
        ('s="3"', "46088.5", "2026-03-07 12:00:00"),
        ('s="6"', "0.75", "18:00:00"),
        ('s="4"', "13800138000", "138-0013-8000"),
        ('s="5"', "46088", "46088"),
        ('s="1"', "99999999", "99999999"),
        ('t="b"', "1", "TRUE"),
        ('t="e"', "#N/A", "#N/A"),
        ('t="d"', "2026-03-07", "2026-03-07"),
        ('t="s"', "9", "9"),
        pytest.param("", ENDLESS, ENDLESS, id="too long to be a number"),
        pytest.param('t="s"', ENDLESS, ENDLESS, id="too long to be the number of a string"),
        pytest.param(f's="{ENDLESS}"', "7", "7", id="too long to be the number of a format"),
    ],
)
def test_a_number_reads_as_people_wrote_it(attributes: str, value: str, text: str) -> None:
    document = sheet(f"<row><c {attributes}><v>{value}</v></c></row>", FORMATS)
    assert document.parts[1].text.strip() == text


def test_a_number_that_lost_its_last_digits_is_told() -> None:
    document = sheet('<row r="3"><c r="B3"><v>1.10105199003078E+17</v></c></row>')
    told = (
        "a.xlsx：工作表“名单”!B3 等 1 处长数字按数值存放，第 15 位以后已经失真，"
        "无法核对号码；请找到原始数据，按文本格式重新录入后再检查"
    )
    assert document.notices == (told,)


def test_columns_line_up_under_their_header() -> None:
    document = sheet(
        '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="C1" t="str"><v>丙</v></c>'
        '<c r="XFD1" t="str"><v>末</v></c>'
        '</row><row r="9"><c r="XFD9" t="str"><v>一\n二</v></c></row>'
    )
    assert document.parts[1].text == "甲\t丙\t末\n\t\t一 二\n"
    assert str(document.parts[1].places.locate(8)) == "工作表“名单”!XFD9"


def test_scattered_cells_do_not_flood_memory() -> None:
    cells = "".join(
        f'<row r="{n}"><c r="{name}{n}"><v>7</v></c></row>' for n, name in enumerate(columns(3000), 1)
    )
    assert len(sheet(cells).parts[1].text) < 10_000


def columns(count: int) -> list[str]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [f"{a}{b}{c}" for a in letters for b in letters for c in letters][:count]


def test_a_hundred_thousand_cells_are_read_in_seconds() -> None:
    row = (
        '<row r="{0}">' + "".join(f'<c r="{name}{{0}}"><v>{{0}}</v></c>' for name in "ABCDEFGHIJ") + "</row>"
    )
    data = xlsx(f"<sheetData>{''.join(row.format(n) for n in range(1, 10_001))}</sheetData>")
    started = time.perf_counter()
    (_, part) = read(Source("a.xlsx", data)).parts
    assert time.perf_counter() - started < 5
    assert str(part.places.locate(len(part.text) - 2)) == "工作表“名单”!J10000"


def test_a_binary_workbook_is_one_gap_and_its_properties_are_read() -> None:
    data = pack(
        {
            "_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": b"\x83\x01\x00",
            "xl/worksheets/sheet1.bin": b"\x81\x01\x00",
            "docProps/app.xml": part("Properties", "<Company>某某局</Company>"),
        }
    )
    document = read(Source("a.xlsb", data))
    assert [gap.cause for each in document.walk() for gap in each.gaps] == ["unsupported-format"]
    assert [part.text for part in document.parts] == ["单位：某某局"]
