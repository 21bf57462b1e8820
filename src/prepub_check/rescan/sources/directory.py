"""A folder of mirrored pages and attachments: every file below it is a page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...errors import SourceError
from ...model import Gap, Source
from ...readers.files import opened, printable
from ...walk import Skipped, walk
from ..page import Page

if TYPE_CHECKING:
    from . import Wanted

_MEGABYTE: Final = 1 << 20
# Causes of gaps that stand for all that may be below a folder.
_FOLDERS: Final = frozenset({"unreadable", "linked-folder"})


def pages(wanted: Wanted) -> Iterator[Page | Gap]:
    """Give every file in the order of a walk; its id is the path below the folder, with ``/``.

    A file that is larger than the memory that one may take is a gap, like one that cannot be read.
    """
    root = Path(wanted.where)
    below = len(os.path.join(root, ""))  # noqa: PTH118 -- with the separator
    most = wanted.config.limits.memory_mb * _MEGABYTE
    for item in walk(root):
        if isinstance(item, str):
            yield _page(item, _named(item[below:]), most)
        elif isinstance(item, Gap):
            yield replace(item, path=_named(item.path[below:]) or ".", partial=item.cause in _FOLDERS)


def count(wanted: Wanted) -> int:
    """Count the files, by their names only."""
    return sum(not isinstance(item, Skipped) for item in walk(Path(wanted.where)))


def _named(path: str) -> str:
    return printable(path.replace(os.sep, "/"))


def _page(path: str, page_id: str, most: int) -> Page | Gap:
    try:
        data = _read(path, most)
    except SourceError as error:
        return Gap(path=page_id, cause=error.cause, message=str(error))
    return Page(id=page_id, name=page_id.rpartition("/")[2], data=data)


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
