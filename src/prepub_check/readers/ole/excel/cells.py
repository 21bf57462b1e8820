"""The cells of a workbook, by xlrd, the one library that also tells what is hidden and commented."""

from __future__ import annotations

import io
from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import xlrd

from ...called import called, signed
from ...grid import Cell, Row, grid_part, set_apart, under_header
from ...strands import Mark
from ...veils import in_cell, kind_of

if TYPE_CHECKING:
    from ....model import PartKind
    from ..reading import Reading

_VEILED: Final = MappingProxyType({1: "隐藏的工作表", 2: "深度隐藏的工作表"})
_GONE: Final = "隐藏行列"
_SOLID, _AUTOMATIC, _BLACK = 1, 0x7FFF, "000000"


def read_cells(stream: bytes, reading: Reading) -> set[str]:
    """Read every sheet, hidden or not, and give the texts of comments; raises what xlrd raises."""
    book = xlrd.open_workbook(
        file_contents=stream, logfile=io.StringIO(), formatting_info=True, ragged_rows=True, on_demand=True
    )
    notes: set[str] = set()
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        reading.strands.of("attribute", "工作表名称").line(sheet.name, Mark("工作表名称"))
        _read_sheet(book, sheet, reading)
        notes.update(_read_notes(sheet, reading))
        _read_links(sheet, reading)
        book.unload_sheet(number)
    for name in book.name_obj_list:
        if name.result is not None or name.raw_formula:
            _read_name(name, reading)
    return notes


def _read_sheet(book: Any, sheet: Any, reading: Reading) -> None:
    title, veil = called(sheet.name), _VEILED.get(sheet.visibility, "")
    rows = _sorted(book, sheet)
    shown = rows.pop("", [])
    _put(
        reading, shown, "hidden" if veil else "cell", f"{veil or '工作表'}“{title}”", Mark(veil, sheet=title)
    )
    for hider, hidden in rows.items():
        name, mark = f"工作表“{title}”的{hider}", Mark(hider, sheet=title)
        _put(reading, under_header(hidden, shown), kind_of(hider), name, mark)


def _put(reading: Reading, rows: list[Row], kind: PartKind, name: str, mark: Mark) -> None:
    part = grid_part(rows, reading.path, kind, name, sheet=mark.sheet, place=mark.name)
    if part is not None:
        reading.strands.put(part)


def _sorted(book: Any, sheet: Any) -> dict[str, list[Row]]:
    """Give the rows by what hides their cells; the empty name stands for what shows."""
    columns = {number for number, info in sheet.colinfo_map.items() if info.hidden}
    lost = {number for number, info in sheet.rowinfo_map.items() if info.hidden}
    veils = [_veil(book, form) for form in book.xf_list]
    rows: dict[str, list[Row]] = {}
    for number in range(sheet.nrows):
        for column, text in _texts(book, sheet, number):
            if text:
                gone = number in lost or column in columns
                veil = _GONE if gone else veils[sheet.cell_xf_index(number, column)]
                set_apart(rows, veil, number + 1, Cell(column + 1, text))
    return rows


def _veil(book: Any, form: Any) -> str:
    """Name text in the colour of its fill (MS-XLS §2.5.129)."""
    ink = book.font_list[form.font_index].colour_index
    fill = form.background
    ground = _rgb(book, fill.pattern_colour_index)
    if fill.fill_pattern != _SOLID and ground != _rgb(book, fill.background_colour_index):
        ground = ""
    return in_cell(_BLACK if ink == _AUTOMATIC else _rgb(book, ink), ground if fill.fill_pattern else None)


def _rgb(book: Any, index: int) -> str:
    return "".join(f"{part:02X}" for part in book.colour_map.get(index) or ())


def _texts(book: Any, sheet: Any, row: int) -> Iterator[tuple[int, str]]:
    kinds, values = sheet.row_types(row), sheet.row_values(row)
    for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
        yield column, _text(book, kind, value)


def _text(book: Any, kind: int, value: Any) -> str:
    if kind == xlrd.XL_CELL_DATE:
        return _date(value, book.datemode)
    if kind == xlrd.XL_CELL_NUMBER:
        return number(value)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind == xlrd.XL_CELL_ERROR:
        return ""
    return str(value)


def _date(value: float, mode: int) -> str:
    try:
        moment = xlrd.xldate.xldate_as_datetime(value, mode)
    except (ValueError, OverflowError, xlrd.xldate.XLDateError):
        return number(value)
    return f"{moment:%Y-%m-%d %H:%M:%S}".removesuffix(" 00:00:00")


def number(value: float) -> str:
    """Give a number as a sheet shows it without a format.

    >>> number(13800138000.0), number(0.5), number(1.10105199003078e17)
    ('13800138000', '0.5', '110105199003078000')
    """
    return f"{value:.0f}" if value == value // 1 else f"{value:.15g}"


def _read_notes(sheet: Any, reading: Reading) -> Iterator[str]:
    for (row, column), note in sorted(sheet.cell_note_map.items()):
        author = note.author or ""
        reading.author("批注作者", author)
        mark = Mark(signed("批注", author), row=row + 1, cell=column + 1, sheet=called(sheet.name))
        reading.strands.of("comment", "批注").line(note.text, mark)
        yield note.text


def _read_links(sheet: Any, reading: Reading) -> None:
    for link in sheet.hyperlink_list:
        for text in (link.url_or_path, link.textmark, link.quicktip):
            told = text.decode("gb18030", "replace") if isinstance(text, bytes) else text or ""
            if told:
                mark = Mark("链接目标", sheet=called(sheet.name))
                reading.strands.of("attribute", "链接目标").line(told, mark)


def _read_name(name: Any, reading: Reading) -> None:
    value = getattr(name.result, "value", None)
    told = f"{name.name}：{value}" if isinstance(value, str | float) else name.name
    if not name.builtin:
        reading.strands.of("attribute", "定义的名称").line(told, Mark("定义的名称"))
