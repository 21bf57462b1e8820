"""Tracked changes: what was inserted or deleted, by whom (§5.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fate import Fate, fate_of
from ..texts import lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from .opening import Opening


def read_changes(opening: Opening, root: Element) -> dict[str, tuple[Fate, str]]:
    """Give the fate of every tracked change by its name, and the text of those that delete."""
    return dict(_regions(opening, root))


def _regions(opening: Opening, root: Element) -> Iterator[tuple[str, tuple[Fate, str]]]:
    for region in root.iter():
        if opening.names[region.tag] != "changed-region":
            continue
        for change in region:
            name = opening.names[change.tag]
            if name in ("insertion", "deletion"):
                fate = fate_of("del" if name == "deletion" else "ins", _author(opening, change), None)
                yield opening.names.value(region, "id"), (fate, _text(opening, change))


def _text(opening: Opening, change: Element) -> str:
    held = (item for item in change if opening.names[item.tag] != "change-info")
    return "\n".join(text for item in held for text in lines(item, opening.names))


def _author(opening: Opening, change: Element) -> str:
    for item in change.iter():
        if opening.names[item.tag] == "creator":
            opening.author("修订作者", item.text or "")
            return item.text or ""
    return ""
