"""What a document still carries besides its text, as properties: one finding tells each kind of it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from ..model import KIND_TITLE, Document, Location, Part
from .pieces import Pieces

_KINDS: Final = frozenset(("inserted", "deleted", "comment", "hidden", "covered", "cache", "revision"))
# A page for the browser hides and comments by trade; what that means there is for other rules to say.
_PAGES: Final = ("text/", "application/xhtml")
# Lines that tell nothing: blank ones, and what pages leave behind when they are pasted into Word.
_IDLE: Final = ("", "窗体顶端", "窗体底端", "Top of Form", "Bottom of Form")
PART: Final = "隐藏内容一览"
_TITLES: Final = MappingProxyType({**KIND_TITLE, "comment": "批注"})


def with_remnants(document: Document) -> Document:
    """Add a property for each part that readers of the document do not see, where it begins."""
    if document.media_type.startswith(_PAGES):
        return document
    pieces = Pieces()
    for part in document.parts:
        lines = _lines(part) if part.kind in _KINDS else 0
        if lines:
            pieces.add(f"{_told(part)}{lines} 行\n", _place(part))
    return replace(document, parts=(*document.parts, *pieces.parts("property", PART)))


def _told(part: Part) -> str:
    title = _TITLES[part.kind]
    return f"{title}：" + ("" if part.name in ("", title) else f"{part.name}，")


def _place(part: Part) -> Location:
    start = len(part.text) - len(part.text[part.borrowed :].lstrip())
    return part.places.locate(start)._replace(kind="property")


def _lines(part: Part) -> int:
    return sum(line.strip() not in _IDLE for line in part.text[part.borrowed :].splitlines())
