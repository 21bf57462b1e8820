"""Tables of an OpenDocument spreadsheet, or of the chart or slide that holds one (§9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ..called import called
from ..grid import Cell, Row, grid_part
from ..markup import words
from ..numbers import inexact, plain
from ..strands import Mark
from ..texts import joined, lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ...model import PartKind
    from .opening import Opening

_GROUPS: Final = words(
    "table-header-rows table-rows table-row-group table-header-columns table-columns table-column-group"
)
_CELLS: Final = ("table-cell", "covered-table-cell")
_UNSEEN: Final = ("collapse", "filter")
_SAYING: Final = re.compile(r"[\"\[]|[0-9]{5}")
_LONGEST_TITLE: Final = 12
_WORDS: Final = words(
    "name formula condition expression title href string-value connection-resource url display-name"
)


class Sheet(NamedTuple):
    """A table being read: what it is called, and which columns of it are hidden."""

    title: str
    kind: PartKind
    hidden: frozenset[int]


def read_sheet(opening: Opening, table: Element, *, cache: bool = False) -> None:
    """Read one sheet; one that is hidden is hidden with all that is in it."""
    name = opening.value(table, "name")
    if not cache:
        opening.strands.of("attribute", "工作表名称").line(name, Mark("工作表名称"))
    look = opening.looks.get(opening.value(table, "style-name"))
    gone = look is not None and look.hidden
    kind: PartKind = "cache" if cache else "hidden" if gone else "cell"
    sheet = Sheet(called(name), kind, frozenset(_hidden_columns(opening, table)))
    shown: list[Row] = []
    hidden: list[Row] = []
    for number, row in _rows(opening, table):
        unseen = opening.value(row, "visibility") in _UNSEEN
        cells = list(_cells(opening, row, number, sheet))
        _keep(
            hidden if unseen else shown,
            number,
            [cell for cell in cells if unseen or cell.column not in sheet.hidden],
        )
        _keep(hidden, number, [] if unseen else [cell for cell in cells if cell.column in sheet.hidden])
    veil = "隐藏的工作表" if gone else ""
    label = f"{opening.title} 的数据" if cache else f"{veil or '工作表'}“{sheet.title}”"
    _put(opening, shown, kind, label, title=None if cache else sheet.title, veil=label if cache else veil)
    _put(
        opening,
        _under(hidden, shown),
        "hidden",
        f"工作表“{sheet.title}”的隐藏行列",
        title=sheet.title,
        veil="隐藏行列",
    )
    _beside(opening, table, sheet)


def _put(
    opening: Opening, rows: list[Row], kind: PartKind, label: str, *, title: str | None, veil: str
) -> None:
    part = grid_part(rows, opening.path, kind, label, sheet=title, place=veil)
    if part is not None:
        opening.strands.put(part)


def _keep(rows: list[Row], number: int, cells: list[Cell]) -> None:
    if cells:
        rows.append(Row(number, cells))


def _under(rows: list[Row], shown: list[Row]) -> list[Row]:
    """Give hidden rows under the row that names their columns."""
    if not rows or not shown or rows[0].number <= shown[0].number:
        return rows
    titles = all(
        len(cell.text) <= _LONGEST_TITLE and not any(map(str.isdigit, cell.text)) for cell in shown[0].cells
    )
    return [shown[0], *rows] if titles else rows


def _hidden_columns(opening: Opening, table: Element) -> Iterator[int]:
    column = 1
    for item in _members(opening, table, ("table-column",)):
        count = _count(opening, item, "number-columns-repeated")
        if opening.value(item, "visibility") in _UNSEEN:
            yield from range(column, min(column + count, 16385))
        column += count


def _rows(opening: Opening, table: Element) -> Iterator[tuple[int, Element]]:
    number = 1
    for row in _members(opening, table, ("table-row",)):
        yield number, row
        number += _count(opening, row, "number-rows-repeated")


def _members(opening: Opening, parent: Element, wanted: tuple[str, ...]) -> Iterator[Element]:
    for child in parent:
        name = opening.names[child.tag]
        if name in wanted:
            yield child
        elif name in _GROUPS:
            yield from _members(opening, child, wanted)


def _cells(opening: Opening, row: Element, number: int, sheet: Sheet) -> Iterator[Cell]:
    column = 1
    for cell in _members(opening, row, _CELLS):
        text = _text(opening, cell, number, column, sheet)
        if text:
            yield Cell(column, text)
        column += _count(opening, cell, "number-columns-repeated")


def _text(opening: Opening, cell: Element, row: int, column: int, sheet: Sheet) -> str:
    if not len(cell) and not cell.attrib:
        return ""
    mark = Mark("", row=row, cell=column, sheet=sheet.title)
    formula = opening.value(cell, "formula")
    if _SAYING.search(formula):
        opening.strands.of("attribute", f"工作表“{sheet.title}”的公式").line(
            formula, mark._replace(name="公式")
        )
    texts = []
    for child in cell:
        name = opening.names[child.tag]
        if name == "p":
            texts.append(joined(child, opening.names))
            _link(opening, child, mark)
        elif name == "annotation":
            _annotation(opening, child, mark)
        else:
            _drawn(opening, child, mark)
    if opening.value(cell, "value-type") in ("float", "currency"):
        value = plain(opening.value(cell, "value"))
        if inexact(value):
            opening.package.tell(
                f"{mark.located(opening.path)} 的长数字按数值存放，第 15 位以后已经失真，"
                "无法核对号码；请找到原始数据，按文本格式重新录入后再检查"
            )
        return value
    return "\n".join(texts) or opening.value(cell, "string-value")


def _link(opening: Opening, paragraph: Element, mark: Mark) -> None:
    for item in paragraph.iter():
        if target := opening.value(item, "href"):
            opening.strands.of("attribute", "链接目标").line(target, mark._replace(name="链接目标"))


def _annotation(opening: Opening, note: Element, mark: Mark) -> None:
    author = next((item.text or "" for item in note if opening.names[item.tag] == "creator"), "")
    opening.author("批注作者", author)
    label = f"批注（{called(author)}）" if author else "批注"
    for item in note:
        if opening.names[item.tag] not in ("creator", "date", "creator-initials"):
            for text in lines(item, opening.names):
                opening.strands.of("comment", "批注").line(text, mark._replace(name=label))


def _drawn(opening: Opening, shape: Element, mark: Mark) -> None:
    part = f"工作表“{mark.sheet}”的图形"
    for text in lines(shape, opening.names):
        opening.strands.of("body", part).line(text, mark._replace(name="图形"))
    _said(opening, shape, part, mark._replace(name="图形"))


def _beside(opening: Opening, table: Element, sheet: Sheet) -> None:
    for child in table:
        name = opening.names[child.tag]
        if name == "shapes":
            _drawn(opening, child, Mark(sheet=sheet.title))
        elif name not in (*_GROUPS, "table-row", "table-column"):
            _said(opening, child, f"工作表“{sheet.title}”的设置", Mark("工作表设置", sheet=sheet.title))


def read_beside(opening: Opening, element: Element) -> None:
    """Read what a spreadsheet defines besides its sheets: names, checks of data, links, old contents."""
    name = opening.names[element.tag]
    kind: PartKind = "revision" if name == "tracked-changes" else "attribute"
    title = _TITLES.get(name, "工作簿设置")
    _said(opening, element, title, Mark(title))
    for text in lines(element, opening.names):
        opening.strands.of(kind, "共享工作簿的修订" if kind == "revision" else title).line(text, Mark(title))


_TITLES: Final = {
    "named-expressions": "定义的名称",
    "content-validations": "数据验证",
    "tracked-changes": "共享工作簿的修订",
    "data-pilot-tables": "数据透视表",
    "database-ranges": "数据区域",
    "dde-links": "外部链接",
}


def _said(opening: Opening, element: Element, part: str, mark: Mark) -> None:
    for item in element.iter():
        for key, value in item.attrib.items():
            if opening.names[key] in _WORDS and value.strip():
                opening.strands.of("attribute", part).line(value, mark)


def _count(opening: Opening, element: Element, name: str) -> int:
    value = opening.value(element, name)
    return int(value) if value.isdecimal() and len(value) < 8 and value.strip("0") else 1  # noqa: PLR2004
