"""A cell of an OpenDocument table: its text, and what hangs on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..markup import words
from ..numbers import inexact, plain
from ..texts import joined, lines

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..strands import Mark
    from .opening import Opening

_SAYING: Final = re.compile(r"[\"\[]|[0-9]{5}")
_NO_DIGIT: Final = re.compile(r"[^0-9]")
_NOTE: Final = words("creator date creator-initials")
_WORDS: Final = words(
    "name formula condition expression title href string-value connection-resource url display-name"
)


class Cells:
    """Reads the cells of one sheet; ``inexact`` are those whose numbers lost their last digits."""

    def __init__(self, opening: Opening, title: str) -> None:
        self.inexact: list[Mark] = []
        self._opening = opening
        self._names = opening.names
        self._title = title

    def text(self, cell: Element, mark: Mark) -> str:
        """Give a cell's text, a number with all its digits."""
        formula = self._names.value(cell, "formula")
        if _SAYING.search(formula):
            part = f"工作表“{self._title}”的公式"
            self._opening.strands.of("attribute", part).line(formula, mark._replace(name="公式"))
        text = "\n".join(self._texts(cell, mark)) or self._names.value(cell, "string-value")
        if self._names.value(cell, "value-type") not in ("float", "currency"):
            return text
        value = plain(self._names.value(cell, "value"))
        if inexact(value):
            self.inexact.append(mark)
        return text if _NO_DIGIT.sub("", text).lstrip("0") == value else value

    def drawn(self, shape: Element, mark: Mark) -> None:
        """Read a shape on the sheet."""
        part, mark = f"工作表“{self._title}”的图形", mark._replace(name="图形")
        for text in lines(shape, self._names):
            self._opening.strands.of("body", part).line(text, mark)
        said(self._opening, shape, part, mark)

    def _texts(self, cell: Element, mark: Mark) -> list[str]:
        texts = []
        for child in cell:
            name = self._names[child.tag]
            if name == "p":
                texts.append(joined(child, self._names))
                self._link(child, mark)
            elif name == "annotation":
                self._annotation(child, mark)
            else:
                self.drawn(child, mark)
        return texts

    def _link(self, paragraph: Element, mark: Mark) -> None:
        for item in paragraph.iter():
            if target := self._names.value(item, "href"):
                strand = self._opening.strands.of("attribute", "链接目标")
                strand.line(target, mark._replace(name="链接目标"))

    def _annotation(self, note: Element, mark: Mark) -> None:
        label = self._opening.comment_title(note)
        for item in note:
            for text in () if self._names[item.tag] in _NOTE else lines(item, self._names):
                self._opening.strands.of("comment", "批注").line(text, mark._replace(name=label))


def said(opening: Opening, element: Element, part: str, mark: Mark) -> None:
    """Read the attributes below an element that hold words."""
    for item in element.iter():
        for key, value in item.attrib.items():
            if opening.names[key] in _WORDS and value.strip():
                opening.strands.of("attribute", part).line(value, mark)
