"""The content codings of HTTP (RFC 9110 §8.4.1), undone within a limit."""

from __future__ import annotations

import zlib
from typing import Final

from ...errors import SourceError

_GZIP: Final = b"\x1f\x8b"
_GZIP_BITS: Final = 31
MEGABYTE: Final = 1 << 20


def undo_encodings(data: bytes, encodings: str, most: int) -> bytes:
    """Give what a Content-Encoding header's codings were applied to.

    Raises SourceError with cause ``damaged``, ``too-large`` or ``unsupported-encoding``. Data that is not
    in gzip although the header says so stands as it is: some crawlers keep the header and undo the coding.
    """
    for name in reversed([name.strip().lower() for name in encodings.split(",")]):
        match name:
            case "gzip" | "x-gzip":
                data = gunzip(data, most)
            case "deflate":
                data = _inflate(data, zlib.MAX_WBITS if _has_header(data) else -zlib.MAX_WBITS, most)
            case "br":
                data = _unbrotli(data, most)
            case "" | "identity":
                pass
            case _:
                raise SourceError(
                    "unsupported-encoding", "内容用了不认识的压缩方式，没有检查；请在浏览器中另存后检查"
                )
    return data


def gunzip(data: bytes, most: int) -> bytes:
    """Give what all members of a gzip file hold; what is none stands as it is."""
    return _inflate(data, _GZIP_BITS, most) if data.startswith(_GZIP) else data


def too_large(most: int) -> SourceError:
    """Give the error of content that is larger than the limit."""
    return SourceError("too-large", f"内容超过 {most // MEGABYTE} MB，没有检查；请单独下载后检查，或放宽限度")


def damaged() -> SourceError:
    """Give the error of compressed content that breaks off or is not sound."""
    return SourceError("damaged", "压缩的内容不完整或已损坏，没有检查；请重新取得后检查")


def _inflate(data: bytes, bits: int, most: int) -> bytes:
    pieces, left = [], most + 1
    while data:
        inflater = zlib.decompressobj(bits)
        try:
            pieces.append(inflater.decompress(data, left))
        except zlib.error as error:
            raise damaged() from error
        left -= len(pieces[-1])
        if left < 1:
            raise too_large(most)
        if not inflater.eof:
            raise damaged()
        rest = inflater.unused_data
        data = rest if rest.startswith(_GZIP) and bits == _GZIP_BITS else b""
    return b"".join(pieces)


def _has_header(data: bytes) -> bool:
    """Tell the zlib format (RFC 1950) from a bare deflate stream, which some servers send."""
    return data[:1] == b"\x78" and int.from_bytes(data[:2], "big") % 31 == 0


def _unbrotli(data: bytes, most: int) -> bytes:
    import brotli  # noqa: PLC0415 -- comes with the extra ``warc``; nothing else asks for it

    inflater = brotli.Decompressor()
    pieces, size = [], 0
    try:
        while not inflater.is_finished():
            piece = inflater.process(data, output_buffer_limit=MEGABYTE)
            if not piece and not data:
                raise damaged()
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise too_large(most)
            data = b""
    except brotli.error as error:
        raise damaged() from error
    return b"".join(pieces)
