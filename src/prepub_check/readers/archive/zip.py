"""ZIP archives (PKWARE APPNOTE 6.3): names in GBK without the UTF-8 flag, encryption told file by file."""

from __future__ import annotations

import lzma
import stat
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from ...config import Limits
from ...errors import SourceError
from ...model import Document, Source
from ..names import decode_name
from .comments import comment_parts
from .growing import Full, chunks_of
from .intake import Intake

_ENCRYPTED: Final = 0x1
_UTF8: Final = 0x800
_UNICODE_PATH: Final = 0x7075
_EXTRA: Final = struct.Struct("<HH")
FAULTS: Final = (
    BadZipFile, EOFError, OSError, ValueError, OverflowError, zlib.error, lzma.LZMAError, struct.error
)  # fmt: skip


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Unpack an archive; raises SourceError where it has no directory that can be read."""
    intake = Intake(source, limits)
    try:
        package = ZipFile(BytesIO(source.data))
    except (*FAULTS, NotImplementedError) as error:
        raise SourceError(
            "damaged",
            "压缩包的目录读不出来（可能不完整、是分卷之一，或已损坏），其中的内容没有检查；"
            "请取得完整的压缩包，或解开后分别检查",
        ) from error
    with package:
        try:
            for entry in package.infolist():
                _take(package, entry, intake)
        except Full:
            pass
        comments = (package.comment, *(entry.comment for entry in package.infolist()))
    return intake.document(media_type, *comment_parts(map(decode_name, comments), source.name))


def _take(package: ZipFile, entry: ZipInfo, intake: Intake) -> None:
    name = name_of(entry)
    if name.endswith(("/", "\\")) and not entry.file_size:
        return
    shown = intake.enter(name)
    if entry.flag_bits & _ENCRYPTED:
        intake.skip(shown, "encrypted", "有密码保护，没有检查；请用密码解开后检查")
    elif stat.S_ISLNK(entry.external_attr >> 16):
        intake.link(shown)
    else:
        try:
            with package.open(entry) as stream:
                intake.take(shown, chunks_of(stream))
        except NotImplementedError:
            intake.skip(shown, "unsupported-compression", "用了不支持的压缩方法，没有检查；请解开后检查")
        except (*FAULTS, RuntimeError):
            intake.damaged(shown)


def name_of(entry: ZipInfo) -> str:
    """Give a name as it was meant: by the extra field that says so, by the flag, else by its bytes."""
    if entry.flag_bits & _UTF8:
        return entry.orig_filename
    raw = entry.orig_filename.encode("cp437", "replace")
    for kind, data in _extras(entry.extra):
        if kind == _UNICODE_PATH and data[1:5] == zlib.crc32(raw).to_bytes(4, "little"):
            return data[5:].decode("utf-8", "replace")
    return decode_name(raw)


def _extras(extra: bytes) -> Iterator[tuple[int, bytes]]:
    while len(extra) > _EXTRA.size:
        kind, size = _EXTRA.unpack_from(extra)
        field, extra = extra[_EXTRA.size : _EXTRA.size + size], extra[_EXTRA.size + size :]
        yield kind, field
