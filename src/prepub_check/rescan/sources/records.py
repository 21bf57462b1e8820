"""The records of a WARC file, and on behind whatever in it is broken."""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

_WANTED: Final = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.revisit)
_OTHERS: Final = (
    WarcRecordType.warcinfo, WarcRecordType.request, WarcRecordType.metadata, WarcRecordType.conversion,
    WarcRecordType.continuation,
)  # fmt: skip
_GZIP: Final = b"\x1f\x8b\x08"
_WEB: Final = ("http://", "https://")
_RECORD: Final = b"WARC/1."
_GZIP_BITS: Final = 31
_ENOUGH: Final = 512


class Break(NamedTuple):
    """A place, in bytes from the file's beginning, from which on records cannot be read."""

    at: int


def records(path: Path) -> Iterator[WarcRecord | Break]:
    """Give responses, resources and revisits in order, each to be read before the next, and all Breaks.

    A file of 0 bytes has no records; one that is no WARC is a Break at 0.
    """
    if not path.stat().st_size:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        packed = data[: len(_GZIP)] == _GZIP
        at: int | None = 0
        while at is not None:
            file.seek(at)
            last, sound = at, False
            try:
                for record in ArchiveIterator(file, parse_http=False):
                    last, sound = record.stream_pos, True
                    if record.record_type in _WANTED:
                        yield record if _holds(record) else Break(last)
                    elif record.record_type not in _OTHERS:
                        yield Break(last)
            except (OSError, ValueError):
                sound = False
            # A gzip member can be broken so that all behind it seems to be part of it, and is passed by.
            at = _next_record(data, last + 1, packed=packed) if packed or not sound else None
            if at is not None or not sound:
                yield Break(last)


def _holds(record: WarcRecord) -> bool:
    """Parse the HTTP headers, and tell whether they hold: not every writer says that a record is HTTP."""
    if record.record_type == WarcRecordType.resource:
        return True
    address = (record.headers.get("WARC-Target-URI") or "").strip("<").lower()
    record.is_http = record.is_http or address.startswith(_WEB)
    try:
        record.parse_http()
    except OSError:
        return False
    return record.record_type == WarcRecordType.revisit or record.http_headers is not None


def _next_record(data: mmap.mmap, start: int, *, packed: bool) -> int | None:
    """Find where the next record, or the next gzip member that holds one, begins."""
    while (start := data.find(_GZIP if packed else _RECORD, start)) >= 0:
        if not packed or _begins_record(data[start : start + _ENOUGH]):
            return start
        start += 1
    return None


def _begins_record(member: bytes) -> bool:
    try:
        return zlib.decompressobj(_GZIP_BITS).decompress(member, len(_RECORD)) == _RECORD
    except zlib.error:
        return False
