"""Whatever a presentation holds is found, in whichever place, under the place's own name."""

from __future__ import annotations

import pytest

from prepub_check import Checker
from prepub_check.model import Report

from .documents.find import places
from .documents.impress import FROM_IMPRESS, from_impress
from .documents.slides import BY_HAND, by_hand

CHECKER = Checker()


@pytest.fixture(scope="module")
def written() -> Report:
    return CHECKER.check_bytes(from_impress(), "a.pptx")


@pytest.fixture(scope="module")
def made() -> Report:
    return CHECKER.check_bytes(by_hand(), "a.pptx")


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
        ("批注", "comment", "批注（审校 …），第 1 页"),
        ("批注作者", "property", "审阅者“批注作者”"),
        ("替代文字", "attribute", "替代文字，第 1 页"),
        ("图形名称", "attribute", "图形名称，第 1 页"),
        ("母版", "header", "母版"),
        ("作者", "property", "属性“作者”"),
        ("自定义属性", "property", "自定义属性“联系人”"),
        ("链接", "attribute", "链接目标"),
    ],
)
def test_a_value_in_a_presentation_by_impress_is_found_where_it_stands(
    written: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(written, FROM_IMPRESS[place])


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("第二页", "body", "第 2 页"),
        ("隐藏图形", "hidden", "隐藏的图形，第 1 页"),
        ("组合", "body", "第 1 页"),
        ("版式", "header", "版式"),
        ("备注母版", "header", "备注母版"),
        ("会话批注", "comment", "批注（赵六 …），第 2 页"),
        ("会话回复", "comment", "批注（赵六 …），第 2 页"),
        ("会话作者", "property", "审阅者“批注作者”"),
        ("智能图形", "body", "智能图形 1，第 2 页"),
        ("图表标题", "body", "图表 1，第 2 页"),
        ("图表缓存", "cache", "图表 1 的数据，第 2 页，表 1 第 2 行第 2 列"),
        ("标签", "property", "标签“OWNER”"),
        ("节名称", "attribute", "节与放映名称"),
        ("未列入的页", "hidden", "未列入的幻灯片"),
        ("单位", "property", "属性“单位”"),
        ("自定义部件", "property", "自定义 XML“id”"),
    ],
)
def test_a_value_in_a_presentation_made_by_hand_is_found_where_it_stands(
    made: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(made, BY_HAND[place])


def test_no_location_tells_a_value(written: Report, made: Report) -> None:
    told = "\n".join(str(found.location) for report in (written, made) for found in report.findings)
    assert not any(value in told for value in (*FROM_IMPRESS.values(), *BY_HAND.values()))
