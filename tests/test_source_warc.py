"""WARC files as a source: the newest capture of every address, and what was lost told."""

from __future__ import annotations

import gzip
import io
import random
from collections.abc import Iterable
from pathlib import Path

import brotli
import pytest
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from prepub_check import Checker, Config
from prepub_check.config import Limits
from prepub_check.model import Gap
from prepub_check.rescan.examine import examine_page
from prepub_check.rescan.page import Page
from prepub_check.rescan.sources import warc

from .sources import record, wanted, warc_record

ID = "11010519491231002X"
HTML = f"<html><head><title>公示</title></head><body>申请人身份证号{ID}。</body></html>"
GB2312 = HTML.replace("<head>", '<head><meta charset="gb2312">').encode("gb2312")


def pages_in(path: Path, limits: Limits | None = None) -> list[Page | Gap]:
    return list(warc.pages(wanted(path, Config(limits=limits or Limits()))))


def written(folder: Path, records: Iterable[bytes], name: str = "a.warc") -> Path:
    path = folder / name
    path.write_bytes(b"".join(map(gzip.compress, records) if name.endswith(".gz") else records))
    return path


def told(items: Iterable[Page | Gap]) -> list[tuple[str, str]]:
    return [(item.path, item.cause) if isinstance(item, Gap) else (item.id, "page") for item in items]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_page_keeps_its_address_and_what_is_known_of_it(tmp_path: Path, name: str) -> None:
    one = record("http://a.gov.cn/art/1.html", HTML.encode(), Last_Modified="Mon, 06 May 2019 16:30:00 GMT")
    two = record(
        "http://a.gov.cn/down.jsp?id=2", b"%PDF-1.4", Content_Disposition='attachment; filename="b.pdf"'
    )
    first, second = pages_in(written(tmp_path, [one, two], name))
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.id, first.url, first.name) == (*["http://a.gov.cn/art/1.html"] * 2, "1.html")
    assert (first.title, first.published, first.data) == ("公示", "2019-05-07", HTML.encode())
    assert (second.name, second.data) == ("b.pdf", b"%PDF-1.4")


def test_a_password_in_an_address_is_left_out(tmp_path: Path) -> None:
    (page,) = pages_in(written(tmp_path, [record("http://reader:s3cret@a.gov.cn/1.html", b"<p>a")]))
    assert isinstance(page, Page)
    assert (page.id, page.url) == ("http://a.gov.cn/1.html",) * 2


def test_the_writer_of_fastwarc_is_understood(tmp_path: Path) -> None:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = "http://a.gov.cn/1.html"
    record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + GB2312)
    record.is_http = True
    packed = io.BytesIO()
    writer = GzipWriter(packed)
    record.write(writer)
    writer.close()
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed.getvalue())
    (page,) = pages_in(path)
    assert isinstance(page, Page)
    assert (page.id, page.data) == ("http://a.gov.cn/1.html", GB2312)


def test_pages_of_a_warc_give_the_findings_that_files_give(tmp_path: Path) -> None:
    checker = Checker()
    bodies = {"1.html": HTML.encode(), "2.html": GB2312, "3.html": HTML.encode("utf-16")}
    path = written(
        tmp_path, [record(f"http://a.gov.cn/{name}", body, Content_Type="text/html; charset=gbk")
                   for name, body in bodies.items()]
    )  # fmt: skip
    for page in pages_in(path):
        assert isinstance(page, Page)
        report = checker.check_bytes(bodies[page.name], page.name)
        found = [row.fingerprint for row in examine_page(page, checker).rows if row.kind == "finding"]
        assert found == [finding.fingerprint for finding in report.findings] != []


def test_a_record_need_not_say_that_it_is_http(tmp_path: Path) -> None:
    block = record("http://a.gov.cn/1", b"<p>").replace(
        b"Content-Type: application/http; msgtype=response\r\n", b""
    )
    assert told(pages_in(written(tmp_path, [block]))) == [("http://a.gov.cn/1", "page")]


def test_files_packed_without_http_are_pages(tmp_path: Path) -> None:
    block = warc_record("resource", "http://a.gov.cn/1.html", GB2312).replace(
        b"application/http", b"text/html"
    )
    aside = warc_record("resource", "urn:thumbnail:1", b"a")
    (page,) = pages_in(written(tmp_path, [block, aside], "a.warc.gz"))
    assert isinstance(page, Page)
    assert (page.id, page.name, page.data) == ("http://a.gov.cn/1.html", "1.html", GB2312)


def test_a_record_of_no_known_type_is_a_loss(tmp_path: Path) -> None:
    assert told(pages_in(written(tmp_path, [warc_record("respXnse", "http://a.gov.cn/1", b"a")]))) == [
        ("a.warc", "damaged")
    ]


def test_the_newest_of_several_captures_wins_over_all_files(tmp_path: Path) -> None:
    address = "http://a.gov.cn/1.html"
    written(tmp_path, [record(address, b"<p>2</p>", day=2), record(address, b"<p>1</p>")])
    written(
        tmp_path,
        [record(address, b"<p>3</p>", day=3), record(address, b"x", day=4, status="404 Gone")],
        "b.warc.gz",
    )
    (page,) = pages_in(tmp_path)
    assert isinstance(page, Page)
    assert page.data == b"<p>3</p>"


