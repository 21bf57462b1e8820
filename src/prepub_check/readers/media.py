"""The media type of a source: by how its content begins, then by the suffix of its name."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from ..model import Source
from .decode import BOM_GB18030

_SUFFIXES: Final = MappingProxyType(
    {
        ".html": "text/html",
        ".htm": "text/html",
        ".xhtml": "application/xhtml+xml",
        ".md": "text/markdown",
        ".markdown": "text/markdown",
    }
)
_HEAD: Final = 4096
_PRELUDE: Final = r"\A\ufeff?(?>\s++|<\?.*?\?>|<!--.*?-->)*+"
_PAGE: Final = re.compile(_PRELUDE + r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL)
_TAG: Final = (
    "a|b|blockquote|br|center|div|dl|em|font|form|h[1-6]|hr|i|img|li|link|meta|ol|p|pre|script|section|span"
    "|strong|style|table|tbody|td|th|title|tr|u|ul"
)
_FRAGMENT: Final = re.compile(_PRELUDE + rf"<(?:{_TAG})(?:\s[^<>]*)?/?>", re.IGNORECASE | re.DOTALL)
_CLOSED: Final = re.compile(rf"<br\s*/?>|</(?:{_TAG})>", re.IGNORECASE)


def media_type_of(source: Source) -> str:
    """Give the media type; text of no other kind is ``text/plain``.

    A field without a file name that holds closing tags is a fragment of HTML, as editors in the browser
    submit it; Markdown may begin with a tag and is still Markdown.
    """
    head, suffix = _head(source), PurePath(source.name).suffix.lower()
    if _PAGE.match(head):
        return _SUFFIXES.get(suffix, "text/html") if suffix == ".xhtml" else "text/html"
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if _FRAGMENT.match(head) or (not suffix and _CLOSED.search(head)):
        return "text/html"
    return "text/plain"


def _head(source: Source) -> str:
    if source.text is not None:
        return source.text[:_HEAD]
    head = source.data[:_HEAD]
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(BOM_UTF8).removeprefix(BOM_GB18030).decode("latin-1")
