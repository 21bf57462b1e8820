"""What stands around a place: lines, paragraphs, tables, headers, zones."""

from __future__ import annotations

import pytest

from prepub_check.model import Location, Part
from prepub_check.text.segment import Segment


class Nowhere:
    def locate(self, offset: int) -> Location:
        return Location(path="t", column=offset)


def segment(text: str) -> Segment:
    return Segment.of(Part("body", text, Nowhere()))


def header_of(text: str, value: str) -> str:
    found = segment(text)
    return found.header(found.text.index(value))


@pytest.mark.parametrize(
    "text",
    [
        "序号\t姓名\t身份证号\n1\t张三\t值\n",
        "表一\n\t姓名\t身份证号\n\t张三\t值\n",
        "| 序号 | 姓名 | 身份证号 |\n|---|---|---|\n| 1 | 张三 | 值 |\n",
        "序号,姓名,身份证号\n1,张三,值\n",
        "序号，姓名，身份证号\n1，张三，值\n",
        "序号  姓名 身份证号\n1     张三 值\n2 李四 无\n",
        "　　序号　姓名　身份证号\n　　1　张三　值\n",
        "序号  姓名    身份证号\n1     张　三  无\n2     李四光  值\n",
        "序号\t姓名\t身份证号\n城关镇\n1\t张三\t值\n",
        "姓名 卡号 身份证号\n张三 6228 4804 0256 4890 018 值\n",
        "姓名 手机 身份证号\n张三 13800138000 值\n李四 13800138000 0533-2770001\n",
        "姓名 金额 身份证号\n张三 1,084,500 值\n",
    ],
    ids=[
        "tabs",
        "empty first cell",
        "markdown",
        "commas",
        "full-width commas",
        "spaces",
        "wide spaces",
        "a name with a gap",
        "a line over a group of rows",
        "a card in groups",
        "two telephones",
        "thousands",
    ],
)
def test_a_value_knows_the_header_of_its_column(text: str) -> None:
    assert header_of(text, "值") == "身份证号"


@pytest.mark.parametrize(
    "text",
    [
        "身份证号，是公民的号码，须妥善保管。\n这里有值，没有表，只有三段话。\n",
        "身份证号 说明\n\n值 说明\n",
        "身份证号\t值\n",
        "值\t说明\n无\t说明\n",
        "身份证号\t说明\n无\t说明\n附表\n值\t说明\n无\t说明\n",
    ],
    ids=["prose with commas", "a blank line between", "one row", "the header row itself", "the next table"],
)
def test_what_is_no_table_row_has_no_header(text: str) -> None:
    assert header_of(text, "值") == ""


def test_a_cell_is_filled_by_all_of_it() -> None:
    found = segment("姓名\t电话\n 张三 \t见张三\n")
    first, second = found.text.index("张三"), found.text.rindex("张三")
    assert found.fills_cell((first, first + 2))
    assert not found.fills_cell((second, second + 2))
    assert not found.fills_cell((0, 2))


def test_a_line_is_filled_when_only_marks_stand_beside() -> None:
    found = segment("## 【机密】\n（机密）。\n列为机密\n")
    places = [place for place in range(len(found.text)) if found.text.startswith("机密", place)]
    assert [found.fills_line((place, place + 2)) for place in places] == [True, True, False]


def test_a_paragraph_reaches_three_lines_but_no_blank_one() -> None:
    found = segment("0\n1\n2\n3\n值\n5\n\n7\n")
    start, end = found.paragraph(found.text.index("值"))
    assert found.text[start:end] == "1\n2\n3\n值\n5"


def test_head_tail_and_title_are_counted_in_filled_lines() -> None:
    lines = [f"第{number}行" for number in range(100)]
    found = segment("\n\n".join(lines))
    assert found.text[: found.head_end].endswith("第29行")
    assert found.text[found.tail_start :].startswith("第70行")
    title = found.text.index("第4行")
    assert found.in_title((title, title + 3))
    assert not found.in_title((found.text.index("第5行"), found.text.index("第5行") + 3))
