"""What was put on a page afterwards: notes with their authors, links, and marks that cover text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final, NamedTuple

from pypdf import PageObject
from pypdf.generic import FloatObject, NumberObject

from ...model import Box
from .links import Link
from .strings import each, follow, get, on_one_line, text_of

_TAG: Final = re.compile(r"<[^<>]*>")
_SILENT: Final = frozenset(("/Link", "/Widget", "/Popup"))
_FILLED: Final = frozenset(("/Square", "/Circle", "/Polygon"))
_INKED: Final = frozenset(("/Highlight", "/Underline", "/StrikeOut"))
_OPAQUE: Final = 0.99
_DARK: Final = 0.2
_CORNERS: Final = 4
_HIDDEN: Final = 0b10_0010  # hidden, or not to be viewed (ISO 32000-1, 12.5.3)


class Annotation(NamedTuple):
    """A note: its text, who wrote it, and where it is on the page (left, bottom, right, top)."""

    text: str
    author: str
    box: Box | None
    hidden: bool


def annotations_of(page: PageObject) -> Iterator[Annotation]:
    """Give the notes of a page."""
    for entry in each(page.get("/Annots")):
        if get(entry, "/Subtype") in _SILENT or get(entry, "/Subtype") is None:
            continue
        rich = unescape(_TAG.sub(" ", text_of(get(entry, "/RC"))))
        said = [
            on_one_line(text)
            for text in (text_of(get(entry, "/Subj")), text_of(get(entry, "/Contents")) or rich)
        ]
        text = "：".join(filter(None, said))
        if text:
            hidden = bool(_number(get(entry, "/F"), 0) and int(_number(get(entry, "/F"), 0)) & _HIDDEN)
            yield Annotation(
                text, on_one_line(text_of(get(entry, "/T"))), box_of(get(entry, "/Rect")), hidden
            )


def links_of(page: PageObject) -> Iterator[Link]:
    """Give the addresses and files that a page links to, and where."""
    for entry in each(page.get("/Annots")):
        action = get(entry, "/A")
        for target in (
            get(action, "/URI"),
            get(action, "/F"),
            get(action, "/F", "/UF"),
            get(action, "/F", "/F"),
        ):
            if address := on_one_line(text_of(target)):
                yield Link(address, box_of(get(entry, "/Rect")))


def covers_of(page: PageObject) -> Iterator[Box]:
    """Give the boxes of a page that an annotation paints over: a filled shape, black marker, or redaction."""
    for entry in each(page.get("/Annots")):
        kind = get(entry, "/Subtype")
        filled = kind in _FILLED and list(each(get(entry, "/IC")))
        inked = kind in _INKED and _is_dark([_number(each_, 1) for each_ in each(get(entry, "/C"))])
        if kind == "/Redact" or ((filled or inked) and _number(get(entry, "/CA"), 1) >= _OPAQUE):
            boxes: list[Box | None] = [*_quads(entry)] or [box_of(get(entry, "/Rect"))]
            yield from (box for box in boxes if box is not None)


def box_of(value: Any) -> Box | None:
    """Give a rectangle, its corners in any order."""
    numbers = [_number(each_, 0) for each_ in each(value)]
    if len(numbers) != _CORNERS:
        return None
    left, right = sorted(numbers[::2])
    bottom, top = sorted(numbers[1::2])
    return left, bottom, right, top


def _quads(entry: Any) -> Iterator[Box]:
    numbers = [_number(each_, 0) for each_ in each(get(entry, "/QuadPoints"))]
    for start in range(0, len(numbers) - 7, 8):
        xs, ys = numbers[start : start + 8 : 2], numbers[start + 1 : start + 8 : 2]
        yield min(xs), min(ys), max(xs), max(ys)


def _is_dark(colour: list[float]) -> bool:
    return bool(colour) and max(colour) <= _DARK


def _number(value: Any, otherwise: float) -> float:
    value = follow(value)
    return float(value) if isinstance(value, (NumberObject, FloatObject)) else otherwise
