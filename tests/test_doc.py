"""Whatever a Word document in binary holds is found, in whichever place, under the place's own name."""

from __future__ import annotations

import pytest

from prepub_check import Checker
from prepub_check.model import Report, Source
from prepub_check.readers import read

from .documents import winword
from .documents.compound import put_together, take_apart
from .documents.find import places
from .documents.leaks import planted
from .documents.writer import EVERYWHERE, FROM_WRITER, from_writer

CHECKER = Checker()


@pytest.fixture(scope="session")
def written() -> bytes:
    return from_writer("doc:MS Word 97")


@pytest.fixture(scope="session")
def report(written: bytes) -> Report:
    return CHECKER.check_bytes(written, "w.doc")


@pytest.fixture(scope="session")
def made(written: bytes) -> Report:
    return CHECKER.check_bytes(winword.by_hand(written), "w.wps")


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        *EVERYWHERE,
        ("嵌套表格", "body", "表 2 第 1 行第 1 列"),
        ("首页页眉", "header", "页眉（首页），第 1 段"),
        ("批注", "comment", "批注 1（王五 …），第 1 段"),
        ("涂黑", "covered", "涂黑的文字，第 9 段"),
        ("属性作者", "property", "属性“作者”"),
        ("链接", "attribute", "域代码，第 13 段"),
        ("拼音基字", "attribute", "域代码，第 14 段"),
        ("书签", "attribute", "图形与书签名称"),
    ],
)
def test_a_value_in_a_document_by_writer_is_found_where_it_stands(
    report: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(report, FROM_WRITER[place])


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("保存者", "property", "保存记录“最后修改者”"),
        ("保存路径", "property", "保存记录“保存路径”"),
        ("变量", "property", "文档变量“证件”"),
        ("模板", "property", "属性“模板”"),
        ("艺术字", "body", "艺术字或水印"),
        ("图形说明", "attribute", "替代文字"),
        ("经理", "property", "属性“经理”"),
        ("单位", "property", "属性“单位”"),
        ("自定义密级", "property", "自定义属性“密级”"),
        ("附件", "body", "附件.txt：第 1 行第 3 列"),
        ("原路径", "property", "嵌入对象“原文件路径”"),
        ("内嵌文档", "body", "_2 Package：第 1 行第 10 列"),
    ],
)
def test_a_value_that_word_and_windows_leave_is_found(
    made: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(made, winword.BY_HAND[place])


def test_a_document_by_writer_has_no_gaps(report: Report, made: Report) -> None:
    assert (report.gaps, made.gaps) == ((), ())
    assert report.notices == ()


def test_columns_stand_under_their_headers(written: bytes) -> None:
    body = read(Source("a.doc", written)).parts[0].text
    assert f"姓名\t科室\t证件\n张三\t二科\t{FROM_WRITER['表格']}\n" in body


DROPPED = planted("宽 窄")


@pytest.mark.parametrize(
    ("name", "dropped"),
    [
        ("宽", f"删去的旧稿，证件号{DROPPED['宽']}。".encode("utf-16-le")),
        ("窄", f"old draft {DROPPED['窄']} dropped".encode()),
    ],
    ids=["wide", "narrow"],
)
def test_text_that_quick_saving_left_is_found(written: bytes, name: str, dropped: bytes) -> None:
    data = winword.quick_saved(written, "现在的正文在这里", dropped)
    report = CHECKER.check_bytes(data, "a.doc")
    assert places(report, DROPPED[name]) == {("revision", "残留的旧文字")}
    (body,) = (part.text for part in read(Source("a.doc", data)).parts if part.kind == "body")
    assert body == "现在的正文在这里"


def test_what_lies_between_pieces_and_is_no_text_is_left_alone(written: bytes) -> None:
    data = winword.quick_saved(written, "现在的正文在这里", bytes(range(256)) * 4)
    assert [part.name for part in read(Source("a.doc", data)).parts if part.kind == "revision"] in (
        [],
        ["残留的旧文字"],
    )


def flagged(data: bytes, at: int, value: int) -> bytes:
    streams = take_apart(data)
    main = bytearray(streams["WordDocument"])
    main[at : at + 2] = value.to_bytes(2, "little")
    return put_together({**streams, "WordDocument": bytes(main)})


@pytest.mark.parametrize(
    ("at", "value", "cause", "word"),
    [
        (0x0A, 0x0300, "encrypted", "密码"),
        (2, 0x68, "unsupported-format", "95"),
        (0, 0, "damaged", "损坏"),
    ],
    ids=["encrypted", "word-95", "no-word"],
)
def test_a_document_that_cannot_be_read_says_why(
    written: bytes, at: int, value: int, cause: str, word: str
) -> None:
    (gap,) = CHECKER.check_bytes(flagged(written, at, value), "a.doc").gaps
    assert gap.cause == cause
    assert word in gap.message
    assert "请" in gap.message


def test_an_encrypted_package_is_told() -> None:
    data = put_together({"EncryptedPackage": bytes(5000), "EncryptionInfo": bytes(100)})
    (gap,) = CHECKER.check_bytes(data, "a.docx").gaps
    assert gap.cause == "encrypted"
    assert "密码" in gap.message


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_document_that_breaks_off_is_told(written: bytes, share: float) -> None:
    assert CHECKER.check_bytes(written[: int(len(written) * share)], "a.doc").gaps


def test_a_document_under_another_name_is_told(written: bytes) -> None:
    notices = CHECKER.check_bytes(written, "a.xls").notices
    assert [notice for notice in notices if "与内容不符" in notice]
    assert not CHECKER.check_bytes(written, "a.wps").notices
