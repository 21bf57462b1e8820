"""Files on disk as sources."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ..errors import SourceError
from ..model import Source

_CAUSES: Final = MappingProxyType(
    {
        errno.ENOENT: ("missing", "文件不存在；请核对路径和文件名"),
        errno.ENOTDIR: ("missing", "文件不存在：路径中有一段不是文件夹；请核对路径"),
        errno.EACCES: ("permission-denied", "没有读取权限；请取得权限，或复制到可以读取的地方再检查"),
        errno.EPERM: ("permission-denied", "没有读取权限；请取得权限，或复制到可以读取的地方再检查"),
        errno.EISDIR: ("is-directory", "这是文件夹；请指定其中的文件"),
    }
)


def source_at(path: str | os.PathLike[str]) -> Source:
    """Give the file at a path as a source, still to be opened."""
    return Source(printable(os.fspath(path)), path=Path(path))


def opened(source: Source) -> Source:
    """Read a source's file whole, if it has one; raises SourceError, and never waits on a pipe."""
    if source.path is None:
        return source
    try:
        mode = source.path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(mode):
            raise SourceError("not-a-file", "不是普通文件（设备、管道或套接字）；请先存成文件再检查")
        return Source(source.name, source.path.read_bytes())
    except (OSError, ValueError) as error:
        raise _explain(error) from error


def _explain(error: OSError | ValueError) -> SourceError:
    number = error.errno if isinstance(error, OSError) else None
    reason = error.strerror if isinstance(error, OSError) else "路径不合法"
    cause, message = _CAUSES.get(number or 0, ("io-error", f"读取失败（{reason}）；请检查磁盘和网络后重试"))
    return SourceError(cause, message)


def printable(name: str) -> str:
    """Give a file name in characters: one that is no UTF-8 as GBK, most likely from an older system."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name
