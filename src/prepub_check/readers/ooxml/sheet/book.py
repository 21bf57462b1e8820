"""A workbook: its sheets in order, names, and what it keeps of other files (§18.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...called import called
from ...strands import Mark
from .formats import Styles, read_styles
from .notes import read_people
from .strings import read_strings
from .worksheet import Book, read_sheet

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..reading import Reading, Relation


def read_workbook(reading: Reading, name: str, root: Element) -> None:
    """Read a workbook: every sheet that it lists, hidden or not, then what it defines."""
    book = reading.book = _shared(reading, name, root)
    people = reading.find(name, "person", "xl/persons/person.xml")
    if (tree := reading.tree(people)) is not None:
        read_people(reading, people, tree)
    relations = reading.relations(name)
    for item in root.iter():
        match reading.names[item.tag]:
            case "sheet":
                _read_listed(reading, item, relations.get(reading.names.value(item, "id")), book)
            case "definedName":
                _say(reading, "定义的名称", f"{item.get('name', '')}：{item.text or ''}")
                _say(reading, "定义的名称", item.get("comment", ""))
            case "fileSharing":
                reading.author("写保护者", item.get("userName", ""))
            case "absPath":
                reading.strands.property("保存路径", item.get("url", ""))


def _shared(reading: Reading, name: str, root: Element) -> Book:
    styles = reading.tree(reading.find(name, "styles", "xl/styles.xml"))
    return Book(
        read_strings(reading, reading.find(name, "sharedStrings", "xl/sharedStrings.xml")),
        Styles() if styles is None else read_styles(styles, reading.names),
        macintosh=any(
            reading.names[item.tag] == "workbookPr" and item.get("date1904") in ("1", "true") for item in root
        ),
    )


def _read_listed(reading: Reading, item: Element, relation: Relation | None, book: Book) -> None:
    title = item.get("name", "")
    _say(reading, "工作表名称", title)
    if relation is None or relation.target in reading.seen:
        return
    if relation.type == "worksheet":
        read_sheet(reading, relation.target, title, item.get("state", ""), book)
    else:
        reading.sheets[relation.target] = called(title)


def _say(reading: Reading, title: str, text: str) -> None:
    if text.strip():
        reading.strands.of("attribute", title).line(text, Mark(title))


def read_lost_sheet(reading: Reading, name: str, root: Element) -> None:
    """Read a sheet that no workbook lists."""
    del root
    reading.seen.discard(name)
    title = reading.sheets.get(name, name)
    read_sheet(reading, name, title, "hidden", reading.book or Book((), Styles(), macintosh=False))
