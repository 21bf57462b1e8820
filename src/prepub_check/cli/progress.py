"""A progress bar for work that takes longer than one likes to wait in silence."""

from __future__ import annotations

import datetime as dt
import sys
import time
from typing import TYPE_CHECKING, Final, TypeVar

from ..writers.display import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

_PATIENCE: Final = 2.0
_CELLS: Final = 24
_OFTEN: Final = 0.1

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


class Meter:
    """A line on a terminal: how many are done, how fast, and how long the rest will take at that rate.

    ``total`` is None where nobody knows it.
    """

    def __init__(
        self,
        total: int | None,
        label: str,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total, self._label = total, label
        self._stream, self._clock = stream or sys.stderr, clock
        self._start = self._drawn = clock()
        self._width = 0

    def show(self, done: int) -> None:
        """Draw the line, at most ten times a second and not before two seconds have gone."""
        now = self._clock()
        if now - self._start < _PATIENCE or now - self._drawn < _OFTEN or not self._stream.isatty():
            return
        self._drawn = now
        line = self._line(done, done / (now - self._start))
        self._stream.write("\r" + line + " " * (self._width - width(line)))
        self._width = width(line)
        self._stream.flush()

    def clear(self) -> None:
        """Leave the line empty."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()

    def _line(self, done: int, rate: float) -> str:
        if not self._total or done > self._total:
            return f"{self._label} {done}，每秒 {rate:.0f}"
        rest = dt.timedelta(seconds=round((self._total - done) / rate)) if rate else "未知"
        return f"{_draw(self._label, done, self._total)}，每秒 {rate:.0f}，还需 {rest}"
