"""The follow-up as a workbook: figures, what is to be handled, what is no more, and what was not examined."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from typing import IO, Any, Final

from ...errors import SourceError
from ...writers.display import visible
from .followup import BLANK_TITLES, TASK_TITLES, Blank, Followup, Task, headline

# What a sheet holds, its line of titles aside; what a cell holds.
_ROWS: Final = 1_048_575
_CHARACTERS: Final = 32_767
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTHS: Final = {"网址或路径": 50, "标题": 40, "怎样处理": 50, "说明": 60, "内容（已遮盖）": 30}


def write(followup: Followup, file: IO[bytes]) -> None:
    """Write the workbook row by row; raises SourceError where the writer of workbooks is not installed.

    Text is text: nothing becomes a formula, a number or a link. A list that is too long for a sheet goes on
    in the next.
    """
    try:
        module: Any = import_module("xlsxwriter")
    except ImportError as error:
        raise SourceError(
            "missing-extra", '写 xlsx 的组件没有安装；请运行 pip install "prepub-check[xlsx]" 后重试'
        ) from error
    with module.Workbook(file, _OPTIONS) as book:
        summary = book.add_worksheet("概况")
        summary.set_column(0, 0, 120)
        for number, line in enumerate(headline(followup)):
            summary.write_string(number, 0, visible(line))
        _sheets(book, "待处理", TASK_TITLES, followup.tasks())
        _sheets(book, "不再查到", TASK_TITLES, followup.closed())
        _sheets(book, "没能查到", BLANK_TITLES, followup.blanks())


def _sheets(book: Any, name: str, titles: Task | Blank, rows: Iterable[Task | Blank]) -> None:
    rest = iter(rows)
    number = 1
    while True:
        sheet = book.add_worksheet(name if number == 1 else f"{name} {number}")
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(titles):
            sheet.set_column(column, column, _WIDTHS.get(title, 16))
        _write_row(sheet, 0, titles)
        at = 0
        for at, row in enumerate(islice(rest, _ROWS), 1):
            _write_row(sheet, at, row)
        if at < _ROWS:
            return
        number += 1


def _write_row(sheet: Any, number: int, cells: Iterable[str]) -> None:
    for column, cell in enumerate(cells):
        sheet.write_string(number, column, visible(cell)[:_CHARACTERS])
