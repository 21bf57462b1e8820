"""Parts of a package that have no reader of their own: whatever they say is read, under their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .names import masked
from .strands import Mark
from .texts import lines, named_values

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .parts import Parts


def read_unknown(parts: Parts, name: str, root: Element) -> None:
    """Read a part that nobody knows: every text and every attribute of it."""
    read_texts(parts, name, root)
    title = f"部件 {masked(name)}"
    for key, value in named_values(root, parts.names):
        if not key.startswith("#") and len(value) > 1:
            parts.strands.of("attribute", title).line(f"{key}：{value}", Mark(title))


def read_texts(parts: Parts, name: str, root: Element) -> None:
    """Read a part of plumbing: its attributes say nothing to people, but text would."""
    title = f"部件 {masked(name)}"
    for text in lines(root, parts.names):
        parts.strands.of("attribute", title).line(text, Mark(title))
