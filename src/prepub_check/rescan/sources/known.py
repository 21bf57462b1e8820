"""A page made of columns: what they tell of it, and what its own head tells where they are silent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...readers.names import masked
from ..describe import describe, iso_date
from ..page import Page


def page_of(page_id: str, name: str, data: bytes, columns: Mapping[str, Any]) -> Page:
    """Make a page; ``columns`` holds url, title, published, modified and unit as far as there are any.

    A date may be a date, or a text that begins with one. Without a date of publication the page has the
    date on which it was modified.
    """
    told = describe(data, name)
    return Page(
        id=page_id,
        name=name,
        data=data,
        url=_text(columns.get("url")),
        title=masked(_text(columns.get("title"))) or told.title,
        published=iso_date(_text(columns.get("published")))
        or told.published
        or iso_date(_text(columns.get("modified"))),
        unit=masked(_text(columns.get("unit"))) or told.unit,
    )


def as_bytes(content: str | bytes | bytearray | memoryview) -> bytes:
    """Give bytes as they are, and text as UTF-8 with the mark that says so."""
    return content.encode("utf-8-sig", "replace") if isinstance(content, str) else bytes(content)


def _text(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())
