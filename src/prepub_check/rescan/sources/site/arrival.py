"""An answer as a page: named, described, with what its server can recognise it by."""

from __future__ import annotations

from dataclasses import replace

from ....model import Source
from ....readers.media import WEB_PAGES, media_type_of
from ...describe import china_date, describe
from ...page import Page
from ..naming import name_of
from .fetch import Answer


def page_of(answer: Answer) -> Page:
    """Make a page of an answer; without a date of its own it has that of its Last-Modified header."""
    headers, data = answer.headers, answer.body
    name = name_of(answer.url, headers.get("content-disposition", ""), headers.get("content-type", ""))
    told = describe(data, name)._asdict()
    page = Page(id=answer.url, url=answer.url, name=name, data=data, validators=answer.validators, **told)
    return page if page.published else replace(page, published=china_date(headers.get("last-modified", "")))


def is_web_page(page: Page) -> bool:
    """Tell a page that may have links from an attachment."""
    return media_type_of(Source(page.name, page.data)) in WEB_PAGES
