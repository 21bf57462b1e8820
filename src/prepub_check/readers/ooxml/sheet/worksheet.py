"""One sheet of a workbook: its cells as one part, and whatever else it says."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from ....errors import SourceError
from ...called import called
from ...counts import natural
from ...grid import Row, grid_part, under_header
from ...markup import words
from ...numbers import INEXACT
from ...places import column_of
from ...strands import Mark
from ...veils import kind_of
from .cells import Cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....model import PartKind
    from ..reading import Reading
    from .formats import Styles

_VEILED: Final = MappingProxyType({"hidden": "隐藏的工作表", "veryHidden": "深度隐藏的工作表"})
_SAYING: Final = re.compile(r"[\"\[]|[0-9]{5}")
_WORDS: Final = words(
    "prompt promptTitle error errorTitle display tooltip comment user name val codeName formula"
)
_PAGES: Final = MappingProxyType({"odd": "", "even": "（偶数页）", "first": "（首页）"})
_PAGE: Final = re.compile(r"(odd|even|first)(Header|Footer)")
_CODES: Final = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|[0-9]{1,2}|[A-Z])')


class Book(NamedTuple):
    """What the sheets of a workbook share."""

    strings: Sequence[str]
    styles: Styles
    macintosh: bool


def read_sheet(reading: Reading, name: str, title: str, state: str, book: Book) -> None:
    """Read one sheet; one that is hidden is hidden with all that is in it."""
    cells = Cells(book.strings, book.styles, macintosh=book.macintosh)
    try:
        if not cells.parse(reading.take(name)):
            reading.package.damaged(name)
    except SourceError as error:
        reading.package.gap(error.cause, f"{name}：{error}", name)
    title = called(title)
    veil = _VEILED.get(state, "")
    _put(reading, cells.rows, "hidden" if veil else "cell", title, veil)
    for hider, rows in cells.hidden.items():
        _put(reading, under_header(rows, cells.rows), kind_of(hider), title, hider)
    _beside(reading, cells, title)
    _warn(reading, cells, title)
    for relation in reading.relations(name).values():
        reading.sheets.setdefault(relation.target, title)


def _put(reading: Reading, rows: Sequence[Row], kind: PartKind, title: str, veil: str) -> None:
    name = f"{veil or '工作表'}“{title}”" if "工作表" in veil or not veil else f"工作表“{title}”的{veil}"
    part = grid_part(rows, reading.path, kind, name, sheet=title, place=veil)
    if part is not None:
        reading.strands.put(part)


def _beside(reading: Reading, cells: Cells, title: str) -> None:
    formulas = reading.strands.of("attribute", f"工作表“{title}”的公式")
    for row, column, formula in cells.formulas:
        if _SAYING.search(formula):
            formulas.line(f"={formula}", Mark("公式", row=row, cell=column, sheet=title))
    for element, key, value in cells.said:
        if page := _PAGE.fullmatch(element):
            kind, label = ("header", "页眉") if page[2] == "Header" else ("footer", "页脚")
            _header(reading, kind, label + _PAGES[page[1]], title, value)  # type: ignore[arg-type]
        elif not key or key.rpartition(":")[2] in _WORDS:
            place = Mark(_TITLES.get(element, "工作表设置"), sheet=title)
            reading.strands.of("attribute", f"工作表“{title}”的设置").line(value, place)


_TITLES: Final = MappingProxyType(
    {
        "formula1": "数据验证",
        "formula2": "数据验证",
        "dataValidation": "数据验证",
        "hyperlink": "链接提示",
        "filter": "筛选条件",
        "customFilter": "筛选条件",
        "scenario": "方案",
        "inputCells": "方案",
        "formula": "条件格式",
    }
)


def _header(reading: Reading, kind: PartKind, label: str, title: str, value: str) -> None:
    for section in re.split(r"&[LCR]", value):
        text = _CODES.sub("", section).replace("&&", "&")
        if text.strip():
            reading.strands.of(kind, f"工作表“{title}”的{label}").line(text, Mark(label, sheet=title))


def _warn(reading: Reading, cells: Cells, title: str) -> None:
    if cells.inexact:
        row, column = cells.inexact[0]
        place = Mark(row=row, cell=column, sheet=title).located(reading.path)
        reading.package.tell(INEXACT.format(place, len(cells.inexact)))


def cell_mark(reference: str, name: str, sheet: str) -> Mark:
    """Give the place of a cell, or of the first cell of a range, by its name."""
    letters = re.match(r"\$?([A-Z]+)\$?([0-9]+)", reference)
    if letters is None:
        return Mark(name, sheet=sheet or None)
    return Mark(name, row=natural(letters[2]), cell=column_of(letters[1]), sheet=sheet or None)
