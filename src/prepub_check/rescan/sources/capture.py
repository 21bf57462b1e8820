"""What one record of a WARC holds: the bytes of a page, as the server had them before it sent them."""

from __future__ import annotations

import re
from typing import Final

from fastwarc.warc import HeaderMap, WarcRecord

from ...errors import SourceError
from .encodings import damaged, too_large, undo_encodings

_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})(?:[ \t]*;[^\r\n]*)?[ \t]*\r\n")


def headers_of(record: WarcRecord) -> HeaderMap:
    """Give the HTTP headers, or those of a record that has none."""
    return record.headers if record.http_headers is None else record.http_headers


def content_of(record: WarcRecord, most: int) -> bytes:
    """Give the content without the codings of HTTP; raises SourceError where that does not work out."""
    return undo_encodings(_payload(record, most), headers_of(record).get("Content-Encoding") or "", most)


def _payload(record: WarcRecord, most: int) -> bytes:
    """Give the body without its transfer coding; raises SourceError where it is cut or too large."""
    if reason := record.headers.get("WARC-Truncated"):
        raise SourceError("truncated", f"抓取时没有取完（{reason}），没有检查；请重新抓取")
    chunked = "chunked" in (headers_of(record).get("Transfer-Encoding") or "").lower()
    length = record.content_length
    try:
        body = record.reader.read(most + 1)
    except OSError as error:
        raise damaged() from error
    if len(body) > most:
        raise too_large(most)
    if len(body) < length:
        raise _truncated()
    return _unchunked(body) if chunked else body


def _unchunked(body: bytes) -> bytes:
    """Undo the chunked coding (RFC 9112 §7.1); a crawler may have done so and kept the header."""
    pieces: list[bytes] = []
    at = 0
    while size := _CHUNK.match(body, at):
        length = int(size[1], 16)
        if not length:
            return b"".join(pieces)
        pieces.append(body[size.end() : size.end() + length])
        at = size.end() + length + 2
    if pieces:
        raise _truncated()
    return body


def _truncated() -> SourceError:
    return SourceError("truncated", "记录不完整，没有检查；请重新取得完整的 WARC 文件，或重新抓取")
