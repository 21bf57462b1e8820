"""What a web page says of itself in its head: title, date of publication, the body that answers for it.

The names of the meta elements are those that 政府网站发展指引 (国办发〔2017〕47 号) asks of
every page.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

from ..errors import SourceError
from ..model import Source
from ..readers.decode import decode
from ..readers.html.charset import declared_charset
from ..readers.html.markup import split_markup, start_tags
from ..readers.media import WEB_PAGES, media_type_of
from ..readers.names import masked

_HEAD: Final = 32_768
_BODY: Final = re.compile(rb"<body[\s>]", re.IGNORECASE)
_DATE: Final = re.compile(r"([12][0-9]{3})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})(?![0-9])")
_CHINA: Final = dt.timezone(dt.timedelta(hours=8))


class Description(NamedTuple):
    """What a page says of itself; empty where it says nothing. Long numbers are masked; the date is ISO."""

    title: str = ""
    published: str = ""
    unit: str = ""


def describe(data: bytes, name: str) -> Description:
    """Describe a page by its head; what is no web page has no description. Never raises."""
    if media_type_of(Source(name, data)) not in WEB_PAGES:
        return Description()
    head = data[:_HEAD]
    declared = declared_charset(head)
    if declared and (body := _BODY.search(head)):
        head = head[: body.start()]  # without a declaration, the text below helps to tell the encoding
    try:
        told = dict(_told(decode(head, declared).text))
    except SourceError:
        return Description()
    return Description(
        title=told.get("articletitle") or told.get("title", ""),
        published=iso_date(told.get("pubdate", "")),
        unit=told.get("contentsource") or told.get("sitename", ""),
    )


def iso_date(text: str) -> str:
    """Give the ISO date at the beginning of a text, or nothing.

    >>> iso_date("2019年5月6日"), iso_date("20190506"), iso_date("2019-05-06 10:20"), iso_date("2019-13-01")
    ('2019-05-06', '2019-05-06', '2019-05-06', '')
    """
    found = _DATE.match(text.strip())
    try:
        return dt.date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def china_date(header: str) -> str:
    """Give the ISO date, in China, of a date as HTTP writes it, or nothing.

    >>> china_date("Mon, 06 May 2019 16:30:00 GMT"), china_date("yesterday")
    ('2019-05-07', '')
    """
    try:
        return parsedate_to_datetime(header).astimezone(_CHINA).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""


def _told(text: str) -> Iterator[tuple[str, str]]:
    """Give title and meta elements up to the body, the first of each name last, so that it stands."""
    yield from reversed([(name, value) for name, value in _said(text) if value])


def _said(text: str) -> Iterator[tuple[str, str]]:
    for kind, found, _ in split_markup(text):
        if kind == "title":
            yield "title", _plain(html.unescape(found))
        elif kind == "tags":
            for name, attributes in start_tags(found):
                if name == "body":
                    return
                if name == "meta":
                    yield _plain(attributes.get("name", "")).lower(), _plain(attributes.get("content", ""))


def _plain(text: str) -> str:
    return masked(" ".join(text.split()))
