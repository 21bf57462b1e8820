"""What the document of a presentation says of its slides: their order, and texts kept apart from them."""

from __future__ import annotations

from typing import NamedTuple

from . import records as kinds
from .records import Record

TEXTS = frozenset((kinds.TEXT, kinds.NARROW_TEXT))


class Outline(NamedTuple):
    """Texts by the number of a slide's record, the slides' order, and pages by the number in their notes."""

    texts: dict[int, list[str]]
    order: list[int]
    pages: dict[int, int]


def outline_of(document: Record) -> Outline:
    """Give the outline of a presentation (§2.4.14.3)."""
    outline = Outline({}, [], {})
    for listed in document.inside:
        if listed.kind != kinds.SLIDE_LIST:
            continue
        current: list[str] = []
        for record in listed.inside:
            if record.kind == kinds.SLIDE_ENTRY:
                current = outline.texts.setdefault(int.from_bytes(record.data[:4], "little"), [])
                if listed.instance == 0:
                    outline.order.append(int.from_bytes(record.data[:4], "little"))
                    outline.pages[int.from_bytes(record.data[12:16], "little")] = len(outline.order)
            elif record.kind in TEXTS:
                current.append(record.text)
    return outline
