"""A zip or tar of mirrored pages: each member a page, taken out one at a time, nothing written to disk."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tarfile import TarFile, TarInfo
from typing import IO, TYPE_CHECKING, Final
from zipfile import ZipFile, ZipInfo, is_zipfile

from ...errors import SourceError
from ...model import Gap
from ...readers.archive import tar as tars
from ...readers.archive import zip as zips
from ...readers.names import decode_name, harmless, masked
from ..describe import describe
from ..page import Page
from .encodings import MEGABYTE, too_large
from .seen import Seen

if TYPE_CHECKING:
    from . import Wanted

Member = tuple[str, Callable[[], bytes]]

_ENCRYPTED: Final = 0x1
_FAULTS: Final = (*zips.FAULTS, *tars.FAULTS, NotImplementedError)


def pages(wanted: Wanted) -> Iterator[Page | Gap]:
    """Give every member in the order of the archive; its id is its path inside, made harmless to show.

    A second member of the same path gets a number. A member larger than ``unpacked_mb`` is a gap.
    """
    path, most = Path(wanted.where), wanted.config.limits.unpacked_mb * MEGABYTE
    seen = Seen()
    try:
        for name, content in _zipped(path, most) if is_zipfile(path) else _tarred(path, most):
            yield _page(seen.distinct(masked(harmless(name))), content)
    except _FAULTS:
        yield Gap(
            path=path.name,
            cause="damaged",
            message="压缩包打不开、不完整或已损坏，只检查了解得开的部分；请取得完整的压缩包后重新检查",
            partial=True,
        )


def _page(page_id: str, content: Callable[[], bytes]) -> Page | Gap:
    try:
        data = content()
    except SourceError as error:
        return Gap(path=page_id, cause=error.cause, message=str(error))
    name = page_id.rpartition("/")[2]
    return Page(id=page_id, name=name, data=data, **describe(data, name)._asdict())


def _zipped(path: Path, most: int) -> Iterator[Member]:
    with ZipFile(path) as package:
        for entry in package.infolist():
            name = zips.name_of(entry)
            if entry.file_size or not name.endswith(("/", "\\")):
                yield name, partial(_unzip, package, entry, most)


def _unzip(package: ZipFile, entry: ZipInfo, most: int) -> bytes:
    if entry.flag_bits & _ENCRYPTED:
        raise SourceError("encrypted", "有密码保护，没有检查；请用密码解开后检查")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _link()
    try:
        with package.open(entry) as stream:
            return _read(stream, most)
    except NotImplementedError as error:
        raise SourceError(
            "unsupported-compression", "用了不支持的压缩方法，没有检查；请解开后检查"
        ) from error
    except (*zips.FAULTS, RuntimeError) as error:
        raise SourceError("damaged", "解不开，可能已损坏，没有检查；请重新打包，或解开后检查") from error


def _tarred(path: Path, most: int) -> Iterator[Member]:
    with tars.Archive.open(path, "r|*", ignore_zeros=True, tarinfo=tars.Header) as archive:
        while entry := archive.next():
            archive.members.clear()  # type: ignore[attr-defined] # the standard library would keep a header for every member
            if not entry.isdir():
                name = decode_name(entry.name.encode("utf-8", "surrogateescape"))
                yield name, partial(_untar, archive, entry, most)
        if isinstance(archive, tars.Archive) and (archive.broken or not archive.ended):
            raise EOFError


def _untar(archive: TarFile, entry: TarInfo, most: int) -> bytes:
    stream = archive.extractfile(entry) if entry.isreg() else None
    if stream is None:
        raise _link()
    return _read(stream, most)


def _read(stream: IO[bytes], most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise too_large(most)
    return data


def _link() -> SourceError:
    return SourceError("link", "是链接或设备，自己没有内容，没有跟随；请检查它指向的文件")
