"""Names on the command line → the files to check, and what was left out on the way."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..config import FILE_NAME as CONFIG_FILE
from ..key import FILE_NAME as KEY_FILE
from ..model import Gap


class Skipped(NamedTuple):
    """What a walk passes by: hidden folders, and the configuration."""

    path: Path


class Found(NamedTuple):
    """Files in a stable order, each once; what could not be entered; what was passed by."""

    files: tuple[Path, ...]
    gaps: tuple[Gap, ...]
    skipped: tuple[Path, ...]


def find_missing(names: Sequence[str]) -> list[str]:
    """Give the names at which there is nothing."""
    return [name for name in names if not name or _is_missing(Path(name))]


def find_files(names: Sequence[str]) -> Found:
    """Take files as they are, and folders with everything below them, sorted by name.

    Hidden folders below a given one are skipped, and so are this program's configuration and key. Links to
    folders are not followed: they become gaps, like whatever cannot be listed or is not a file.
    """
    items = [item for path in map(Path, names) for item in (_walk(path) if _is_folder(path) else [path])]
    return Found(
        files=tuple(dict.fromkeys(item for item in items if isinstance(item, Path))),
        gaps=tuple(item for item in items if isinstance(item, Gap)),
        skipped=tuple(item.path for item in items if isinstance(item, Skipped)),
    )


def _walk(folder: Path) -> Iterator[Path | Gap | Skipped]:
    waiting = _list(folder)
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, Gap):
            yield entry
        elif _is_folder(entry) and not entry.is_symlink() and not entry.name.startswith("."):
            waiting += _list(entry)
        elif entry.name != KEY_FILE:
            yield _look(entry)


def _list(folder: Path) -> list[Path | Gap]:
    """Give what a folder holds, the first name last."""
    try:
        return [*sorted(folder.iterdir(), key=lambda entry: entry.name, reverse=True)]
    except OSError:
        return [_gap(folder, "unreadable", "文件夹打不开；请检查权限后再查")]


def _look(entry: Path) -> Path | Gap | Skipped:
    if entry.name == CONFIG_FILE or (_is_folder(entry) and entry.name.startswith(".")):
        return Skipped(entry)
    if _is_folder(entry):
        return _gap(entry, "linked-folder", "指向文件夹的链接没有进入；需要时请直接检查它")
    if not stat.S_ISREG(_mode(entry)):
        return _gap(entry, "not-a-file", "不是普通文件（管道、设备等），没有打开")
    return entry


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(_mode(path))


def _gap(path: Path, cause: str, message: str) -> Gap:
    return Gap(path=str(path), cause=cause, message=message)


def _mode(path: Path) -> int:
    """Give the mode of what a path leads to; what cannot be looked at passes for a file, and fails as one."""
    try:
        return path.stat().st_mode
    except OSError:
        return stat.S_IFREG


def _is_missing(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
