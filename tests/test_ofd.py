"""Whatever an OFD file shows, hides or carries is found where it stands."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from prepub_check import Checker
from prepub_check.config import Limits
from prepub_check.errors import SourceError
from prepub_check.model import Report, Source
from prepub_check.readers import ofd as reader
from prepub_check.readers import read

from .documents.find import places
from .documents.ofd import LEAK, bar, leaking, lines, package, page, part, simple, text

CHECKER = Checker()
ENTITY = '<!DOCTYPE x [<!ENTITY a "机密"><!ENTITY b SYSTEM "file:///etc/passwd">]><x>&a;&b;</x>'


@pytest.fixture(scope="module")
def report() -> Report:
    return CHECKER.check_bytes(leaking(), "公告.ofd")


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("正文", "body", "第 1 页"),
        ("逐字", "body", "第 1 页"),
        ("折行", "body", "第 1 页"),
        ("表格", "body", "第 1 页"),
        ("模板", "body", "第 1 页"),
        ("复合对象", "body", "第 1 页"),
        ("第二个文档", "body", "第 1 页"),
        ("遮盖", "covered", "被遮住的文字，第 1 页"),
        ("图片下", "covered", "被遮住的文字，第 1 页"),
        ("白字", "covered", "与底色相同的文字，第 1 页"),
        ("不可见", "covered", "不显示的文字，第 1 页"),
        ("透明", "covered", "不显示的文字，第 1 页"),
        ("页外", "hidden", "页面以外的文字，第 1 页"),
        ("批注", "comment", "批注 1（王五），第 1 页"),
        ("隐藏批注", "hidden", "批注 2，第 1 页"),
        ("批注外观", "comment", "批注 3，第 1 页"),
        ("标引", "property", "自定义标引“联系人”"),
        ("属性", "property", "属性“作者”"),
        ("自定义属性", "property", "属性“联系人”"),
        ("大纲", "attribute", "书签"),
        ("链接", "attribute", "链接，第 1 页"),
        ("签名", "property", "签名“Provider”"),
        ("扩展", "property", "扩展信息“电话”"),
        ("旧版本", "revision", "早先的版本 1，第 1 页"),
        ("没有引用", "hidden", "没有引用的内容 Doc_0/Old.xml“TextCode”"),
        ("附件", "body", "名单.txt：第 1 行第 3 列"),
    ],
)
def test_a_value_is_found_in_its_place(report: Report, place: str, kind: str, location: str) -> None:
    assert (kind, location) in places(report, LEAK[place])


def test_names_of_places_hold_no_values() -> None:
    number = LEAK["批注"]
    custom = f"<CustomDatas><CustomData Name='电话{number}'>电话{number}</CustomData></CustomDatas>"
    document = "<Pages><Page ID='1' BaseLoc='P.xml'/></Pages><Annotations>A.xml</Annotations>"
    data = package(
        {
            "OFD.xml": part(
                "OFD", f"<DocBody><DocInfo>{custom}</DocInfo><DocRoot>Document.xml</DocRoot></DocBody>"
            ),
            "Document.xml": part("Document", document),
            "P.xml": page(text(20, 20, "各单位")),
            "A.xml": part("Annotations", "<Page PageID='1'><FileLoc>N.xml</FileLoc></Page>"),
            "N.xml": part(
                "PageAnnot", f"<Annot Creator='王五 {number}'><Remark>电话{number}</Remark></Annot>"
            ),
        }
    )
    found = places(CHECKER.check_bytes(data, "a.ofd"), number)
    assert found == {
        ("comment", "批注 1（王五 …），第 1 页"),
        ("property", "属性“电话…”"),
        ("property", "审阅者“批注作者”"),
    }


def test_only_what_is_missing_from_the_file_is_a_gap(report: Report) -> None:
    assert [(gap.cause, gap.part) for gap in report.gaps] == [("missing-part", "第 1 页的图片")]


@pytest.mark.parametrize(
    ("objects", "texts"),
    [
        ([text(20, 20, "各单位")], {"": "各单位\n"}),
        ([text(20, 30, "甲方"), text(20, 20, "乙方")], {"": "乙方\n甲方\n"}),
        ([text(20, 20, "姓名"), text(60, 20, "李四")], {"": "姓名\t李四\n"}),
        (
            [lines((20, 40, 64), (60, 66, 72)), text(21, 61, "甲"), text(41, 61, "乙"), text(41, 67, "丙")],
            {"": "甲\t乙\n\t丙\n"},
        ),
        ([text(20, 20, "电话123"), bar(27, 19, 30, 7)], {"": "电话\n", "被遮住的文字": "123\n"}),
        (
            [bar(19, 19, 30, 7), text(20, 20, "各单位", inner='<FillColor Value="255 255 255"/>')],
            {"": "各单位\n"},
        ),
        ([bar(19, 19, 30, 7), text(20, 20, "各单位")], {"涂黑的文字": "各单位\n"}),
    ],
    ids=["一行", "从上到下", "宽间距", "空单元格", "遮住一部分", "深底白字", "黑底黑字"],
)
def test_text_is_put_together_as_it_is_read(objects: list[str], texts: dict[str, str]) -> None:
    document = read(Source("a.ofd", simple(*objects)))
    assert {part.name: part.text for part in document.parts if part.name != "隐藏内容一览"} == texts


def test_a_box_is_in_points_from_the_upper_left() -> None:
    (found,) = read(Source("a.ofd", simple(text(25.4, 50.8, "机密")))).parts
    left, top, right, bottom = found.places.locate(0).box or (0, 0, 0, 0)
    assert (left, round(right)) == (72, 92)
    assert 144 < top < 148
    assert 155 < bottom < 158


@pytest.mark.parametrize(
    ("parts", "causes"),
    [
        ({"OFD.xml": ENTITY}, ["unsafe-xml"]),
        ({"OFD.xml": "<x"}, ["damaged"]),
        ({"OFD.xml": "<x>" * 300 + "</x>" * 300}, ["too-deep"]),
        (
            {
                "OFD.xml": part("OFD", "<DocBody><DocRoot>D.xml</DocRoot></DocBody>"),
                "D.xml": part("Document", '<Pages><Page BaseLoc="P.xml"/><Page BaseLoc="Q.xml"/></Pages>'),
                "P.xml": ENTITY,
                "Q.xml": page(text(20, 20, "各单位")),
            },
            ["unsafe-xml"],
        ),
        ({"OFD.xml": part("OFD", "<DocBody><DocRoot>../../x.xml</DocRoot></DocBody>")}, ["missing-part"]),
    ],
    ids=["实体", "不完整", "过深", "一页有实体", "路径越出"],
)
def test_hostile_parts_are_told(parts: dict[str, str], causes: list[str]) -> None:
    document = read(Source("a.ofd", package(parts)))
    assert [gap.cause for gap in document.gaps] == causes


def test_a_bomb_is_told_before_it_unfolds() -> None:
    data = package({"OFD.xml": part("OFD", " " * 3_000_000)})
    (gap,) = read(Source("a.ofd", data), Limits(unpacked_mb=1)).gaps
    assert gap.cause == "too-large"


def test_damage_is_told_and_never_raises() -> None:
    data = leaking()
    chance = random.Random(5)
    damaged = [data[: len(data) * step // 30] for step in range(1, 30)]
    for _ in range(100):
        broken = bytearray(data)
        for _ in range(10):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        damaged.append(bytes(broken))
    for each in damaged:
        with suppress(SourceError):
            document = reader.read(Source("a.ofd", each), "application/ofd", Limits())
            assert document.parts or document.gaps
