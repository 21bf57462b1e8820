"""The words of mail headers: encoded ones (RFC 2047, 2231), and bytes that no standard allows."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote_to_bytes

_CODECS: Final = MappingProxyType(
    dict.fromkeys(("gb2312", "gbk", "x-gbk", "cp936", "unknown-8bit", ""), "gb18030")
)


class AsWritten(Compat32):
    """A policy that gives headers as they stand, bytes that no standard allows included."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Give a header's value untouched."""
        del name
        return value


def decoded(raw: bytes, charset: str) -> str:
    """Decode bytes of a header by their charset, where that holds; GB2312 is written where GBK is meant."""
    for codec in (_CODECS.get(charset.lower(), charset), "utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("gb18030", "replace")


def plain(value: str) -> str:
    """Give the text of a header, on one line."""
    raw = value.encode("utf-8", "surrogateescape")
    if not raw.isascii():
        value = by_content(raw)
    try:
        words = decode_header(value)
    except (HeaderParseError, ValueError):
        return " ".join(value.split())
    texts = (word if isinstance(word, str) else decoded(word, charset or "utf-8") for word, charset in words)
    return " ".join("".join(texts).split())


def file_names(part: Message) -> list[str]:
    """Give the names that a part has as a file, the one to go by first."""
    given = part.get_param("filename", None, "content-disposition"), part.get_param("name", None)
    return list(dict.fromkeys(filter(None, map(_file_name, given))))


def _file_name(name: str | tuple[str | None, str | None, str] | None) -> str:
    if isinstance(name, tuple):
        charset, _, value = name
        return decoded(
            unquote_to_bytes(value) if "%" in value else value.encode("latin-1", "replace"), charset or ""
        )
    return plain(name) if isinstance(name, str) else ""


def by_content(raw: bytes) -> str:
    """Decode bytes that say nothing of their charset."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
