"""Drawings that are in a document twice: for programs of today, and for older ones (29500-3 §10.2)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from .inline import Inline

# Attributes by which an element says something to people.
SAID: Final = MappingProxyType(
    {
        "descr": "替代文字",
        "title": "替代文字",
        "alt": "替代文字",
        "tooltip": "链接提示",
        "name": "图形与书签名称",
        "href": "链接目标",
        "element": "标记",
    }
)


def read_alternatives(inline: Inline, element: Element) -> None:
    """Read the first choice; of what is for older programs only what the choice does not say."""
    choices = [item for item in element if inline.names[item.tag] == "Choice"]
    for choice in choices[:1]:
        inline.inlines(choice)
    known = set("".join(_texts(choices[:1], inline)).split())
    known |= set(_attributes(choices[:1]))
    for other in element:
        if other not in choices[:1]:
            _other(inline, other, known)


def _other(inline: Inline, element: Element, known: set[str]) -> None:
    if not known:
        inline.inlines(element)
        return
    whole = "".join(known)
    for item in element.iter():
        name = inline.names[item.tag]
        if name == "p":
            text = "".join(_texts([item], inline))
            if not all(word in whole for word in text.split()):
                inline.aside("hidden", "兼容内容", text)
        elif name == "textpath":
            inline.aside(inline.kind, "艺术字或水印", item.get("string", ""))
        else:
            for key, value in item.attrib.items():
                title = SAID.get(inline.names[key])
                if title and value not in known and not value.startswith("_"):
                    inline.aside("attribute", title, value)


def _texts(elements: list[Element], inline: Inline) -> Iterator[str]:
    for element in elements:
        for item in element.iter():
            name = inline.names[item.tag]
            if name == "p":
                yield "\n"
            elif name in ("t", "delText") and item.text:
                yield item.text


def _attributes(elements: list[Element]) -> Iterator[str]:
    for element in elements:
        for item in element.iter():
            yield from item.attrib.values()
