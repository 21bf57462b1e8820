"""Comments on slides, in both forms, with their authors (§19.4, MS-PPTX 2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...called import signed
from ...strands import Mark
from ...texts import lines

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..reading import Reading


def read_authors(reading: Reading, name: str, root: Element) -> None:
    """Read who commented, with their accounts."""
    del name
    for item in root:
        reading.people[item.get("id", "")] = item.get("name", "")
        reading.author("批注作者", item.get("name", ""))
        reading.author("审阅者账号", item.get("userId", "").removeprefix("None"))


def read_comments(reading: Reading, name: str, root: Element) -> None:
    """Read the comments on one slide, and the replies to them."""
    for item in root.iter():
        if reading.names[item.tag] in ("cm", "reply"):
            author = reading.people.get(item.get("authorId", ""), "")
            mark = Mark(signed("批注", author), page=reading.pages.get(name))
            for child in item:
                if reading.names[child.tag] in ("text", "txBody"):
                    for text in lines(child, reading.names):
                        reading.strands.of("comment", "批注").line(text, mark)
