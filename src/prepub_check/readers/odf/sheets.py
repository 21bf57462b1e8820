"""Tables of an OpenDocument spreadsheet, or of a chart that keeps one (§9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ..called import called
from ..conditions import Held
from ..counts import natural
from ..grid import Cell, Row, grid_part, set_apart, under_header
from ..markup import words
from ..numbers import INEXACT
from ..strands import Mark
from ..texts import lines
from ..veils import kind_of
from .cells import Cells, said
from .looks import Look
from .rules import read_rules, veil_of

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
_LAST_COLUMN: Final = 16384
_AMOUNTS: Final = ("float", "currency", "percentage")
_GONE: Final = "隐藏行列"
_TITLES: Final = {
    "named-expressions": "定义的名称",
    "content-validations": "数据验证",
    "tracked-changes": "共享工作簿的修订",
    "data-pilot-tables": "数据透视表",
    "database-ranges": "数据区域",
    "dde-links": "外部链接",
}


class _Line(NamedTuple):
    """A row as it is written: its cells, the style of each (its own, or the row's), and which are numbers."""

    number: int
    cells: list[Cell]
    styles: list[str]
    amounts: list[bool]
    hidden: bool


def read_sheet(opening: Opening, table: Element) -> None:
    """Read one sheet; one that is hidden is hidden with all that is in it."""
    name = opening.names.value(table, "name")
    opening.strands.of("attribute", "工作表名称").line(name, Mark("工作表名称"))
    title = called(name)
    look = opening.looks.get(opening.names.value(table, "style-name"))
    veil = "隐藏的工作表" if look is not None and look.hidden else ""
    cells = Cells(opening, title)
    rows = _split(opening, table, _rows(opening, table, cells, title))
    shown = rows.pop("", [])
    _put(
        opening, shown, "hidden" if veil else "cell", f"{veil or '工作表'}“{title}”", Mark(veil, sheet=title)
    )
    for hider, hidden in rows.items():
        label, mark = f"工作表“{title}”的{hider}", Mark(hider, sheet=title)
        _put(opening, under_header(hidden, shown), kind_of(hider), label, mark)
    _read_settings(opening, table, cells, title)
    if cells.inexact:
        opening.package.tell(INEXACT.format(cells.inexact[0].located(opening.path), len(cells.inexact)))


def read_data(opening: Opening, table: Element, label: str) -> None:
    """Read the table that a chart keeps of the data behind it."""
    cells = Cells(opening, label)
    rows = [Row(line.number, line.cells) for line in _rows(opening, table, cells, label)]
    _put(opening, rows, "cache", label, Mark(label))


def read_beside(opening: Opening, element: Element) -> None:
    """Read what a spreadsheet defines besides its sheets: names, checks of data, links, old contents."""
    name = opening.names[element.tag]
    kind: PartKind = "revision" if name == "tracked-changes" else "attribute"
    title = _TITLES.get(name, "工作簿设置")
    said(opening, element, title, Mark(title))
    for text in lines(element, opening.names):
        opening.strands.of(kind, title).line(text, Mark(title))


def _put(opening: Opening, rows: list[Row], kind: PartKind, label: str, mark: Mark) -> None:
    part = grid_part(rows, opening.path, kind, label, sheet=mark.sheet, place=mark.name)
    if part is not None:
        opening.strands.put(part)


def _split(opening: Opening, table: Element, written: Iterator[_Line]) -> dict[str, list[Row]]:
    """Give the rows by what hides their cells; the empty name stands for what shows."""
    gone, styles = _columns(opening, table)
    rules = read_rules(table, opening.names, opening.looks)
    rows: dict[str, list[Row]] = {}
    for line in written:
        for cell, style, amount in zip(line.cells, line.styles, line.amounts, strict=True):
            if line.hidden or cell.column in gone:
                veil = _GONE
            else:
                look = opening.looks.get(style or styles.get(cell.column, ""), Look())
                veil = veil_of(look, rules, line.number, cell.column, Held(cell.text, number=amount))
            set_apart(rows, veil, line.number, cell)
    return rows


def _columns(opening: Opening, table: Element) -> tuple[set[int], dict[int, str]]:
    """Give the columns that do not show, and the styles that columns give their cells."""
    gone: set[int] = set()
    styles: dict[int, str] = {}
    column = 1
    for item in _members(opening, table, ("table-column",)):
        count = _count(opening, item, "number-columns-repeated")
        covered = range(column, min(column + count, _LAST_COLUMN + 1))
        if opening.names.value(item, "visibility") in _UNSEEN:
            gone.update(covered)
        if style := opening.names.value(item, "default-cell-style-name"):
            styles |= dict.fromkeys(covered, style)
        column += count
    return gone, styles


def _rows(opening: Opening, table: Element, cells: Cells, title: str) -> Iterator[_Line]:
    """Give each row once, however often it is repeated."""
    value = opening.names.value
    number = 1
    for row in _members(opening, table, ("table-row",)):
        line = _Line(number, [], [], [], value(row, "visibility") in _UNSEEN)
        column = 1
        for cell in _members(opening, row, _CELLS):
            if len(cell) or cell.attrib:
                text = cells.text(cell, Mark("", row=number, cell=column, sheet=title))
                if text:
                    line.cells.append(Cell(column, text))
                    line.styles.append(value(cell, "style-name") or value(row, "default-cell-style-name"))
                    line.amounts.append(value(cell, "value-type") in _AMOUNTS)
            column += _count(opening, cell, "number-columns-repeated")
        yield line
        number += _count(opening, row, "number-rows-repeated")


def _members(opening: Opening, parent: Element, wanted: tuple[str, ...]) -> Iterator[Element]:
    for child in parent:
        name = opening.names[child.tag]
        if name in wanted:
            yield child
        elif name in _GROUPS:
            yield from _members(opening, child, wanted)


def _read_settings(opening: Opening, table: Element, cells: Cells, title: str) -> None:
    for child in table:
        name = opening.names[child.tag]
        if name == "shapes":
            cells.drawn(child, Mark(sheet=title))
        elif name not in _GROUPS and name not in ("table-row", "table-column"):
            said(opening, child, f"工作表“{title}”的设置", Mark("工作表设置", sheet=title))


def _count(opening: Opening, element: Element, name: str) -> int:
    return natural(opening.names.value(element, name)) or 1
