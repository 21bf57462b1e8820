"""The headers of a mail as properties: who wrote to whom, with what, and over which machines."""

from __future__ import annotations

from email.message import Message
from types import MappingProxyType
from typing import Final

from ..strands import Strands
from .words import plain

_TITLES: Final = MappingProxyType(
    {
        "from": "发件人",
        "sender": "代发人",
        "to": "收件人",
        "cc": "抄送",
        "bcc": "密送",
        "reply-to": "回复地址",
        "return-path": "退信地址",
        "subject": "主题",
        "date": "日期",
        "organization": "单位",
        "received": "途经",
        "x-originating-ip": "发信地址",
        "x-mailer": "程序",
        "user-agent": "程序",
        "comments": "备注",
        "keywords": "关键词",
        "disposition-notification-to": "回执地址",
    }
)
# What machines sign and measure says nothing to people.
_PLUMBING: Final = (
    "dkim-",
    "arc-",
    "content-",
    "mime-",
    "authentication-",
    "x-ms-exchange-antispam",
    "x-spam",
)
PART: Final = "邮件头"


def read_headers(message: Message, strands: Strands) -> None:
    """Read every header, a line each."""
    for name, value in message.items():
        if not name.lower().startswith(_PLUMBING):
            strands.property(_TITLES.get(name.lower(), name), plain(str(value)), PART)
