"""Whatever an OpenDocument holds is found, in whichever place, under the place's own name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from prepub_check import Checker
from prepub_check.model import Report, Source
from prepub_check.readers import read

from .documents.calc import FROM_CALC, IN_EVERY_WORKBOOK, from_calc
from .documents.find import places
from .documents.impress import FROM_IMPRESS, from_impress
from .documents.leaks import planted
from .documents.parts import pack
from .documents.writer import EVERYWHERE, FROM_WRITER, from_writer

CHECKER = Checker()


@pytest.fixture(scope="module")
def text() -> Report:
    return CHECKER.check_bytes(from_writer("odt"), "a.odt")


@pytest.fixture(scope="module")
def sheets() -> Report:
    return CHECKER.check_bytes(from_calc("ods"), "a.ods")


@pytest.fixture(scope="module")
def slides() -> Report:
    return CHECKER.check_bytes(from_impress("odp"), "a.odp")


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        *EVERYWHERE,
        ("嵌套表格", "body", "表 3 第 1 行第 2 列"),
        ("首页页眉", "header", "页眉（首页），第 1 段"),
        ("批注", "comment", "批注 1（王五 …），第 1 段"),
        ("涂黑", "covered", "涂黑的文字，第 9 段"),
        ("替代文字", "attribute", "替代文字，第 12 段"),
        ("属性作者", "property", "属性“初始作者”"),
        ("链接", "attribute", "链接目标，第 13 段"),
        ("拼音基字", "body", "第 14 段"),
        ("拼音", "attribute", "拼音指南，第 14 段"),
        ("列表编号", "attribute", "编号文字与样式名称"),
        ("书签", "attribute", "图形与书签名称，第 16 段"),
    ],
)
def test_a_value_in_a_text_is_found_where_it_stands(
    text: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(text, FROM_WRITER[place])


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        *IN_EVERY_WORKBOOK,
        ("公式结果", "cell", "工作表“名单”!C3"),
        ("页眉", "header", "页眉，第 1 段"),
        ("页脚", "footer", "页脚，第 1 段"),
        ("数据验证", "attribute", "数据验证"),
        ("链接", "attribute", "链接目标，工作表“名单”!C5"),
        ("作者", "property", "属性“初始作者”"),
        ("文本框", "body", "图形，工作表“名单”!A6"),
    ],
)
def test_a_value_in_a_spreadsheet_is_found_where_it_stands(
    sheets: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(sheets, FROM_CALC[place])


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("标题", "body", "第 1 页"),
        ("文本框", "body", "第 1 页"),
        ("拆成几段", "body", "第 1 页"),
        ("表格", "body", "第 1 页，表 1 第 2 行第 2 列"),
        ("备注", "note", "备注页，第 1 页"),
        ("隐藏页", "hidden", "隐藏的幻灯片，第 2 页"),
        ("页外", "hidden", "页面之外的内容，第 1 页"),
        ("批注", "comment", "批注 1（审校 …），第 1 页"),
        ("批注作者", "property", "审阅者“批注作者”"),
        ("替代文字", "attribute", "替代文字，第 1 页"),
        ("图形名称", "attribute", "图形与书签名称，第 1 页"),
        ("母版", "header", "母版，第 1 段"),
        ("作者", "property", "属性“初始作者”"),
        ("自定义属性", "property", "自定义属性“联系人”"),
        ("链接", "attribute", "链接目标，第 1 页"),
    ],
)
def test_a_value_in_a_presentation_is_found_where_it_stands(
    slides: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(slides, FROM_IMPRESS[place])


def test_no_location_tells_a_value(text: Report, sheets: Report, slides: Report) -> None:
    told = "\n".join(str(found.location) for report in (text, sheets, slides) for found in report.findings)
    values: list[Mapping[str, str]] = [FROM_WRITER, FROM_CALC, FROM_IMPRESS]
    assert not any(value in told for each in values for value in each.values())


BY_HAND = planted("隐藏的节 隐藏字段 内嵌对象 图表 模板 未知部件 删除未引用")
OFFICE = (
    'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:b" xmlns:xlink="urn:x" xmlns:chart="urn:c" '
    'xmlns:dc="urn:d"'
)


def odt(body: str, parts: dict[str, str | bytes] | None = None) -> bytes:
    return pack(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {OFFICE}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            **(parts or {}),
        }
    )


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("隐藏的节", "hidden", "隐藏的节，第 1 段"),
        ("隐藏字段", "hidden", "隐藏文字，第 2 段"),
        ("删除未引用", "deleted", "修订（删除，李四），第 2 段"),
        ("内嵌对象", "body", "内嵌对象 Object 1，第 1 段"),
        ("图表", "cache", "内嵌对象 Object 2 的数据，表 1 第 1 行第 1 列"),
        ("模板", "property", "属性“模板”"),
        ("未知部件", "attribute", "部件 vendor/data.xml"),
    ],
)
def test_a_value_in_a_text_made_by_hand_is_found_where_it_stands(
    place: str, kind: str, location: str
) -> None:
    value = BY_HAND
    data = odt(
        "<text:tracked-changes><text:changed-region text:id='c'><text:deletion><office:change-info>"
        "<dc:creator>李四</dc:creator></office:change-info><text:p>"
        f"{value['删除未引用']}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        f"<text:section text:display='none'><text:p>{value['隐藏的节']}</text:p></text:section>"
        f"<text:p>甲<text:hidden-text text:string-value='{value['隐藏字段']}'/></text:p>",
        {
            "Object 1/content.xml": f"<office:document-content {OFFICE}><office:body><office:text><text:p>"
            f"{value['内嵌对象']}</text:p></office:text></office:body></office:document-content>",
            "Object 2/content.xml": f"<office:document-content {OFFICE}><office:body><office:chart>"
            "<chart:chart><table:table table:name='local-table'><table:table-row><table:table-cell><text:p>"
            f"{value['图表']}</text:p></table:table-cell></table:table-row></table:table>"
            "</chart:chart></office:chart></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {OFFICE}><office:meta>"
            f"<template xlink:href='/D:/{value['模板']}/a.ott'/></office:meta></office:document-meta>",
            "vendor/data.xml": f"<v holder='{value['未知部件']}'/>",
        },
    )
    assert (kind, location) in places(CHECKER.check_bytes(data, "a.odt"), value[place])


def test_a_document_locked_with_a_password_is_a_gap() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    (gap,) = read(Source("a.odt", odt("", {"META-INF/manifest.xml": manifest}))).gaps
    assert gap.cause == "encrypted"


def test_a_count_too_long_to_be_a_number_costs_nothing() -> None:
    endless = "9" * 5000
    cell = (
        f"<table:table-cell table:number-columns-repeated='{endless}'><text:p>甲</text:p></table:table-cell>"
    )
    body = f"<table:table><table:table-row>{cell}{cell}</table:table-row></table:table>"
    spaces = f"<text:p>乙<text:s text:c='{endless}'/>丙</text:p>"
    document = read(Source("a.odt", odt(body + spaces)))
    assert [part.text for part in document.parts] == ["甲\t甲\n乙 丙"]
    assert not document.gaps


@pytest.mark.parametrize(
    ("column", "row", "cell", "kind"),
    [("W", "", "", "hidden"), ("P", "W", "", "hidden"), ("W", "W", "P", "cell"), ("W", "P", "", "cell")],
    ids=["column", "row before column", "cell before both", "row shows"],
)
def test_a_cell_looks_as_the_nearest_style_says(column: str, row: str, cell: str, kind: str) -> None:
    style = "table:default-cell-style-name"
    styles = "<style name='W' family='table-cell'><text-properties color='#FFFFFF'/></style>"
    body = (
        f"<office:spreadsheet><table:table table:name='表'><table:table-column {style}='{column}'/>"
        f"<table:table-row {style}='{row}'><table:table-cell table:style-name='{cell}'><text:p>甲</text:p>"
        "</table:table-cell></table:table-row></table:table></office:spreadsheet>"
    )
    content = (
        f"<office:document-content {OFFICE}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body>{body}</office:body></office:document-content>"
    )
    data = pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})
    kinds = {part.kind for part in read(Source("a.ods", data)).parts if part.text.strip() == "甲"}
    assert kinds == {kind}


def test_repeated_cells_do_not_flood_memory() -> None:
    cell = "<table:table-cell table:number-columns-repeated='16000'><text:p>甲</text:p></table:table-cell>"
    row = f"<table:table-row table:number-rows-repeated='1000000'>{cell}{cell}</table:table-row>"
    body = f"<office:spreadsheet><table:table table:name='表'>{row}{row}</table:table></office:spreadsheet>"
    content = f"<office:document-content {OFFICE}><office:body>{body}</office:body></office:document-content>"
    data = pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})
    (_, part) = read(Source("a.ods", data)).parts
    assert part.text == "甲\t甲\n甲\t甲\n"
    assert str(part.places.locate(4)) == "工作表“表”!A1000001"
