"""Parts that belong to no one format: diagrams, drawings, custom XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..strands import Mark
from ..texts import lines, named_values
from .drawing import Drawing

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .reading import Reading


def read_diagram(reading: Reading, name: str, root: Element) -> None:
    """Read the texts of a SmartArt diagram."""
    title = reading.numbered("智能图形")
    mark = Mark(title, page=reading.pages.get(name))
    for text in lines(root, reading.names):
        reading.diagrammed.add(text)
        reading.strands.of("body", title).line(text, mark)


def read_drawing(reading: Reading, name: str, root: Element) -> None:
    """Read the shapes of a drawing; one that only shows a diagram again is left out."""
    if not set(lines(root, reading.names)) <= reading.diagrammed:
        sheet = reading.sheets.get(name)
        part = f"工作表“{sheet}”的图形" if sheet else reading.numbered("绘图")
        Drawing(reading, "body", Mark("图形", sheet=sheet), part).read(root)


def read_custom_xml(reading: Reading, name: str, root: Element) -> None:
    """Read data that programs keep with the document, a line a value."""
    del name
    for key, value in named_values(root, reading.names):
        reading.strands.property(key, value, "自定义 XML")
