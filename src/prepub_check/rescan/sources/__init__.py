"""SOURCE on the command line → the pages behind it: a row for each kind of source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ...config import Config
from ...model import Gap
from ..page import Page, Unchanged, Validators

Items = Iterator[Page | Gap | Unchanged]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a source is asked for: ``where`` as the user wrote it, and what the run can tell it.

    ``known`` gives what a server said of a page that need not come again, ``folder`` is the state's, for
    what a source must remember itself.
    """

    where: str
    config: Config
    known: Callable[[str], Validators | None]
    folder: Path


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source: what people call it, what is one, and the module whose ``pages`` gives its pages.

    A module may have a ``count`` too: how many pages there are, for the bar of progress.
    """

    title: str
    fits: Callable[[str], bool]
    module: str


# The first that fits has it.
SOURCES: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "directory": Kind("文件夹", lambda where: Path(where).is_dir(), ".directory"),
    }
)


def kind_of(where: str) -> Kind | None:
    """Give the kind of source that a word on the command line leads to, or None."""
    return next((kind for kind in SOURCES.values() if kind.fits(where)), None)


def pages_of(kind: Kind, wanted: Wanted) -> Items:
    """Give the pages of a source in a stable order, and what it could not give."""
    items: Items = import_module(kind.module, __package__).pages(wanted)
    return items


def count_of(kind: Kind, wanted: Wanted) -> int | None:
    """Give how many pages a source has, where that is quickly told."""
    count = getattr(import_module(kind.module, __package__), "count", None)
    return count(wanted) if count else None
