"""What a workbook keeps of other files: values behind links, connections, versions (§18.14, §18.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...counts import natural
from ...grid import Cell, Row, grid_part
from ...places import column_of
from ...strands import Mark
from ...texts import named_values

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..reading import Reading


def read_link(reading: Reading, name: str, root: Element) -> None:
    """Read the values kept of one linked workbook, sheet after sheet."""
    del name
    title = reading.numbered("外部链接缓存")
    rows: list[Row] = []
    for item in root.iter():
        match reading.names[item.tag]:
            case "sheetName" | "definedName":
                text = item.get("val") or f"{item.get('name', '')} {item.get('refersTo', '')}"
                reading.strands.of("attribute", "外部链接").line(text, Mark(title))
            case "row":
                cells = [_cell(reading, cell) for cell in item]
                rows.append(Row(natural(item.get("r", "")), cells))
            case "ddeLink" | "oleLink":
                reading.strands.property("外部链接", " ".join(item.attrib.values()))
    if made := grid_part(rows, reading.path, "cache", title, place=title):
        reading.strands.put(made)


def read_connections(reading: Reading, name: str, root: Element) -> None:
    """Read how the workbook reaches its data: addresses, accounts, commands."""
    del name
    for key, value in named_values(root, reading.names):
        if not value.isdecimal():
            reading.strands.property(key, value, "数据连接")


def read_revisions(reading: Reading, name: str, root: Element) -> None:
    """Read the changes that a shared workbook remembers."""
    del name
    for item in root.iter():
        reading.author("修订作者", item.get("userName", ""))
        if item.text and not item.text.isspace():
            reading.strands.of("revision", "共享工作簿的修订").line(item.text, Mark("共享工作簿的修订"))


def _cell(reading: Reading, cell: Element) -> Cell:
    text = "".join(value.text or "" for value in cell if reading.names[value.tag] == "v")
    return Cell(column_of(cell.get("r", "")), text)
