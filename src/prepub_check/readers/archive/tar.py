"""Tar archives (POSIX.1-2001, GNU): files one after another; links and devices are told, never followed."""

from __future__ import annotations

import lzma
import tarfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from tarfile import HeaderError
from typing import IO, Final, Self

from ...config import Limits
from ...model import Document, Location, Part, Source
from ..names import decode_name
from ..pieces import Pieces
from .growing import Full, chunks_of
from .intake import Intake

FAULTS: Final = (
    tarfile.TarError, EOFError, OSError, ValueError, OverflowError, zlib.error, lzma.LZMAError
)  # fmt: skip


class Archive(tarfile.TarFile):
    """An archive that knows whether it ended as it should, and whether headers in it were broken."""

    encoding = "utf-8"
    broken = False
    ended = False


class Header(tarfile.TarInfo):
    """A header that tells its archive about blocks that are none."""

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:
        """Read the next header; raises what the standard library raises."""
        try:
            return super().fromtarfile(tarfile)
        except HeaderError as error:
            if isinstance(tarfile, Archive):
                kind = type(error).__name__
                tarfile.ended |= kind == "EOFHeaderError"
                tarfile.broken |= kind not in {"EOFHeaderError", "EmptyHeaderError"}
            raise


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Unpack an archive."""
    return read_stream(BytesIO(source.data), media_type, Intake(source, limits), source.name)


def read_stream(stream: IO[bytes], media_type: str, intake: Intake, path: str) -> Document:
    """Unpack an archive from a stream, front to back, and go on behind whatever in it is broken."""
    owners: dict[str, None] = {}
    try:
        with Archive.open(fileobj=stream, mode="r|", ignore_zeros=True, tarinfo=Header) as archive:
            for entry in archive:
                owners.update(dict.fromkeys(filter(None, (entry.uname, entry.gname))))
                _take(archive, entry, intake)
            if isinstance(archive, Archive) and (archive.broken or not archive.ended):
                intake.cut()
    except Full:
        pass
    except FAULTS:
        intake.cut()
    return intake.document(media_type, *_owners(owners, path))


def _take(archive: tarfile.TarFile, entry: tarfile.TarInfo, intake: Intake) -> None:
    if entry.isdir():
        return
    shown = intake.enter(decode_name(entry.name.encode("utf-8", "surrogateescape")))
    content = archive.extractfile(entry) if entry.isreg() else None
    if content is None:
        intake.link(shown)
    else:
        intake.take(shown, chunks_of(content))


def _owners(owners: dict[str, None], path: str) -> Iterator[Part]:
    """Give the accounts that packed the files."""
    pieces = Pieces()
    for owner in owners:
        pieces.add(f"打包用户：{owner}\n", Location(path=path, kind="property", name="属性“打包用户”"))
    yield from pieces.parts("property", "打包用户")
