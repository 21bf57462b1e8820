"""The parts of a Word document, each read as what its root element says it is."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ...called import signed
from ...flow import Flow
from ...names import masked
from ...strands import Mark
from ...texts import lines
from ...unknown import read_texts
from .story import Story
from .styles import read_styles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ....model import PartKind
    from ..reading import Reading

_PAGES: Final = MappingProxyType({"first": "（首页）", "even": "（偶数页）"})
# What only numbers and frames: %1.%2, 第%1条, （%1）, a bullet.
_LEVEL: Final = re.compile(r"%[0-9]|[\W_]|[第章条节项款]")
_SEPARATORS: Final = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_document(reading: Reading, name: str, root: Element) -> None:
    """Read the main document; its styles decide what is hidden, its sections what headers are called."""
    title = f"部件 {masked(name)}" if reading.started else ""
    reading.started = True
    styles = reading.find(name, "styles", "word/styles.xml")
    if (tree := reading.tree(styles)) is not None:
        reading.looks = read_styles(tree, reading.names)
        read_names(reading, styles, tree)
    _name_headers(reading, name, root)
    _story(reading, root, "body", title)


def read_header(reading: Reading, name: str, root: Element) -> None:
    """Read a header or footer."""
    title, kind = ("页眉", "header") if reading.names[root.tag] == "hdr" else ("页脚", "footer")
    _story(reading, root, kind, title + reading.titles.get(name, ""))  # type: ignore[arg-type]


def read_notes(reading: Reading, name: str, root: Element) -> None:
    """Read footnotes or endnotes, numbered as they appear."""
    del name
    title = "脚注" if reading.names[root.tag] == "footnotes" else "尾注"
    story = Story(reading, reading.looks, "note")
    number = 0
    for note in root:
        kept = reading.names.value(note, "type") not in _SEPARATORS
        number += kept
        place = f"{title} {number}" if kept else f"{title}分隔符"
        if not kept and not any(map(str.strip, lines(note, reading.names))):
            continue
        story.blocks(note, Flow(reading.strands.of("note", title), place))


def read_comments(reading: Reading, name: str, root: Element) -> None:
    """Read comments, numbered as they appear, each with its author."""
    del name
    story = Story(reading, reading.looks, "comment")
    for number, comment in enumerate(root, 1):
        author = reading.names.value(comment, "author")
        reading.author("批注作者", author)
        place = signed(f"批注 {number}", author)
        story.blocks(comment, Flow(reading.strands.of("comment", "批注"), place))


def read_glossary(reading: Reading, name: str, root: Element) -> None:
    """Read building blocks: text kept ready, not shown."""
    del name
    for part in root.iter():
        if reading.names[part.tag] == "docPart":
            _story(reading, part, "attribute", "构建基块")


def read_settings(reading: Reading, name: str, root: Element) -> None:
    """Read document variables and the source of a mail merge; other settings say nothing."""
    del name
    for item in root.iter():
        match reading.names[item.tag]:
            case "docVar":
                label, value = reading.names.value(item, "name"), reading.names.value(item, "val")
                reading.strands.property(label or "未命名", value, "文档变量")
            case (
                "connectString" | "query" | "dataSource" | "addressFieldName" | "mailSubject" | "udl" as local
            ):
                reading.strands.property(local, reading.names.value(item, "val"), "邮件合并")
            case "mathFont" | "themeFontLang" | "decimalSymbol" | "listSeparator":
                pass
            case _ if item.text and not item.text.isspace():
                reading.strands.property("设置", item.text)


def read_numbering(reading: Reading, name: str, root: Element) -> None:
    """Read the text that numbered lists put before their paragraphs."""
    del name
    for item in root.iter():
        if reading.names[item.tag] in ("lvlText", "name"):
            text = reading.names.value(item, "val")
            if len(_LEVEL.sub("", text)) > 1:
                reading.strands.of("attribute", "编号文字").line(text, Mark("编号文字"))


def read_people(reading: Reading, name: str, root: Element) -> None:
    """Read the people who worked on the document, with their accounts."""
    del name
    for item in root.iter():
        for key, value in item.attrib.items():
            if reading.names[key] in ("author", "userId") and value != "None":
                reading.author("审阅者" if reading.names[key] == "author" else "审阅者账号", value)


def read_names(reading: Reading, name: str, root: Element) -> None:
    """Read what a part of plumbing (styles, fonts, themes) calls things, and any text that it holds."""
    for item in root:
        for child in (item, *item):
            text = reading.names.value(child, "val")
            if text and reading.names[child.tag] in ("name", "altName"):
                reading.strands.of("attribute", "样式名称").line(text, Mark("样式名称"))
    read_texts(reading, name, root)


def _story(reading: Reading, root: Element, kind: PartKind, name: str = "") -> None:
    Story(reading, reading.looks, kind).blocks(root, Flow(reading.strands.of(kind, name), name))


def _name_headers(reading: Reading, name: str, root: Element) -> None:
    relations = reading.relations(name)
    space = str(root.tag).removesuffix("document")
    for kind in ("headerReference", "footerReference"):
        for item in root.iter(space + kind):
            relation = relations.get(reading.names.value(item, "id"))
            if relation is not None:
                reading.titles.setdefault(relation.target, _PAGES.get(reading.names.value(item, "type"), ""))
