"""The media type of a source: by how its content begins, then by the suffix of its name."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from typing import Final

from ..model import Source
from .decode import BOM_GB18030
from .registry import READERS
from .signatures import signed_type

WEB_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})

# A suffix that several formats use stands for the first of them.
_SUFFIXES: Final = {
    suffix: media_type
    for media_type, reader in reversed(list(READERS.items()))
    for suffix in reader.suffixes
    if suffix
}
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
    if source.text is None and (signed := signed_type(source.data)):
        return signed
    head, named = _head(source), _SUFFIXES.get(_suffix(source.name), "")
    if _PAGE.match(head):
        return "application/xhtml+xml" if named == "application/xhtml+xml" else "text/html"
    if named.startswith(("text/", "message/", "application/xhtml")) and named != "text/plain":
        return named
    if _FRAGMENT.match(head) or (not _suffix(source.name) and _CLOSED.search(head)):
        return "text/html"
    return "text/plain"


def suffix_notice(name: str, media_type: str) -> Iterator[str]:
    """Tell where the suffix of a file promises another format than its content has."""
    reader, suffix = READERS.get(media_type), _suffix(name)
    promised = _SUFFIXES.get(suffix)
    if reader is not None and promised is not None and suffix not in reader.suffixes:
        yield f"{name}：后缀 {suffix} 与内容不符，内容是{reader.title}，已按内容检查；请改正后缀"


def known_suffix(name: str) -> str:
    """Give the suffix of a name as it is written, or nothing where no format has it."""
    suffix = _suffix(name)
    return name[-len(suffix) :] if suffix in _SUFFIXES else ""


def _suffix(name: str) -> str:
    stem, dot, suffix = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return (dot + suffix).lower() if stem else ""


def _head(source: Source) -> str:
    if source.text is not None:
        return source.text[:_HEAD]
    head = source.data[:_HEAD]
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(BOM_UTF8).removeprefix(BOM_GB18030).decode("latin-1")
