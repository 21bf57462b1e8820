"""A workbook: its sheets in order, names, and what it keeps of other files (§18.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...strands import Mark
from .formats import read_formats
from .notes import read_people
from .strings import read_strings
from .worksheet import Book, read_sheet

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..reading import Reading


def read_workbook(reading: Reading, name: str, root: Element) -> None:
    """Read a workbook: every sheet that it lists, hidden or not, then what it defines."""
    styles = reading.tree(reading.find(name, "styles", "xl/styles.xml"))
    book = reading.book = Book(
        read_strings(reading, reading.find(name, "sharedStrings", "xl/sharedStrings.xml")),
        {} if styles is None else read_formats(styles, reading.names),
        macintosh=any(
            reading.names[item.tag] == "workbookPr" and item.get("date1904") in ("1", "true") for item in root
        ),
    )
    people = reading.find(name, "person", "xl/persons/person.xml")
    if (tree := reading.tree(people)) is not None:
        read_people(reading, people, tree)
    relations = reading.relations(name)
    for item in root.iter():
        match reading.names[item.tag]:
            case "sheet":
                key = next((value for key, value in item.attrib.items() if reading.names[key] == "id"), "")
                target = relations.get(key)
                reading.strands.of("attribute", "工作表名称").line(item.get("name", ""), Mark("工作表名称"))
                if target is not None and target.target not in reading.seen and target.type == "worksheet":
                    read_sheet(reading, target.target, item.get("name", ""), item.get("state", ""), book)
                elif target is not None:
                    reading.sheets[target.target] = item.get("name", "")
            case "definedName":
                line = f"{item.get('name', '')}：{item.text or ''}"
                reading.strands.of("attribute", "定义的名称").line(line, Mark("定义的名称"))
                if item.get("comment"):
                    reading.strands.of("attribute", "定义的名称").line(
                        item.get("comment", ""), Mark("定义的名称")
                    )
            case "fileSharing":
                reading.author("写保护者", item.get("userName", ""))
            case "absPath":
                reading.strands.property("保存路径", item.get("url", ""))


def read_lost_sheet(reading: Reading, name: str, root: Element) -> None:
    """Read a sheet that no workbook lists."""
    del root
    reading.seen.discard(name)
    title = reading.sheets.get(name, name)
    read_sheet(reading, name, title, "hidden", reading.book or Book((), {}, macintosh=False))
