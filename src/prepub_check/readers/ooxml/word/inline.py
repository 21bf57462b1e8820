"""The text of one paragraph: its runs joined, and what is beside the text put where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...fate import CHANGES, Fate, fate_of
from ...strands import Mark
from ...veils import kind_of
from .alternatives import SAID
from .beside import NOTHING, SPECIAL
from .styles import NONE, Look, look_of, shade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from xml.etree.ElementTree import Element

    from ....model import PartKind
    from ..reading import Reading


class Inline:
    """Reads paragraphs; ``ground`` is the colour behind them, ``fate`` what becomes of them."""

    def __init__(self, reading: Reading, styles: Mapping[str, Look], kind: PartKind) -> None:
        self.reading = reading
        self.names = reading.names
        self.kind = kind
        self.ground: str | None = None
        self.fate: Fate | None = None
        self.boxes: list[Element] = []
        self._styles = styles
        self._style = NONE
        self._texts: list[str] = []
        self._mark = Mark()
        self._asides: set[tuple[str, str]] = set()
        self._veil = self._usual_veil = ""

    @property
    def removed(self) -> bool:
        """Whether what is being read is gone in the accepted view."""
        return self.fate is not None and self.fate.removed

    def paragraph(self, paragraph: Iterable[Element], mark: Mark) -> str:
        """Give the text of a paragraph in the accepted view."""
        texts: list[str] = []
        self._texts = texts
        self._mark = mark
        self._asides.clear()
        ground = self.ground
        self._style, self._veil, self._usual_veil = NONE, "", ""
        for child in paragraph:
            name = self.names[child.tag]
            if name == "r":
                self.run(child)
            elif name == "t":
                self.put(child.text or "")
            elif name == "pPr":
                self._dress(child)
            else:
                self.inline(child, name)
        self.ground = ground
        return "".join(texts)

    def run(self, run: Element) -> None:
        """Read a run: text of one look."""
        self._veil = self._usual_veil
        for child in run:
            name = self.names[child.tag]
            if name == "t":
                self.put(child.text or "")
            elif name == "rPr":
                look = look_of(child, self.names, self._styles)
                if look is not NONE:
                    self._veil = look.over(self._style).veil(self.ground)
            else:
                self.inline(child, name)
        self._veil = self._usual_veil

    def inline(self, element: Element, name: str) -> None:
        """Read something in a paragraph or run that is neither text nor run."""
        if name in SPECIAL:
            SPECIAL[name](self, element)
        elif name in CHANGES:
            self.changed(element, name, self.inlines)
        elif name not in NOTHING:
            self._through(element)

    def inlines(self, parent: Element) -> None:
        """Read what something in a paragraph holds."""
        for child in parent:
            name = self.names[child.tag]
            if name == "r":
                self.run(child)
            else:
                self.inline(child, name)

    def put(self, text: str) -> None:
        """Add text to the paragraph, or to what is hidden, and to the change it is part of."""
        if self.fate is not None:
            self._add(self.fate.kind, self.fate.part, self.fate.name, text)
            if self.fate.removed:
                return
        if self._veil:
            self._add(kind_of(self._veil), self._veil, self._veil, text)
        else:
            self._texts.append(text)

    def aside(self, kind: PartKind, name: str, text: str) -> None:
        """Add a line of its own to what is beside the text."""
        if text.strip() and (name, text) not in self._asides:
            self._asides.add((name, text))
            self.reading.strands.of(kind, name).line(text, self._mark._replace(name=name))

    def go_on(self, kind: PartKind, name: str, text: str) -> None:
        """Add to the line that is beside the text at this place."""
        self._add(kind, name, name, text)

    def changed(self, element: Element, change: str, walk: Callable[[Element], None]) -> None:
        """Read what a tracked change holds."""
        before = self.fate
        author = self.names.value(element, "author")
        if author:
            self.reading.author("修订作者", author)
        self.fate = fate_of(change, author, before)
        walk(element)
        self.fate = before

    def _add(self, kind: PartKind, part: str, name: str, text: str) -> None:
        self.reading.strands.of(kind, part).add(text, self._mark._replace(name=name))

    def _dress(self, properties: Element) -> None:
        """Take on the look of a paragraph's style and shading."""
        self.ground = shade(properties, self.names) or self.ground
        for item in properties:
            name = self.names[item.tag]
            if name == "pStyle":
                self._style = self._styles.get(next(iter(item.attrib.values()), ""), NONE)
                self._usual_veil = self._style.veil(self.ground) if self._style is not NONE else ""
        self._veil = self._usual_veil

    def _through(self, element: Element) -> None:
        """Read what an element says of itself, and go on inside."""
        for key, value in element.attrib.items():
            title = SAID.get(self.names[key])
            if title and not value.startswith("_"):
                self.aside("attribute", title, value)
        if element.text and not element.text.isspace():
            self.aside("attribute", "其他内容", element.text)
        self.inlines(element)
