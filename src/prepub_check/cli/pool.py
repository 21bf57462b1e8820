"""Many files at once: two processes or more where that pays, their results in the order of the files."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType
from typing import Final

from ..errors import ConfigError
from ..model import Report
from ..pool import Lost, cores, work

# Bytes of files from which a second process saves more than its start costs (measured on two cores).
_PAYS: Final = MappingProxyType({"fork": 8_000_000, "forkserver": 60_000_000, "spawn": 60_000_000})
_FEWEST: Final = 2

Check = Callable[[Path], Report]
_Numbered = tuple[int, str]
_Outcome = Report | ConfigError | Lost


def check_all(files: Sequence[Path], check: Check, lost: Check) -> Iterator[Report]:
    """Give the report of each file, in order; ``lost`` makes that of a file that ended its process."""
    sizes = list(map(_size, files))
    processes = _processes(sizes)
    if processes < _FEWEST:
        yield from map(check, files)
        return
    task = partial(_check, check)
    weigh = partial(_weigh, sizes)
    with closing(work(enumerate(map(str, files)), task, weigh=weigh, processes=processes)) as outcomes:
        for name, outcome in _in_order(outcomes):
            if isinstance(outcome, ConfigError):
                raise outcome
            yield lost(Path(name)) if isinstance(outcome, Lost) else outcome


def _size(path: Path) -> int:
    """Give the bytes of a file; nothing is known of how much another kind of thing will give."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return 0
    return found.st_size if S_ISREG(found.st_mode) else 0


def _processes(sizes: Sequence[int]) -> int:
    """Give how many processes pay: one for each core and file, if there is enough to read."""
    if sum(sizes) < _PAYS[multiprocessing.get_start_method()]:
        return 1
    return min(cores(), len(sizes))


def _check(check: Check, numbered: _Numbered) -> Report | ConfigError:
    """Check a file in another process; what is wrong with the configuration is for all files to hear."""
    try:
        return check(Path(numbered[1]))
    except ConfigError as error:
        return error


def _weigh(sizes: Sequence[int], numbered: _Numbered) -> int:
    return sizes[numbered[0]]


def _in_order(outcomes: Iterable[tuple[_Numbered, _Outcome]]) -> Iterator[tuple[str, _Outcome]]:
    early: dict[int, tuple[str, _Outcome]] = {}
    following = 0
    for (number, name), outcome in outcomes:
        early[number] = name, outcome
        while following in early:
            yield early.pop(following)
            following += 1
