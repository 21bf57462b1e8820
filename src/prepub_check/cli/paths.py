"""Names on the command line → the files to check, and what was left out on the way."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..model import Gap
from ..walk import Skipped, walk


class Found(NamedTuple):
    """Files in a stable order, each once; what could not be entered; what was passed by."""

    files: tuple[Path, ...]
    gaps: tuple[Gap, ...]
    skipped: tuple[Path, ...]


def find_missing(names: Sequence[str]) -> list[str]:
    """Give the names at which there is nothing."""
    return [name for name in names if not name or _is_missing(Path(name))]


def find_files(names: Sequence[str]) -> Found:
    """Take files as they are, and folders with everything that ``walk`` gives below them."""
    items = [item for path in map(Path, names) for item in (walk(path) if _is_folder(path) else [path])]
    return Found(
        files=tuple(dict.fromkeys(Path(item) for item in items if isinstance(item, str | Path))),
        gaps=tuple(item for item in items if isinstance(item, Gap)),
        skipped=tuple(Path(item.path) for item in items if isinstance(item, Skipped)),
    )


def _is_folder(path: Path) -> bool:
    """Say whether there is a folder; what cannot be looked at passes for a file, and fails as one."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def _is_missing(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
