"""Whatever a presentation in binary holds is found, in whichever place, under the place's own name."""

from __future__ import annotations

import pytest

from prepub_check import Checker
from prepub_check.model import Report

from .documents import powerpoint
from .documents.compound import put_together, take_apart
from .documents.find import places
from .documents.impress import FROM_IMPRESS, from_impress
from .documents.winword import record

CHECKER = Checker()


@pytest.fixture(scope="session")
def written() -> bytes:
    return from_impress("ppt:MS PowerPoint 97")


@pytest.fixture(scope="session")
def report(written: bytes) -> Report:
    return CHECKER.check_bytes(written, "a.ppt")


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("标题", "body", "第 1 页"),
        ("文本框", "body", "第 1 页"),
        ("拆成几段", "body", "第 1 页"),
        ("表格", "body", "第 1 页"),
        ("备注", "note", "备注页，第 1 页"),
        ("隐藏页", "hidden", "隐藏的幻灯片，第 2 页"),
        ("页外", "body", "第 1 页"),
        ("批注", "comment", "批注（审校 …），第 1 页"),
        ("批注作者", "property", "审阅者“批注作者”"),
        ("母版", "header", "母版"),
        ("作者", "property", "属性“作者”"),
        ("自定义属性", "property", "自定义属性“联系人”"),
        ("链接", "attribute", "链接目标"),
    ],
)
def test_a_value_in_a_presentation_by_impress_is_found_where_it_stands(
    report: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(report, FROM_IMPRESS[place])


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("旧稿", "revision", "早先的内容"),
        ("宏", "attribute", "宏代码“Module1”"),
    ],
)
def test_a_value_that_powerpoint_leaves_is_found(
    written: bytes, place: str, kind: str, location: str
) -> None:
    report = CHECKER.check_bytes(powerpoint.by_hand(written), "a.dps")
    assert places(report, powerpoint.BY_HAND[place]) == {(kind, location)}
    assert report.gaps == ()


def test_an_object_inside_is_read(written: bytes) -> None:
    report = CHECKER.check_bytes(powerpoint.by_hand(written), "a.ppt")
    ((kind, location),) = places(report, powerpoint.BY_HAND["对象"])
    assert (kind, location.partition("：")[2]) == ("body", "第 1 行第 3 列")


def test_a_presentation_by_impress_has_no_gaps(report: Report) -> None:
    assert report.gaps == ()


def test_an_encrypted_presentation_is_told(written: bytes) -> None:
    streams = take_apart(written)
    locked = {
        **streams,
        "PowerPoint Document": streams["PowerPoint Document"] + record(0x2F14, b"", version=0xF),
    }
    (gap,) = CHECKER.check_bytes(put_together(locked), "a.ppt").gaps
    assert (gap.cause, "密码" in gap.message) == ("encrypted", True)


def test_a_compound_file_of_no_known_format_is_told(written: bytes) -> None:
    streams = {name: data for name, data in take_apart(written).items() if name.startswith("\x05")}
    report = CHECKER.check_bytes(put_together({**streams, "VisioDocument": b"x" * 9000}), "a.vsd")
    assert [gap.cause for gap in report.gaps] == ["unsupported-format"]
    assert places(report, FROM_IMPRESS["作者"])
