"""The follow-up as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import IO

from ...writers.display import visible
from .followup import Blank, Followup, Task, headline

_INDENT = "    "


def write(followup: Followup, file: IO[bytes]) -> None:
    """Write the figures, then what is to be handled page by page, then the rest."""
    for line in _lines(followup):
        file.write(f"{visible(line)}\n".encode("utf-8", "backslashreplace"))


def _lines(followup: Followup) -> Iterator[str]:
    yield from headline(followup)
    sections = (
        ("请网站管理员处理", _tasks(followup.tasks())),
        ("上次有、本次没有再查到", _tasks(followup.closed())),
        ("没能查到的内容", map(_blank, followup.blanks())),
    )
    for title, lines in sections:
        yield from ("", f"【{title}】")
        yield from lines


def _tasks(tasks: Iterator[Task]) -> Iterator[str]:
    for page, found in groupby(tasks, key=lambda task: task[1:5]):
        yield "  ".join(filter(None, page))
        for task in found:
            yield f"{_INDENT}[{task.status}] {task.severity} {task.rule}：{task.shown}（{task.place}）"
            yield f"{_INDENT}{_INDENT}{task.advice}；指纹 {task.fingerprint}"


def _blank(blank: Blank) -> str:
    return f"{'，'.join(filter(None, (blank.address, blank.part)))}：{blank.message} [{blank.cause}]"
