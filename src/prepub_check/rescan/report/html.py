"""The follow-up as one web page that needs nothing else: no script, no style or picture from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import IO, Final

from ...writers.display import visible
from .followup import BLANK_TITLES, TASK_TITLES, Blank, Followup, Task, headline

_HEAD: Final = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>复查报告</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { font: 15px/1.6 sans-serif; margin: 2em; color: #222 }
table { border-collapse: collapse; width: 100%; margin-bottom: 2em }
th, td { border: 1px solid #bbb; padding: .3em .5em; text-align: left; vertical-align: top }
td { overflow-wrap: anywhere }
th { background: #f0f0f0; position: sticky; top: 0 }
</style></head><body>
<h1>复查报告</h1>
"""


def write(followup: Followup, file: IO[bytes]) -> None:
    """Write the page piece by piece."""
    for piece in _pieces(followup):
        file.write(piece.encode("utf-8", "backslashreplace"))


def _pieces(followup: Followup) -> Iterator[str]:
    yield _HEAD
    yield from (f"<p>{_text(line)}</p>\n" for line in headline(followup))
    yield from _table("请网站管理员处理", TASK_TITLES, followup.tasks())
    yield from _table("上次有、本次没有再查到", TASK_TITLES, followup.closed())
    yield from _table("没能查到的内容", BLANK_TITLES, followup.blanks())
    yield "</body></html>\n"


def _table(title: str, titles: Task | Blank, rows: Iterable[Task | Blank]) -> Iterator[str]:
    yield f"<h2>{title}</h2>\n<table><thead>{_row(titles, 'th')}</thead><tbody>\n"
    yield from (_row(row, "td") for row in rows)
    yield "</tbody></table>\n"


def _row(cells: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{_text(cell)}</{tag}>" for cell in cells) + "</tr>\n"


def _text(text: str) -> str:
    return escape(visible(text))
