"""A folder on a file system that renames whole folders: this machine's, a shared mount, or HDFS."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyarrow.fs import FileSelector, FileSystem, FileType

from ...errors import SourceError

_SCHEMES: Final = ("", "file", "hdfs", "viewfs")
_PATTERN: Final = frozenset("*?[]{}")  # Spark takes a path that holds one of these for many paths
_RUN: Final = "run-"
_STAGING: Final = ".staging"
_KEPT: Final = 2


@dataclass(frozen=True, slots=True)
class Folder:
    """Where something is: ``path`` inside ``files``, which Spark knows under ``prefix``."""

    files: FileSystem
    path: str
    prefix: str

    def uri(self, *names: str) -> str:
        """Give the address of the folder, or of what is in it, as Spark takes it."""
        return "/".join((self.prefix + self.path, *names))

    def committed(self) -> list[str]:
        """Give the names of the runs that were committed, oldest first."""
        found = self.files.get_file_info(FileSelector(self.path, allow_not_found=True))
        return sorted(
            each.base_name
            for each in found
            if each.type == FileType.Directory and each.base_name.startswith(_RUN)
        )

    def stage(self) -> str:
        """Give the name of an empty folder for a run in the making; what a crash left is removed."""
        self._remove(_STAGING)
        self.files.create_dir(f"{self.path}/{_STAGING}")
        return _STAGING

    def next(self) -> str:
        """Give the name of the run after the newest."""
        runs = self.committed()
        return f"{_RUN}{int(runs[-1].removeprefix(_RUN)) + 1 if runs else 1:06}"

    def commit(self, table: str, run: str) -> None:
        """Make a finished table a run, by one rename; the run before it is kept, older ones are removed."""
        self.files.move(f"{self.path}/{table}", f"{self.path}/{run}")
        for name in (_STAGING, *self.committed()[:-_KEPT]):
            self._remove(name)

    def _remove(self, name: str) -> None:
        if self.files.get_file_info(f"{self.path}/{name}").type == FileType.Directory:
            self.files.delete_dir(f"{self.path}/{name}")


def locate(place: str) -> Folder:
    """Give what a path or an address stands for; raises SourceError where that cannot be reached."""
    place = place.rstrip("/")
    scheme, _, rest = place.rpartition("://")
    if scheme not in _SCHEMES or not _PATTERN.isdisjoint(place):
        raise SourceError(
            "unreachable", f"{place} 不能用；请用共享目录的路径或 hdfs:// 地址，不能含方括号、花括号、* 和 ?"
        )
    try:
        files, path = FileSystem.from_uri(place if scheme else str(Path(rest).absolute()))
    except (OSError, ValueError) as error:
        raise SourceError("unreachable", f"打不开 {place}；请检查地址，HDFS 需要 libhdfs") from error
    prefix = place.removesuffix(path) if scheme else "file://"
    return Folder(files, path.rstrip("/"), prefix)
