"""What a page says of itself: by the names public sites must use, in any encoding."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepub_check.errors import SourceError
from prepub_check.rescan.describe import Description, describe, iso_date
from prepub_check.rescan.sources.encodings import undo_encodings
from prepub_check.rescan.sources.naming import name_of

ID = "11010519491231002X"
HEAD = (
    "<html><head><title>某县人民政府 通知</title>"
    '<meta content="关于&quot;低保&quot;的公示" name="ArticleTitle">'
    '<meta name=pubdate content="2019年5月6日 10:20"><META NAME=\'ContentSource\' CONTENT="民政局"/>'
    '<meta name="SiteName" content="某县人民政府"><meta name="ArticleTitle" content="二"></head><body>正文'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb2312", "gb18030", "utf-16"])
def test_the_head_tells_title_date_and_unit(encoding: str) -> None:
    data = HEAD.encode(encoding)
    assert describe(data, "1.html") == Description('关于"低保"的公示', "2019-05-06", "民政局")


def test_without_the_names_title_and_site_stand_in() -> None:
    head = '<title>通知\n一</title><meta name="SiteName" content="某县">'
    body = '<body><meta name="PubDate" content="2019-1-1">'
    assert describe((head + body).encode(), "1.html") == Description("通知 一", "", "某县")


@pytest.mark.parametrize("charset", ["gb2312", "utf-8", "no-such"])
def test_a_declared_charset_is_followed_where_it_holds(charset: str) -> None:
    head = f'<html><head><meta charset="{charset}"><title>公示</title></head>'
    assert describe(f"{head}<body>正文正文".encode("gb2312"), "1.html").title == "公示"


def test_a_long_head_and_a_broken_one_are_read_as_far_as_they_go() -> None:
    assert describe(b"<title>a</title><script>" + b"x" * 99_999, "1.html").title == "a"
    assert describe(b"<html><title>a", "1.html").title == "a"


def test_numbers_of_people_are_masked_in_a_title() -> None:
    assert ID not in describe(f"<title>{ID} 张三</title>".encode(), "1.html").title


def test_what_is_no_page_has_no_description() -> None:
    assert describe(b"PK\x03\x04<title>a</title>", "a.docx") == describe(b"a,b", "a.csv") == Description()


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    describe(b"<html>" + data, "1.html")
    describe(data, "1.html")


@given(st.text(max_size=40))
def test_a_date_is_a_date_or_nothing(text: str) -> None:
    assert len(iso_date(text)) in {0, 10}


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=30))
def test_a_name_has_no_folder(path: str, disposition: str, content_type: str) -> None:
    name = name_of(
        f"http://a.gov.cn/{path.translate({ord(c): None for c in '[]'})}", disposition, content_type
    )
    assert name
    assert not set(name) & set("/\\\0\n")


@pytest.mark.parametrize(
    ("url", "disposition", "content_type", "name"),
    [
        ("http://a/%C3%FB%B5%A5.doc", "", "", "名单.doc"),
        ("http://a/%E5%90%8D%E5%8D%95.html", "", "text/html", "名单.html"),
        ("http://a/art", "", "text/html;charset=gbk", "art.html"),
        ("http://a/art_1.do", "", "text/html", "art_1.do.html"),
        ("http://a/down.jsp?id=1", "", "application/pdf", "down.jsp.pdf"),
        ("http://a/a.csv", "", "text/plain", "a.csv"),
        ("http://a/a.docx", "", "application/zip", "a.docx"),
        ("http://a/down", 'attachment;filename="%E5%90%8D.xls"', "application/octet-stream", "名.xls"),
        ("http://a/down", "attachment; filename=a.ofd; size=3", "", "a.ofd"),
        ("http://a/down", 'attachment; filename="../../etc/a.ofd"', "", "a.ofd"),
        ("http://a/x/", "", "", "index.html"),
    ],
)
def test_a_name_comes_from_headers_and_address(
    url: str, disposition: str, content_type: str, name: str
) -> None:
    assert name_of(url, disposition, content_type) == name


def outcome(data: bytes, coding: str) -> str:
    try:
        return "ok" if len(undo_encodings(data, coding, 10_000)) <= 10_000 else "over the limit"
    except SourceError as error:
        return error.cause


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "gzip, br", "x", ""]))
def test_codings_give_bytes_or_a_reason(data: bytes, coding: str) -> None:
    assert outcome(data, coding) in {"ok", "damaged", "too-large", "unsupported-encoding"}


def test_codings_stop_at_the_limit() -> None:
    bombs = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}
    assert {outcome(pack(bytes(10_001)), coding) for coding, pack in bombs.items()} == {"too-large"}
    assert {outcome(pack(bytes(10_000)), coding) for coding, pack in bombs.items()} == {"ok"}
