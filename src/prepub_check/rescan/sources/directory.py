"""A folder of mirrored pages and attachments: every file below it is a page."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...errors import SourceError
from ...model import Gap, Source
from ...readers.files import opened, printable
from ...walk import Skipped, walk
from ..page import Page, Unchanged, Validators

if TYPE_CHECKING:
    from . import Wanted

Known = Callable[[str], Validators | None]

_MEGABYTE: Final = 1 << 20
# How long ago a change must be, in nanoseconds: clocks of file systems tick as seldom as every two seconds.
_SETTLED: Final = 2_000_000_000
# Causes of gaps that stand for all that may be below a folder.
_FOLDERS: Final = frozenset({"unreadable", "linked-folder"})


def pages(wanted: Wanted) -> Iterator[Page | Gap | Unchanged]:
    """Give every file in the order of a walk; its id is the path below the folder, with ``/``.

    A file that the system has not changed since it was last examined is not read again. One that is larger
    than the memory that one may take is a gap, like one that cannot be read.
    """
    root = Path(wanted.where)
    below = len(os.path.join(root, ""))  # noqa: PTH118 -- with the separator
    most = wanted.config.limits.memory_mb * _MEGABYTE
    for item in walk(root):
        if isinstance(item, str):
            yield _page(item, _named(item[below:]), most, wanted.known)
        elif isinstance(item, Gap):
            yield item._replace(path=_named(item.path[below:]) or ".", partial=item.cause in _FOLDERS)


def count(wanted: Wanted) -> int:
    """Count the files, by their names only."""
    return sum(not isinstance(item, Skipped) for item in walk(Path(wanted.where)))


def _named(path: str) -> str:
    return printable(path.replace(os.sep, "/"))


def _page(path: str, page_id: str, most: int, known: Known) -> Page | Gap | Unchanged:
    stamp = _stamp(path)
    if stamp and stamp == known(page_id):
        return Unchanged(page_id)
    try:
        data = _read(path, most)
    except SourceError as error:
        return Gap(path=page_id, cause=error.cause, message=str(error))
    return Page(id=page_id, name=page_id.rpartition("/")[2], data=data, validators=stamp)


def _stamp(path: str) -> Validators | None:
    """Give what changes with every change of a file, taken before it is read.

    The time of a change is the system's own (POSIX, ``st_ctime``), which no program sets at will; Windows
    keeps none. Another change could bear the same time while that is not past.
    """
    if os.name == "nt":
        return None
    with suppress(OSError, ValueError):
        seen = os.stat(path)  # noqa: PTH116 -- the shortest way, a million times
        if time.time_ns() - seen.st_ctime_ns > _SETTLED:
            return Validators(modified=f"{seen.st_ctime_ns}-{seen.st_size}-{seen.st_ino}")
    return None


def _read(path: str, most: int) -> bytes:
    """Read a file in the fewest steps, for there are millions; one that resists is read as everywhere."""
    with suppress(OSError, ValueError):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            size = os.fstat(handle).st_size
            if size > most:
                raise SourceError("too-large", _too_large(most))
            data = os.read(handle, size + 1)
        finally:
            os.close(handle)
        if len(data) == size:
            return data
    return opened(Source(path, path=Path(path))).data


def _too_large(most: int) -> str:
    return (
        f"文件超过 {most // _MEGABYTE} MB，没有读；"
        "请拆分后再查，或在 prepub.toml 的 [limits] 中调大 memory_mb"
    )
