"""A presentation: its slides in order, hidden or not, with what stands beside them (§19.2, §19.3)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ...counts import natural
from ...strands import Mark
from ..drawing import Drawing
from .notes import read_authors

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ....model import PartKind
    from ..reading import Reading

_ENDLESS: Final = 1 << 62
_NOT_SHOWN: Final = ("0", "false")
_FURNITURE: Final = MappingProxyType(
    {"sldMaster": "母版", "sldLayout": "版式", "notesMaster": "备注母版", "handoutMaster": "讲义母版"}
)


def read_presentation(reading: Reading, name: str, root: Element) -> None:
    """Read the slides in their order, and what the presentation calls its sections and shows."""
    relations = reading.relations(name)
    for part in (*reading.related(name, "commentAuthors"), *reading.related(name, "authors")):
        if (tree := reading.tree(part)) is not None:
            read_authors(reading, part, tree)
    for item in root:
        if reading.names[item.tag] == "sldSz":
            reading.size = natural(item.get("cx", ""), _ENDLESS), natural(item.get("cy", ""), _ENDLESS)
    for item in root.iter():
        match reading.names[item.tag]:
            case "sldId":
                key = next((value for key, value in item.attrib.items() if key.endswith("}id")), "")
                if key in relations:
                    _read_listed(reading, relations[key].target)
            case "section" | "custShow" | "modifyVerifier":
                title = "节与放映名称"
                reading.strands.of("attribute", title).line(item.get("name", ""), Mark(title))


def read_slide(reading: Reading, name: str, root: Element) -> None:
    """Read a slide; one that no presentation lists is as hidden as one that is not shown."""
    number = reading.pages.get(name)
    if number is None:
        _put(reading, root, "hidden", f"未列入的幻灯片 {name}", Mark("未列入的幻灯片"))
    elif root.get("show") in _NOT_SHOWN:
        _put(reading, root, "hidden", f"隐藏的幻灯片 {number}", Mark("隐藏的幻灯片", page=number))
    else:
        _put(reading, root, "body", f"幻灯片 {number}", Mark(page=number))


def read_notes(reading: Reading, name: str, root: Element) -> None:
    """Read the notes to a slide."""
    Drawing(reading, "note", Mark("备注页", page=reading.pages.get(name)), "备注页").read(root)


def read_furniture(reading: Reading, name: str, root: Element) -> None:
    """Read a master or layout: what it says shows on every slide that uses it."""
    del name
    title = _FURNITURE[reading.names[root.tag]]
    Drawing(reading, "header", Mark(title), title).read(root)


def read_tags(reading: Reading, name: str, root: Element) -> None:
    """Read what add-ins keep with the presentation."""
    del name
    for item in root:
        reading.strands.property(item.get("name", "未命名"), item.get("val", ""), "标签")


def _read_listed(reading: Reading, name: str) -> None:
    if name in reading.pages:
        return
    reading.slides += 1
    number = reading.pages[name] = reading.slides
    for relation in reading.relations(name).values():
        if relation.type not in ("slideLayout", "slide"):
            reading.pages.setdefault(relation.target, number)
    root = reading.tree(name)
    if root is not None:
        read_slide(reading, name, root)


def _put(reading: Reading, root: Element, kind: PartKind, title: str, mark: Mark) -> None:
    Drawing(reading, kind, mark, title, reading.size).read(root)
