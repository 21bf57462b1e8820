"""Text of markup whose meaning does not matter: paragraphs are lines, and so is every other text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .markup import LocalNames


def lines(element: Element, names: LocalNames) -> Iterator[str]:
    """Give the text below an element: what stands in one paragraph as one line."""
    waiting = [iter((element,))]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif names[child.tag] in ("p", "si", "text"):
            yield joined(child, names)
        else:
            if child.text and not child.text.isspace():
                yield child.text
            if child.tail and not child.tail.isspace():
                yield child.tail
            waiting.append(iter(child))


def joined(element: Element, names: LocalNames) -> str:
    """Give the text of one paragraph, its runs joined."""
    return "".join(_runs(element, names))


def _runs(element: Element, names: LocalNames) -> Iterator[str]:
    for child in element.iter():
        name = names[child.tag]
        if name in ("br", "cr"):
            yield "\n"
        elif name == "tab" and not child.attrib:
            yield "\t"
        elif name != "#comment" and child.text:
            yield child.text


def named_values(element: Element, names: LocalNames) -> Iterator[tuple[str, str]]:
    """Give every text and attribute below an element with the name of what holds it."""
    for child in element.iter():
        name = names[child.tag]
        if child.text and not child.text.isspace():
            yield name, child.text
        for key, value in child.attrib.items():
            if value and not value.isspace():
                yield names[key], value
