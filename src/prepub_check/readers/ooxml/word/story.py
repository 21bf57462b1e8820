"""A story of a Word document (body, header, note …): its paragraphs and tables in the accepted view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...fate import CHANGES
from ...flow import Flow
from .inline import Inline
from .styles import UNKNOWN
from .table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

    from ....model import PartKind
    from ..reading import Reading
    from .styles import Look

_PROPERTIES: Final = frozenset(("sectPr", "tblPr", "tblGrid", "trPr", "tcPr"))
_RUNS: Final = frozenset(("r", "t", "oMath", "oMathPara", "hyperlink"))


class Story:
    """Walks one story; text boxes in it become parts of the same kind."""

    def __init__(self, reading: Reading, styles: Mapping[str, Look], kind: PartKind) -> None:
        self.inline = Inline(reading, styles, kind)
        self.names = reading.names
        self._strands = reading.strands
        self._kind = kind
        self._boxes: dict[str, Flow] = {}

    def blocks(self, parent: Element, flow: Flow) -> None:
        """Read paragraphs and tables, and whatever wraps them."""
        for child in parent:
            name = self.names[child.tag]
            if name == "p":
                self.paragraph(child, flow)
            elif name == "tbl":
                Table(self, flow).read(child)
            elif name in CHANGES:
                self.inline.changed(child, name, lambda wrapped: self.blocks(wrapped, flow))
            elif name in ("sdtPr", "#comment"):
                self.inline.inline(child, name)
            elif name in _RUNS:
                self.paragraph((child,), flow)
            elif name not in _PROPERTIES:
                self.blocks(child, flow)

    def paragraph(self, paragraph: Iterable[Element], flow: Flow) -> None:
        """Read a paragraph of the story's own, then the text boxes anchored in it."""
        mark = flow.next_paragraph()
        text = self.inline.paragraph(paragraph, mark)
        if not self.inline.removed:
            flow.line(text, mark, goes_on=self.mark_deleted(paragraph))
        if self.inline.boxes:
            self.open_boxes(flow.name)

    def open_boxes(self, name: str) -> None:
        """Read the text boxes anchored in what was just read; what is behind their text is not known."""
        boxes, self.inline.boxes = self.inline.boxes, []
        ground, self.inline.ground = self.inline.ground, UNKNOWN
        for box in boxes:
            title = f"{name}文本框"
            if title not in self._boxes:
                self._boxes[title] = Flow(self._strands.of(self._kind, title), title)
            self.blocks(box, self._boxes[title])
        self.inline.ground = ground

    def mark_deleted(self, paragraph: Iterable[Element]) -> bool:
        """Tell whether a paragraph's end is deleted, so that the next one goes on in its line."""
        return any(
            self.names[mark.tag] == "del"
            for properties in paragraph
            if self.names[properties.tag] == "pPr"
            for item in properties
            if self.names[item.tag] == "rPr"
            for mark in item
        )
