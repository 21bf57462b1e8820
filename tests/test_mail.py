"""Whatever a mail holds is found: headers, every body, attached files, mails in mails."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from prepub_check import Checker
from prepub_check.model import Document, Report, Source
from prepub_check.readers import read
from prepub_check.readers.names import masked

from .documents.find import places
from .documents.mails import PLACES, eml, mht, msg

CHECKER = Checker()


@pytest.fixture(scope="module")
def mailed() -> Report:
    return CHECKER.check_bytes(eml(), "a.eml")


@pytest.fixture(scope="module")
def kept() -> Report:
    return CHECKER.check_bytes(msg(), "a.msg")


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("正文", "body", "第 2 行第 3 列"),
        ("网页", "body", "正文.html：第 1 行第 12 列"),
        ("发件人", "property", "邮件头“发件人”"),
        ("抄送", "property", "邮件头“抄送”"),
        ("密送", "property", "邮件头“密送”"),
        ("途经", "property", "邮件头“途经”"),
        ("附件", "body", f"名单{masked(PLACES['附件名'])}.txt：第 1 行第 3 列"),
        ("附件名", "attachment", "内含文件的名称"),
        ("主题", "property", f"转发 {masked(PLACES['主题'])}.eml：邮件头“主题”"),
        ("转发", "body", f"转发 {masked(PLACES['主题'])}.eml：第 1 行第 3 列"),
        ("转发附件", "body", f"转发 {masked(PLACES['主题'])}.eml › 内层.txt：第 1 行第 3 列"),
    ],
)
def test_a_value_in_a_mail_is_found_where_it_stands(
    mailed: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(mailed, PLACES[place])


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("正文", "body", "第 2 行第 3 列"),
        ("网页", "body", "正文.html：第 1 行第 12 列"),
        ("富文本", "body", "正文.rtf：第 1 段"),
        ("主题", "property", "邮件属性“主题”"),
        ("发件人", "property", "邮件属性“发件人”"),
        ("收件人", "property", "邮件属性“收件人”"),
        ("附件", "body", "名单.txt：第 1 行第 3 列"),
        ("转发", "body", "第 1 行第 3 列"),
    ],
)
def test_a_value_in_a_mail_of_outlook_is_found(kept: Report, place: str, kind: str, location: str) -> None:
    assert (kind, location) in places(kept, PLACES[place])


def test_a_whole_mail_has_no_gaps(mailed: Report, kept: Report) -> None:
    assert (mailed.gaps, kept.gaps) == ((), ())


def test_an_archived_page_is_read_as_a_page() -> None:
    report = CHECKER.check_bytes(mht(), "a.mht")
    assert places(report, PLACES["网页"]) == {("body", "index.htm：第 1 行第 12 列")}
    assert (report.gaps, report.notices) == ((), ())


def mail(head: bytes, body: bytes = b"text") -> Document:
    return read(Source("a.eml", b"MIME-Version: 1.0\r\n" + head + b"\r\n\r\n" + body))


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (b"Subject: =?gb2312?B?ufrO8dS6?=", "主题：国务院"),
        ("Subject: 国务院".encode("gbk"), "主题：国务院"),
        ("Subject: 国务院".encode(), "主题：国务院"),
        (b"Subject: =?utf-8?Q?=E5=9B=BD?=\r\n =?utf-8?Q?=E5=8A=A1?=", "主题：国务"),
        (b"Subject: =?gb2312?B?broken", "主题：=?gb2312?B?broken"),
        (b"Subject: =?no-such?B?ufrO8dS6?=", "主题：国务院"),
    ],
)
def test_a_header_is_decoded_however_it_was_written(head: bytes, line: str) -> None:
    (text,) = (part.text for part in mail(head).parts if part.kind == "property")
    assert line in text.splitlines()


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b'attachment; filename="=?gb2312?B?w/u1pQ==?=.txt"', "名单.txt"),
        (b"attachment; filename*=gb2312''%C3%FB%B5%A5.txt", "名单.txt"),
        (b"attachment; filename*0*=utf-8''%E5%90%8D; filename*1*=%E5%8D%95.txt", "名单.txt"),
        ('attachment; filename="名单.txt"'.encode("gbk"), "名单.txt"),
        (b'attachment; filename="../../etc/a.txt"', "etc/a.txt"),
        (b"attachment", "附件 1"),
    ],
)
def test_an_attached_file_has_the_name_it_was_given(disposition: bytes, name: str) -> None:
    head = b"Content-Type: application/octet-stream\r\nContent-Disposition: " + disposition
    assert [member.name for member in mail(head).members] == [f"a.eml › {name}"]


def test_a_mail_without_a_version_is_known_by_its_suffix() -> None:
    document = read(Source("a.eml", b"Subject: x\r\n\r\nbody"))
    assert document.media_type == "message/rfc822"


@pytest.mark.parametrize(
    ("head", "body", "cause"),
    [
        (b"Content-Type: multipart/mixed; boundary=b", b"--b\r\n\r\nx", "damaged"),
        (b"Content-Type: multipart/mixed", b"--b\r\n\r\nx\r\n--b--", "damaged"),
        (b"Content-Type: application/pkcs7-mime", b"MIIB", "encrypted"),
    ],
)
def test_what_cannot_be_read_whole_is_told(head: bytes, body: bytes, cause: str) -> None:
    assert cause in {gap.cause for gap in mail(head, body).gaps}


def test_text_beside_the_parts_is_read() -> None:
    body = "各单位联系 13800138000\r\n--b\r\n\r\nx\r\n--b--\r\n".encode()
    parts = {part.name: part.text for part in mail(b"Content-Type: multipart/mixed; boundary=b", body).parts}
    assert parts["邮件正文之外的文字"] == "各单位联系 13800138000"
    usual = b"This is a multi-part message in MIME format.\r\n--b\r\n\r\nx\r\n--b--\r\n"
    parts = {part.name: part.text for part in mail(b"Content-Type: multipart/mixed; boundary=b", usual).parts}
    assert "邮件正文之外的文字" not in parts


def test_mails_in_mails_are_read_as_deep_as_the_limit_allows() -> None:
    inner = EmailMessage(policy=SMTP)
    inner.set_content("x")
    for _ in range(8):
        outer = EmailMessage(policy=SMTP)
        outer.set_content("x")
        outer.add_attachment(inner)
        inner = outer
    gaps = CHECKER.check_bytes(inner.as_bytes(), "a.eml").gaps
    assert {gap.cause for gap in gaps} == {"too-deep"}
