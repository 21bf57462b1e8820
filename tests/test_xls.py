"""Whatever a workbook in binary holds is found, in whichever place, under the place's own name."""

from __future__ import annotations

import pytest

from prepub_check import Checker
from prepub_check.model import Report, Source
from prepub_check.readers import read

from .documents import excel
from .documents.calc import FROM_CALC, IN_EVERY_WORKBOOK, from_calc
from .documents.compound import put_together, take_apart
from .documents.find import places

CHECKER = Checker()


@pytest.fixture(scope="session")
def written() -> bytes:
    return from_calc("xls:MS Excel 97")


@pytest.fixture(scope="session")
def report(written: bytes) -> Report:
    return CHECKER.check_bytes(written, "a.xls")


@pytest.fixture(scope="session")
def made(written: bytes) -> Report:
    return CHECKER.check_bytes(excel.by_hand(written), "a.et")


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        *IN_EVERY_WORKBOOK,
        ("页眉", "header", "页眉，工作表“名单”"),
        ("页脚", "footer", "页脚，工作表“名单”"),
        ("数据验证", "attribute", "数据验证，工作表“名单”"),
        ("链接", "attribute", "链接目标，工作表“名单”"),
        ("作者", "property", "属性“作者”"),
        ("文本框", "body", "图形，工作表“名单”"),
    ],
)
def test_a_value_in_a_workbook_by_calc_is_found_where_it_stands(
    report: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(report, FROM_CALC[place])


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("保存者", "property", "保存记录“最后修改者”"),
        ("外部路径", "property", "属性“外部链接”"),
        ("外部表名", "attribute", "外部链接"),
        ("外部值", "cache", "外部链接缓存"),
        ("透视字段值", "cache", "数据透视表缓存 1"),
        ("公式文字", "attribute", "公式"),
    ],
)
def test_a_value_that_excel_leaves_is_found(made: Report, place: str, kind: str, location: str) -> None:
    assert places(made, excel.BY_HAND[place]) == {(kind, location)}


def test_a_workbook_by_calc_has_no_gaps(report: Report, made: Report) -> None:
    assert (report.gaps, made.gaps) == ((), ())


def test_columns_stand_under_their_headers_hidden_ones_too(written: bytes) -> None:
    texts = {part.name: part.text for part in read(Source("a.xls", written)).parts}
    assert texts["工作表“名单”"].startswith(f"姓名\t证件\t电话\n张三\t{FROM_CALC['单元格']}\t13800138000\n")
    assert "王五" in texts["工作表“名单”的隐藏行列"]
    assert "\n2026-03-07\t" in texts["工作表“名单”"]


@pytest.mark.parametrize(("behind", "kind"), [(None, "covered"), (9, "cell")], ids=["own", "white"])
def test_text_in_the_one_colour_of_a_pattern_is_told(written: bytes, behind: int | None, kind: str) -> None:
    report = CHECKER.check_bytes(excel.patterned(written, behind), "a.xls")
    assert {found for found, _ in places(report, FROM_CALC["底色字"])} == {kind}


def test_an_encrypted_workbook_is_told(written: bytes) -> None:
    streams = take_apart(written)
    book = streams["Workbook"]
    size = 4 + int.from_bytes(book[2:4], "little")
    locked = book[:size] + excel.record(0x2F, bytes(54)) + book[size:]
    (gap,) = CHECKER.check_bytes(put_together({**streams, "Workbook": locked}), "a.xls").gaps
    assert (gap.cause, "密码" in gap.message) == ("encrypted", True)


def test_the_changes_of_a_shared_workbook_are_told_as_not_checked(written: bytes) -> None:
    streams = {**take_apart(written), "Revision Log": b"x" * 100}
    (gap,) = CHECKER.check_bytes(put_together(streams), "a.xls").gaps
    assert (gap.cause, gap.part) == ("unread-part", "共享工作簿的修订")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_cells_that_cannot_be_read_are_told_and_the_rest_is_read(written: bytes, share: float) -> None:
    streams = take_apart(written)
    cut = streams["Workbook"][: int(len(streams["Workbook"]) * share)]
    report = CHECKER.check_bytes(put_together({**streams, "Workbook": cut}), "a.xls")
    assert "damaged" in {gap.cause for gap in report.gaps}
    assert places(report, FROM_CALC["作者"])
