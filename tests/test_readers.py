"""A source is read by what it is; what cannot be read is a gap that says what to do."""

from __future__ import annotations

import errno
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prepub_check.model import Document, Source
from prepub_check.readers import read, source_at
from prepub_check.readers.lines import LineIndex

NAMES = st.sampled_from(["a.txt", "a.html", "a.md", "a.xhtml", "正文", "a.docx"])
DRAFT = "关于机关工作的通知\n各单位："


@given(NAMES, st.binary())
@example("a.html", b"<![x[\xff\xfe\x00")
@example("a.txt", b"\xff\xfe\x00\xd8")
def test_no_bytes_make_reading_fail(name: str, data: bytes) -> None:
    document = read(Source(name, data))
    assert document.parts or document.gaps
    assert_placed(document)


@given(NAMES, st.text(st.characters(exclude_categories=[])))
def test_no_text_makes_reading_fail(name: str, text: str) -> None:
    document = read(Source(name, text=text))
    assert document.encoding is None
    assert document.decided_by == "直接给出的文本"
    assert_placed(document)


def assert_placed(document: Document) -> None:
    for part in document.parts:
        for offset in (0, len(part.text) // 2, len(part.text)):
            place = part.places.locate(offset)
            assert (place.path, place.kind) == (document.name, part.kind)
            assert (place.line or 0) > 0
            assert (place.column or 0) > 0
    for gap in document.gaps:
        assert gap.path == document.name
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", gap.cause)
        assert "请" in gap.message


@given(st.text(st.sampled_from("甲乙🀄 \t\r\n"), max_size=30))
def test_a_place_in_plain_text_is_its_line_and_column(text: str) -> None:
    (part,) = read(Source("a.txt", text=text)).parts
    lines = re.split("\r\n|\r|\n", text)
    assert part.text == text
    for offset, character in enumerate(text):
        place = part.places.locate(offset)
        assert place.line is not None
        assert place.column is not None
        line = lines[place.line - 1]
        assert line[place.column - 1 : place.column] == ("" if character in "\r\n" else character)


def test_lines_end_as_on_every_system() -> None:
    index = LineIndex("甲\r\n乙\r丙\n丁")
    assert [index.at(offset) for offset in (0, 1, 2, 3, 4, 5, 6, 7, 8)] == [
        *((1, 1), (1, 2), (1, 3)),
        *((2, 1), (2, 2)),
        *((3, 1), (3, 2)),
        *((4, 1), (4, 2)),
    ]


@pytest.mark.parametrize(
    ("name", "head", "media_type"),
    [
        ("通知.txt", "各单位：", "text/plain"),
        ("通知", "各单位：", "text/plain"),
        ("a.csv", "姓名,电话", "text/csv"),
        ("a.md", "# 标题", "text/markdown"),
        ("a.md", "<p align=center>标题</p>", "text/markdown"),
        ("a.md", "<!DOCTYPE html><p>标题", "text/html"),
        ("A.HTML", "各单位：", "text/html"),
        ("a.htm", "", "text/html"),
        ("a.xhtml", "<?xml version='1.0'?><html>", "application/xhtml+xml"),
        ("a.txt", " \n<!-- 注 --><!-- <p> -->\n<!doctype HTML>", "text/html"),
        ("a.txt", "<html lang=zh>", "text/html"),
        ("a.txt", "<div class=x>各单位</div>", "text/html"),
        ("a.txt", "标签 <p> 的用法</p>", "text/plain"),
        ("a.txt", "<机关>各单位", "text/plain"),
        ("a.txt", "<people@example.cn>", "text/plain"),
        ("a.xml", "<?xml version='1.0'?><root/>", "text/plain"),
        ("正文", "各单位：<br/>现将", "text/html"),
        ("正文", "1 < 2 且 b > a", "text/plain"),
    ],
)
@pytest.mark.parametrize("encoding", [None, "utf-8", "gb18030", "utf-16", "utf-8-sig"])
def test_the_media_type_follows_content_then_suffix(
    name: str, head: str, media_type: str, encoding: str | None
) -> None:
    source = Source(name, text=head) if encoding is None else Source(name, head.encode(encoding))
    assert read(source).media_type == media_type


def test_a_mark_before_the_page_does_not_hide_that_it_is_one() -> None:
    page = "\ufeff<html><p>各单位</p>"
    for source in (
        Source("a.txt", text=page),
        *(Source("a.txt", page.encode(name)) for name in ("utf-8", "gb18030")),
    ):
        assert read(source).media_type == "text/html"


def test_a_prelude_of_many_comments_is_no_burden() -> None:
    assert read(Source("a.txt", text="<!---->" * 500 + "x")).media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "empty"),
        (b"%!PS-Adobe-3.0", "unsupported-format"),
        (b"a\0b", "binary"),
        (DRAFT.encode() + b"\xff", "undecodable"),
        (DRAFT.encode() + b"\n" + DRAFT.encode("gbk"), "mixed-encoding"),
        ("锟斤拷".encode(), "mojibake"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_what_was_not_read_is_a_gap(name: str, data: bytes, cause: str) -> None:
    gaps = read(Source(name, data)).gaps
    assert [gap.cause for gap in gaps] == [cause]


def test_a_gap_knows_its_line() -> None:
    (gap,) = read(Source("a.txt", DRAFT.encode() + b"\xff")).gaps
    assert gap.location is not None
    assert str(gap.location) == "第 2 行"
    assert "第 2 行有 1 个字节" in gap.message


def test_a_given_text_is_not_judged_by_its_encoding() -> None:
    document = read(Source("a.txt", text="锟斤拷\ufffd"))
    assert (document.gaps, document.parts[0].text) == ((), "锟斤拷\ufffd")


def test_a_file_is_read_under_its_path(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(DRAFT.encode("gbk"))
    for place in (path, str(path)):
        document = read(source_at(place))
        assert (document.name, document.encoding, document.gaps) == (str(path), "gb18030", ())
        assert document.parts[0].text == DRAFT


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, devices and links")
@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("pipe", "not-a-file"),
        ("/dev/zero", "not-a-file"),
        (".", "is-directory"),
        ("absent", "missing"),
        ("file/below", "missing"),
        ("loop", "io-error"),
        ("nul\0", "io-error"),
    ],
)
def test_what_is_no_file_is_a_gap_at_once(tmp_path: Path, name: str, cause: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    path = tmp_path / name
    document = read(source_at(path))
    assert [(gap.path, gap.cause) for gap in document.gaps] == [(str(path), cause)]
    assert "请" in document.gaps[0].message
    assert document.parts == ()


@pytest.mark.parametrize(
    ("number", "cause"),
    [(errno.EACCES, "permission-denied"), (errno.EPERM, "permission-denied"), (errno.EIO, "io-error")],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, cause: str
) -> None:
    def fail(_: Path) -> bytes:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "a.txt"
    path.write_bytes(b"a")
    monkeypatch.setattr(Path, "read_bytes", fail)
    assert [gap.cause for gap in read(source_at(path)).gaps] == [cause]


@pytest.mark.skipif(sys.platform != "linux", reason="only here a file name may be any bytes")
def test_a_file_name_in_gbk_is_shown_as_it_was_meant(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/" + "关于通知.txt".encode("gbk"))
    Path(path).write_bytes(b"a")
    document = read(source_at(path))
    assert (document.name, document.parts[0].text) == (str(tmp_path / "关于通知.txt"), "a")
