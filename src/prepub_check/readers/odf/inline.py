"""The text of one OpenDocument paragraph, and what is beside it put where it belongs (§6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..fate import Fate
from ..strands import Mark
from ..veils import kind_of
from .beside import BESIDE, NOTHING, SAID
from .looks import Look

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from ...model import PartKind
    from .opening import Opening

_PLAIN: Final = Look()
# Names of what no reader sees, and links to parts of the package itself.
_INSIDE: Final = ("_", "#", "./")


class Inline:
    """Reads paragraphs; ``changes`` are the tracked changes that markers in them refer to."""

    def __init__(self, opening: Opening, kind: PartKind, changes: Mapping[str, tuple[Fate, str]]) -> None:
        self.opening = opening
        self.names = opening.names
        self.kind = kind
        self.changes = changes
        self.told: set[str] = set()
        self.fate: Fate | None = None
        self.veil = ""
        self.paper = True
        self.notes: list[tuple[Element, str]] = []
        self.boxes: list[Element] = []
        self._texts: list[str] = []
        self._mark = Mark()
        self._ground: str | None = None

    def paragraph(self, paragraph: Element, mark: Mark) -> str:
        """Give the text of a paragraph as the document shows it."""
        texts: list[str] = []
        self._texts, self._mark = texts, mark
        veil = self.veil
        look = self._look(paragraph)
        self._ground = look.ground if self.paper else None
        self.veil = veil or look.veil(self._ground)
        self.inside(paragraph)
        self.veil = veil
        return "".join(texts)

    def stand(self, mark: Mark) -> None:
        """Take the place where something stands that is no paragraph."""
        self._texts, self._mark = [], mark

    def lone(self, element: Element, mark: Mark) -> str:
        """Give the text of an element that stands in no paragraph."""
        self.stand(mark)
        texts = self._texts
        self._child(element)
        return "".join(texts)

    def inside(self, element: Element) -> None:
        """Read the text in an element, and what stands between."""
        if element.text:
            self.put(element.text)
        for child in element:
            self._child(child)
            if child.tail:
                self.put(child.tail)

    def put(self, text: str) -> None:
        """Add text to the paragraph, or to what is hidden, and to the change it is part of."""
        if self.fate is not None:
            self._add(self.fate.kind, self.fate.part, self.fate.name, text)
        if self.veil:
            self._add(kind_of(self.veil), self.opening.named(self.veil), self.veil, text)
        else:
            self._texts.append(text)

    def aside(self, kind: PartKind, name: str, text: str) -> None:
        """Add a line of its own to what is beside the text."""
        if text.strip():
            mark = self._mark._replace(name=name)
            self.opening.strands.of(kind, self.opening.named(name)).line(text, mark)

    def deleted(self, change: str) -> None:
        """Put the text that a change deleted where it was."""
        if change in self.changes and change not in self.told:
            self.told.add(change)
            fate, text = self.changes[change]
            if text:
                strand = self.opening.strands.of(fate.kind, fate.part)
                strand.line(text, self._mark._replace(name=fate.name))

    def _child(self, child: Element) -> None:
        name = self.names[child.tag]
        if name == "span":
            veil = self.veil
            self.veil = veil or self._look(child).veil(self._ground)
            self.inside(child)
            self.veil = veil
        elif name in BESIDE:
            BESIDE[name](self, child)
        elif name not in NOTHING:
            self.say(child)
            self.inside(child)

    def say(self, element: Element) -> None:
        """Read what an element says of itself in its attributes."""
        for key, value in element.attrib.items():
            title = SAID.get(self.names[key])
            if (
                title
                and value.strip()
                and not value.startswith(_INSIDE)
                and value not in self.opening.package
            ):
                self.aside("attribute", title, value)

    def _look(self, element: Element) -> Look:
        return self.opening.looks.get(self.names.value(element, "style-name"), _PLAIN)

    def _add(self, kind: PartKind, part: str, name: str, text: str) -> None:
        self.opening.strands.of(kind, part).add(text, self._mark._replace(name=name))
