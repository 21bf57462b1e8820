"""A story of an OpenDocument text: paragraphs, lists, sections and tables as the document shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..flow import Flow
from ..markup import words
from ..strands import Mark
from .inline import Inline
from .looks import Look
from .table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

    from ...model import PartKind
    from ..fate import Fate
    from .opening import Opening

_TEXTS: Final = ("p", "h")
_SHAPES: Final = words("frame custom-shape rect ellipse line polygon path g a")
_BESIDE: Final = words("annotation change change-start change-end title desc #comment")
_NOTHING: Final = words(
    "tracked-changes table-column table-columns sequence-decls variable-decls creator date"
)


class Story:
    """Walks one story; text boxes become parts of the same kind, notes and comments of their own."""

    def __init__(
        self,
        opening: Opening,
        kind: PartKind,
        changes: Mapping[str, tuple[Fate, str]],
    ) -> None:
        self.inline = Inline(opening, kind, changes)
        self._opening = opening
        self._names = opening.names
        self._kind = kind
        self._counts: dict[str, int] = {}
        self._boxes: dict[str, Flow] = {}

    def blocks_on(self, parent: Iterable[Element], flow: Flow) -> None:
        """Read what stands on a ground that is not known: in a shape, on a slide."""
        paper, self.inline.paper = self.inline.paper, False
        self.blocks(parent, flow)
        self.inline.paper = paper

    def blocks(self, parent: Iterable[Element], flow: Flow) -> None:
        """Read paragraphs, tables, and whatever holds them."""
        for child in parent:
            name = self._names[child.tag]
            if name in _TEXTS:
                self._paragraph(child, flow)
            elif name == "table":
                Table(self, flow).read(child)
            elif name in _SHAPES:
                self.inline.stand(Mark(flow.name, flow.paragraphs or None, page=flow.page))
                self.inline.say(child)
                self.blocks_on(child, flow)
            elif name in _BESIDE:
                self._loose(child, flow)
            elif name == "section" and (veil := self._veil(child)):
                self._within(child, flow, veil)
            elif name not in _NOTHING:
                self.blocks(child, flow)

    def _veil(self, section: Element) -> str:
        shown = self._names.value(section, "display") or "true"
        hidden = self._opening.looks.get(self._names.value(section, "style-name"), Look()).hidden
        return "隐藏的节" if shown in ("none", "condition") or hidden else ""

    def _within(self, section: Element, flow: Flow, veil: str) -> None:
        before, self.inline.veil = self.inline.veil, veil
        self.blocks(section, flow)
        self.inline.veil = before

    def _paragraph(self, paragraph: Element, flow: Flow) -> None:
        mark = flow.next_paragraph()
        flow.line(self.inline.paragraph(paragraph, mark), mark)
        self.beside(flow)

    def _loose(self, element: Element, flow: Flow) -> None:
        """Read what stands between paragraphs as if it stood in one of its own."""
        mark = Mark(flow.name, flow.paragraphs or None, page=flow.page)
        text = self.inline.lone(element, mark)
        if text.strip():
            flow.line(text, mark)
        self.beside(flow)

    def stands_alone(self, name: str) -> bool:
        """Tell whether an element of this name may stand between paragraphs and hold text itself."""
        return name in _BESIDE or name in _SHAPES

    def beside(self, flow: Flow) -> None:
        """Read the notes and text boxes that were met on the way."""
        notes, self.inline.notes = self.inline.notes, []
        for body, title in notes:
            self._note(body, title, flow.page)
        boxes, self.inline.boxes = self.inline.boxes, []
        for box in boxes:
            title = f"{flow.name}文本框"
            if title not in self._boxes:
                strand = self._opening.strands.of(self._kind, self._opening.named(title))
                self._boxes[title] = Flow(strand, title)
            self.blocks_on(box, self._boxes[title])

    def _note(self, body: Element, title: str, page: int | None) -> None:
        kind: PartKind = "comment" if title.startswith("批注") else "note"
        label = title.partition("（")[0]
        self._counts[label] = self._counts.get(label, 0) + 1
        place = f"{label} {self._counts[label]}{title.removeprefix(label)}"
        strand = self._opening.strands.of(kind, self._opening.named(label))
        Story(self._opening, kind, self.inline.changes).blocks(body, Flow(strand, place, page))
