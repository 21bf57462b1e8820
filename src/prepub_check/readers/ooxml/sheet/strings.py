"""The strings that the cells of a workbook share (§18.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...strands import Mark

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..reading import Reading


def read_strings(reading: Reading, name: str) -> list[str]:
    """Give the shared strings in order; what only guides pronunciation is read beside them."""
    root = reading.tree(name)
    if root is None:
        return []
    return [_text(reading, item) for item in root if reading.names[item.tag] == "si"]


def _text(reading: Reading, item: Element) -> str:
    if len(item) == 1 and not len(item[0]):
        return item[0].text or ""
    texts: list[str] = []
    for child in item:
        name = reading.names[child.tag]
        if name == "t":
            texts.append(child.text or "")
        elif name == "r":
            texts += [run.text or "" for run in child if reading.names[run.tag] == "t"]
        elif name == "rPh":
            guide = "".join(child.itertext())
            reading.strands.of("attribute", "拼音指南").line(guide, Mark("拼音指南"))
    return "".join(texts)
