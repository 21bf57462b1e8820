"""A folder of mirrored pages and attachments: every file below it is a page."""

from __future__ import annotations

import os
from collections.abc import Iterator
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
    below = len(root.as_posix().rstrip("/")) + 1 if root.parts else 0
    most = wanted.config.limits.memory_mb * _MEGABYTE
    for item in walk(root):
        if isinstance(item, Path):
            yield _page(item, printable(item.as_posix()[below:]), most)
        elif isinstance(item, Gap):
            path = printable(Path(item.path).as_posix()[below:]) or "."
            yield replace(item, path=path, partial=item.cause in _FOLDERS)


def count(wanted: Wanted) -> int:
    """Count the files, by their names only."""
    return sum(not isinstance(item, Skipped) for item in walk(Path(wanted.where)))


def _page(path: Path, page_id: str, most: int) -> Page | Gap:
    if _size(path) > most:
        return Gap(path=page_id, cause="too-large", message=_too_large(most))
    try:
        data = opened(Source(page_id, path=path)).data
    except SourceError as error:
        return Gap(path=page_id, cause=error.cause, message=str(error))
    return Page(id=page_id, name=page_id.rpartition("/")[2], data=data)


def _size(path: Path) -> int:
    """Give the size of a file; what cannot be looked at fails when it is opened."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 -- the shortest way, a million times
    except OSError:
        return 0


def _too_large(most: int) -> str:
    return (
        f"文件超过 {most // _MEGABYTE} MB，没有读；"
        "请拆分后再查，或在 prepub.toml 的 [limits] 中调大 memory_mb"
    )
