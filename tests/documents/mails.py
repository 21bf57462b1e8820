"""Mails as programs send and keep them."""

from __future__ import annotations

import struct
from base64 import b64encode
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from .compound import put_together
from .leaks import planted

PLACES: Final = planted(
    "正文 网页 附件 发件人 抄送 密送 主题 转发 转发附件 附件名 途经 收件人 富文本 前言 对象"
)


def eml() -> bytes:
    """Give a mail with everything in it, as the standard library writes it."""
    forwarded = EmailMessage(policy=SMTP)
    forwarded["Subject"] = f"转发 {PLACES['主题']}"
    forwarded.set_content(f"号码{PLACES['转发']}", charset="gb18030")
    forwarded.add_attachment(f"号码{PLACES['转发附件']}".encode("gbk"), "text", "plain", filename="内层.txt")
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"张三{PLACES['发件人']} <a@example.cn>"
    mail["To"] = "b@example.cn"
    mail["Cc"] = f"李四{PLACES['抄送']} <c@example.cn>"
    mail["Bcc"] = f"王五{PLACES['密送']} <d@example.cn>"
    mail["Received"] = f"from {PLACES['途经']}.example.cn by mx.example.cn"
    mail["Subject"] = "关于报送材料的函"
    mail.set_content(f"各单位：\n号码{PLACES['正文']}", charset="gb18030")
    mail.add_alternative(f"<html><p>号码{PLACES['网页']}</p></html>", subtype="html", charset="gb2312")
    mail.add_attachment(
        f"号码{PLACES['附件']}".encode("gbk"),
        "application",
        "octet-stream",
        filename=f"名单{PLACES['附件名']}.txt",
    )
    mail.add_attachment(forwarded)
    return mail.as_bytes()


def mht() -> bytes:
    """Give an archived page as browsers and Word save it."""
    page = f"<html><p>号码{PLACES['网页']}</p></html>".encode("gbk")
    return (
        b"From: <saved>\r\nSubject: =?gb2312?B?" + _base64("通知") + b"?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b'Content-Type: text/html; charset="gb2312"\r\nContent-Location: http://example.cn/a/index.htm\r\n'
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + page + b"\r\n--b\r\n"
        b"Content-Type: text/css\r\nContent-Location: http://example.cn/a/style.css\r\n\r\np{}\r\n--b--\r\n"
    )


def _base64(text: str) -> bytes:
    return b64encode(text.encode("gb2312"))


def packed_rtf(text: bytes) -> bytes:
    """Write RTF as Outlook keeps it, none of it a copy of what came before."""
    data = b"".join(b"\0" + text[at : at + 8] for at in range(0, len(text), 8))
    return struct.pack("<II4sI", len(data) + 12, len(text), b"LZFu", 0) + data


def _strings(folder: str, **texts: str) -> dict[str, bytes]:
    return {f"{folder}__substg1.0_{tag[1:]}001F": text.encode("utf-16-le") for tag, text in texts.items()}


def msg() -> bytes:
    """Give a mail as Outlook saves it, with another inside."""
    inner = "__attach_version1.0_#00000001/__substg1.0_3701000D/"
    first = "__attach_version1.0_#00000000/"
    return put_together(
        {
            "__properties_version1.0": bytes(32),
            **_strings(
                "",
                t0037=f"函 {PLACES['主题']}",
                t1000=f"各单位：\n号码{PLACES['正文']}",
                t0C1A=f"张三 {PLACES['发件人']}",
            ),
            "__substg1.0_10130102": f"<html><p>号码{PLACES['网页']}".encode(),
            "__substg1.0_10090102": packed_rtf(b"{\\rtf1\\ansi No." + PLACES["富文本"].encode() + b"}"),
            "__recip_version1.0_#00000000/__properties_version1.0": bytes(8),
            **_strings("__recip_version1.0_#00000000/", t3001=f"李四 {PLACES['收件人']}"),
            f"{first}__properties_version1.0": bytes(8),
            **_strings(first, t3707="名单.txt"),
            f"{first}__substg1.0_37010102": f"号码{PLACES['附件']}".encode("gbk"),
            "__attach_version1.0_#00000001/__properties_version1.0": bytes(8),
            f"{inner}__properties_version1.0": bytes(24),
            **_strings(inner, t1000=f"号码{PLACES['转发']}"),
        }
    )