@pytest.mark.parametrize(
    ("coding", "encode"),
    [("gzip", gzip.compress), ("br", brotli.compress), ("gzip", bytes), ("identity", bytes)],
)
def test_codings_are_undone(tmp_path: Path, coding: str, encode: type[bytes]) -> None:
    body = encode(HTML.encode())
    chunked = b"".join(
        b"%x;a=b\r\n%s\r\n" % (len(body[i : i + 9]), body[i : i + 9]) for i in range(0, len(body), 9)
    )
    path = written(
        tmp_path,
        [
            record("http://a.gov.cn/1", body, Content_Encoding=coding),
            record(
                "http://a.gov.cn/2",
                chunked + b"0\r\n\r\n",
                Content_Encoding=coding,
                Transfer_Encoding="chunked",
            ),
            record("http://a.gov.cn/3", body, Content_Encoding=coding, Transfer_Encoding="chunked"),
        ],
    )
    assert [isinstance(page, Page) and page.data for page in pages_in(path)] == [HTML.encode()] * 3


def test_what_does_not_hold_is_a_gap_at_its_address(tmp_path: Path) -> None:
    packed = gzip.compress(HTML.encode() * 99)
    address = "http://a.gov.cn/{}".format
    cut = "WARC-Truncated: time\r\n"
    block = b"HTTP/1.1 200 OK\r\n\r\n<p>a"
    items = pages_in(
        written(
            tmp_path,
            [
                record(address(1), packed[:-20], Content_Encoding="gzip"),
                record(address(2), packed, Content_Encoding="compress"),
                record(address(3), brotli.compress(HTML.encode() * 99)[:-9], Content_Encoding="br"),
                record(address(4), b"5\r\nabcde\r\n", Transfer_Encoding="chunked"),
                warc_record("response", address(5), block, extra=cut),
                record(address(6), gzip.compress(bytes(3 << 20)), Content_Encoding="gzip"),
                record(address(7), bytes(3 << 20)),
                record(address(8), HTML.encode()),
            ],
            "a.warc.gz",
        ),
        Limits(unpacked_mb=1),
    )
    assert told(items) == [
        (address(1), "damaged"), (address(2), "unsupported-encoding"), (address(3), "damaged"),
        (address(4), "truncated"), (address(5), "truncated"), (address(6), "too-large"),
        (address(7), "too-large"), (address(8), "page"),
    ]  # fmt: skip


def test_what_was_not_captured_is_told_once_it_is_sure(tmp_path: Path) -> None:
    address = "http://a.gov.cn/{}".format
    items = pages_in(
        written(
            tmp_path,
            [
                warc_record("revisit", address(1), b"HTTP/1.1 200 OK\r\n\r\n"),
                warc_record("revisit", address(2), b"HTTP/1.1 200 OK\r\n\r\n"),
                record(address(3), b"", status="500 Sorry"),
                record(address(4), b"", status="302 Found"),
                record(address(5), b"", status="404 Not Found"),
                record(address(2), HTML.encode()),
            ],
        )
    )
    assert told(items) == [(address(2), "page"), (address(1), "revisit"), (address(3), "http-500")]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_file_that_breaks_off_gives_what_is_whole(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, [record(f"http://a.gov.cn/{n}", HTML.encode()) for n in range(3)], name)
    path.write_bytes(path.read_bytes()[:-60])
    assert told(pages_in(path))[-3:] == [
        ("http://a.gov.cn/0", "page"), ("http://a.gov.cn/1", "page"), ("http://a.gov.cn/2", "truncated"),
    ]  # fmt: skip


@pytest.mark.parametrize("spoil", ["cut", "flipped", "junk"])
def test_a_broken_member_costs_itself_only(tmp_path: Path, spoil: str) -> None:
    members = [gzip.compress(record(f"http://a.gov.cn/{n}", HTML.encode())) for n in range(4)]
    middle = bytearray(members[1])
    if spoil == "cut":
        del middle[-80:]
    elif spoil == "flipped":
        middle[40] ^= 0xFF
    else:
        middle[:] = b"junk" * 50
    path = tmp_path / "a.warc.gz"
    path.write_bytes(members[0] + bytes(middle) + members[2] + members[3])
    items = pages_in(path)
    gaps = [item for item in items if isinstance(item, Gap)]
    assert {page.id[-1] for page in items if isinstance(page, Page)} >= {"0", "2", "3"}
    assert (gaps[0].path, gaps[0].cause, gaps[0].partial) == ("a.warc.gz", "damaged", True)


def test_a_file_that_is_no_warc_is_told(tmp_path: Path) -> None:
    assert told(pages_in(written(tmp_path, [b"<html>no</html>"]))) == [("a.warc", "damaged")]
    assert pages_in(written(tmp_path, [])) == []


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_no_damage_makes_it_raise_or_lose_a_page_without_a_word(tmp_path: Path, name: str) -> None:
    chance = random.Random(7)
    path = written(tmp_path, [record(f"http://a.gov.cn/{n}", HTML.encode()) for n in range(3)], name)
    whole = path.read_bytes()
    for _ in range(150):
        data, at = bytearray(whole), chance.randrange(len(whole))
        data[at : at + chance.randrange(60)] = chance.randbytes(chance.randrange(60))
        path.write_bytes(data)
        items = pages_in(path)
        assert len(items) == 3 or any(isinstance(item, Gap) for item in items)
