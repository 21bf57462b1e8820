"""The entries of a zip: from its directory, or, where that is lost, from the file from its beginning on."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from .entry import DEFLATED, Entry
from .stream import Stream

_LOCAL: Final = struct.Struct("<4s5HIIIHH")
_SIGN: Final = b"PK\x03\x04"
_UTF8: Final = 0x800
_SIZE_FOLLOWS: Final = 0x8


def entries_of(file: bytes) -> tuple[list[Entry], bool]:
    """Give the entries in order, and whether the directory was there to tell them."""
    try:
        with ZipFile(BytesIO(file)) as archive:
            infos = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError, struct.error, OverflowError):
        return list(_scan(file)), False
    return [entry for info in infos if (entry := _listed(info, file))], True


def overlapping(entries: list[Entry]) -> bool:
    """Tell whether entries share bytes, as no program writes them: a bomb that is not nested."""
    ordered = sorted((entry.start, entry.packed) for entry in entries)
    return any(start + packed > following for (start, packed), (following, _) in pairwise(ordered))


def _listed(info: ZipInfo, file: bytes) -> Entry | None:
    if info.is_dir() and not info.file_size:
        return None
    start = info.header_offset
    if 0 <= start <= len(file) - _LOCAL.size and file.startswith(_SIGN, start):
        _, _, _, _, _, _, _, _, _, name, extra = _LOCAL.unpack_from(file, start)
        start += _LOCAL.size + name + extra
    name = _decoded(info.orig_filename.encode("cp437", "replace"), info)
    return Entry(
        name, info.compress_type, info.flag_bits, start, info.compress_size, info.file_size, info.CRC
    )


def _decoded(raw: bytes, info: ZipInfo) -> str:
    return info.orig_filename if info.flag_bits & _UTF8 else _named(raw)


def _named(raw: bytes) -> str:
    """Give a name without a mark of its encoding: Chinese programs write GBK, others UTF-8."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _scan(file: bytes) -> Iterator[Entry]:
    """Give the entries that begin in a file whose directory is lost."""
    at = file.find(_SIGN)
    while 0 <= at <= len(file) - _LOCAL.size:
        _, _, flags, method, _, _, crc, packed, size, name, extra = _LOCAL.unpack_from(file, at)
        start = at + _LOCAL.size + name + extra
        raw = file[at + _LOCAL.size : at + _LOCAL.size + name]
        known = not flags & _SIZE_FOLLOWS
        if not known:
            packed, size, crc = _measure(file, start, method)
        if start < len(file) and not raw.endswith(b"/"):
            yield Entry(_named(raw), method, flags, start, packed, size, crc if known else None)
        at = file.find(_SIGN, start + packed)


def _measure(file: bytes, start: int, method: int) -> tuple[int, int, int]:
    """Give the packed and the full size of a stream that tells neither before its end."""
    if method != DEFLATED:
        end = file.find(b"PK", start)
        return (length := (end if end >= 0 else len(file)) - start), length, 0
    stream = Stream(file, start)
    try:
        size = sum(map(len, stream))
    except zlib.error:
        return len(file) - start, -1, 0
    return (stream.packed, size, 0) if stream.ended else (len(file) - start, -1, 0)
