"""Files of one kind: a single one, or those of a folder that holds nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# What programs leave beside their data, such as _SUCCESS, _temporary and .part.crc.
_ASIDE = ("_", ".")


def files_of(where: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Give the file itself, or those of its kind below a folder, in the order of their paths."""
    if not where.is_dir():
        yield where
        return
    yield from sorted(path for path in _below(where) if path.name.lower().endswith(suffixes))


def holds_only(where: Path, suffixes: tuple[str, ...]) -> bool:
    """Tell whether this is a file of a kind, or a folder with such files, and none else, below it."""
    if not where.is_dir():
        return where.name.lower().endswith(suffixes)
    found = False
    for path in _below(where):
        if not path.name.lower().endswith(suffixes):
            return False
        found = True
    return found


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(_ASIDE)]
        yield from (Path(place, name) for name in names if not name.startswith(_ASIDE))
