"""Single files under gzip (RFC 1952), bzip2 or xz, and tars under them."""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import zlib
from io import BytesIO
from pathlib import PurePath
from types import MappingProxyType
from typing import IO, Final, cast

from ...config import Limits
from ...errors import SourceError
from ...model import Document, Source
from ..names import decode_name
from .growing import Full, chunks_of
from .intake import Intake
from .tar import read_stream

_FAULTS: Final = (EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)
_TAR_AT: Final = 257
_TAR: Final = b"ustar"
_OUTER: Final = MappingProxyType({".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"})
# Of RFC 1952: ID1 ID2 CM FLG MTIME XFL OS, an extra field if flag 4 is set, a name if flag 8 is.
_NAME: Final = re.compile(rb"\x1f\x8b\x08[\x08\x09\x18\x19].{6}([^\x00]+)\x00", re.DOTALL)


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Unpack a file, or the tar that it holds; raises SourceError where nothing comes out."""
    intake = Intake(source, limits)
    stream = _open(BytesIO(source.data), media_type)
    try:
        head = stream.read(_TAR_AT + len(_TAR))
    except _FAULTS as error:
        raise SourceError(
            "damaged", "压缩文件已损坏，解不开，其中的内容没有检查；请重新压缩，或解开后检查"
        ) from error
    stream.seek(0)
    if head[_TAR_AT:] == _TAR:
        return read_stream(stream, media_type, intake, source.name)
    try:
        intake.take(intake.enter(_inner_name(source)), chunks_of(stream))
    except Full:
        pass
    except _FAULTS:
        intake.cut()
    return intake.document(media_type)


def _open(packed: IO[bytes], media_type: str) -> IO[bytes]:
    match media_type:
        case "application/gzip":
            return cast("IO[bytes]", gzip.GzipFile(fileobj=packed))
        case "application/x-bzip2":
            return bz2.BZ2File(packed)
        case _:
            return lzma.LZMAFile(packed)


def _inner_name(source: Source) -> str:
    """Give the name in the gzip header, else the outer name without its suffix."""
    if named := _NAME.match(source.data[:4096]):
        return decode_name(named[1])
    outer = PurePath(source.name.rpartition("› ")[2])
    return outer.stem + _OUTER.get(outer.suffix.lower(), "")
