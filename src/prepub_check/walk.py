"""The files below a folder in a stable order, and what was left out on the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .config import FILE_NAME as CONFIG_FILE
from .key import FILE_NAME as KEY_FILE
from .model import Gap


class Skipped(NamedTuple):
    """What a walk passes by: hidden folders, and the configuration."""

    path: str


def walk(folder: Path) -> Iterator[str | Gap | Skipped]:
    """Give the path of every file below a folder, sorted by name; each folder is listed in its turn.

    Hidden folders are skipped, and so are this program's configuration and key. Links to folders are not
    followed: they become gaps, like whatever cannot be listed or is not a file.
    """
    waiting = _list(folder)
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, Gap):
            yield entry
        elif not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
            waiting += _list(Path(entry.path))
        elif entry.name != KEY_FILE:
            yield _look(entry)


def _list(folder: Path) -> list[os.DirEntry[str] | Gap]:
    """Give what a folder holds, the first name last."""
    try:
        with os.scandir(folder) as entries:
            return [*sorted(entries, key=lambda entry: entry.name, reverse=True)]
    except OSError:
        message = "文件夹打不开；请检查权限后再查"
        return [Gap(path=str(folder), cause="unreadable", message=message)]


def _look(entry: os.DirEntry[str]) -> str | Gap | Skipped:
    path = entry.path
    if entry.name == CONFIG_FILE:
        return Skipped(path)
    # What cannot be looked at passes for a file, and fails as one.
    with suppress(OSError):
        if entry.is_dir():
            return Skipped(path) if entry.name.startswith(".") else _linked(path)
        if not entry.is_file() and entry.stat():
            message = "不是普通文件（管道、设备等），没有打开"
            return Gap(path=path, cause="not-a-file", message=message)
    return path


def _linked(path: str) -> Gap:
    message = "指向文件夹的链接没有进入；需要时请直接检查它"
    return Gap(path=path, cause="linked-folder", message=message)
