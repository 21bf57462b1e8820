"""Comments on cells, plain ones and threads, with their authors (§18.7, MS-XLSX 2.1.24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...called import signed
from ...counts import listed
from ...texts import joined
from .worksheet import cell_mark

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..reading import Reading


def read_comments(reading: Reading, name: str, root: Element) -> None:
    """Read the comments on one sheet."""
    authors = [item.text or "" for item in root.iter() if reading.names[item.tag] == "author"]
    for author in authors:
        reading.author("批注作者", author)
    for item in root.iter():
        if reading.names[item.tag] == "comment":
            _put(reading, name, item, listed(authors, item.get("authorId", ""), ""))


def read_threads(reading: Reading, name: str, root: Element) -> None:
    """Read the comments on one sheet that are conversations."""
    for item in root:
        _put(reading, name, item, reading.people.get(item.get("personId", ""), ""))


def read_people(reading: Reading, name: str, root: Element) -> None:
    """Read who takes part in conversations, with their accounts."""
    del name
    for item in root:
        reading.people[item.get("id", "")] = item.get("displayName", "")
        reading.author("审阅者", item.get("displayName", ""))
        reading.author("审阅者账号", item.get("userId", "").removeprefix("None"))


def _put(reading: Reading, name: str, item: Element, author: str) -> None:
    mark = cell_mark(item.get("ref", ""), signed("批注", author), reading.sheets.get(name, ""))
    reading.strands.of("comment", "批注").line(joined(item, reading.names).strip(), mark)
