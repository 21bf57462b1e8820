"""SOURCE on the command line → the pages behind it: a row for each kind of source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Final

from ...config import Config
from ...errors import SourceError
from ...model import Gap
from ..page import Page, Unchanged, Validators
from .files import holds_only

Items = Iterator[Page | Gap | Unchanged]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a source is asked for: ``where`` as the user wrote it, perhaps with a password, never to be shown.

    ``known`` gives what a server said of a page that need not come again, ``folder`` is the state's, for
    what a source must remember itself.
    """

    where: str = field(repr=False)
    config: Config
    known: Callable[[str], Validators | None]
    folder: Path


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source: what people call it, what is one, and the module whose ``pages`` gives its pages.

    A module may have a ``count`` too: how many pages there are, for the bar of progress. ``extra`` is the
    optional install that its libraries come with.
    """

    title: str
    fits: Callable[[str], bool]
    module: str
    extra: str = ""


_SITE: Final = re.compile(r"https?://", re.IGNORECASE)
_DATABASE: Final = re.compile(r"[a-z0-9_]+(?:\+[a-z0-9_]+)?://", re.IGNORECASE)
_ARCHIVES: Final = (
    ".zip", ".tar", ".tgz", ".tar.gz", ".tbz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz",
)  # fmt: skip


def _is_file(where: str) -> bool:
    return where.lower().endswith(_ARCHIVES) and Path(where).is_file()


def _holds(*suffixes: str) -> Callable[[str], bool]:
    return lambda where: Path(where).exists() and holds_only(Path(where), suffixes)


# The first that fits has it.
SOURCES: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "site": Kind("网址", lambda where: bool(_SITE.match(where)), ".site", "site"),
        "database": Kind("数据库地址", lambda where: bool(_DATABASE.match(where)), ".database", "database"),
        "warc": Kind("WARC 文件或其文件夹", _holds(".warc", ".warc.gz"), ".warc", "warc"),
        "parquet": Kind("Parquet 文件或其文件夹", _holds(".parquet"), ".parquet", "parquet"),
        "archive": Kind("zip、tar 压缩包", _is_file, ".archive"),
        "directory": Kind("文件夹", lambda where: Path(where).is_dir(), ".directory"),
    }
)


def kind_of(where: str) -> Kind | None:
    """Give the kind of source that a word on the command line leads to, or None."""
    return next((kind for kind in SOURCES.values() if kind.fits(where)), None)


def pages_of(kind: Kind, wanted: Wanted) -> Items:
    """Give the pages of a source in a stable order, and what it could not give.

    Raises SourceError, at once or at the first item, where nothing can be asked of the source.
    """
    items: Items = _module(kind).pages(wanted)
    return items


def count_of(kind: Kind, wanted: Wanted) -> int | None:
    """Give how many pages a source has, where that is quickly told."""
    count = getattr(_module(kind), "count", None)
    return count(wanted) if count else None


def _module(kind: Kind) -> ModuleType:
    try:
        return import_module(kind.module, __package__)
    except ImportError as error:
        install = f'pip install "prepub-check[{kind.extra}]"'
        raise SourceError(
            "missing-extra", f"读{kind.title}的组件没有安装；请运行 {install} 后重试"
        ) from error
