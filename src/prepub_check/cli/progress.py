"""A progress bar for work that takes longer than one likes to wait in silence."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

_PATIENCE: Final = 2.0
_CELLS: Final = 24

Item = TypeVar("Item")


def track(
    items: Iterable[Item],
    total: int,
    label: str,
    stream: TextIO | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Item]:
    """Give the items one by one; after two seconds show on a terminal how many are done.

    ``stream`` is standard error unless given.
    """
    stream = stream or sys.stderr
    shown = total > 1 and stream.isatty()
    start, drawn = clock(), ""
    try:
        for number, item in enumerate(items):
            if shown and clock() - start > _PATIENCE:
                drawn = _draw(label, number, total)
                stream.write(f"\r{drawn}")
                stream.flush()
            yield item
    finally:
        if drawn:
            stream.write("\r" + " " * (len(drawn) + len(label)) + "\r")
            stream.flush()


def _draw(label: str, done: int, total: int) -> str:
    cells = _CELLS * done // total
    return f"{label} [{'#' * cells}{'.' * (_CELLS - cells)}] {done}/{total}"
