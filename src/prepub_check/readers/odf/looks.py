"""Styles by what keeps text, tables or pages from being seen (ISO/IEC 26300-1 §16, §20)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ..veils import HIDDEN, TINY, WHITE, on_ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from ..markup import LocalNames

_LENGTH: Final = re.compile(r"(-?[0-9.]+)(cm|mm|in|pt|px)?")
_POINTS: Final = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "px": 0.75}
_WHITE: Final = "#ffffff"
_BLACK: Final = "#000000"
_CLEAR: Final = ("", "transparent")


class Look(NamedTuple):
    """What a style says of being seen; empty where it says nothing."""

    hidden: bool = False
    colour: str = ""
    ground: str = ""
    size: float = 0.0
    base: str = ""

    def veil(self, ground: str | None) -> str:
        """Name what keeps text of this style from being seen, or nothing.

        ``ground`` is the colour behind the paragraph: empty for paper, None where it is not known.
        """
        if self.hidden:
            return HIDDEN
        if 0 < self.size <= 1:
            return TINY
        behind = self.ground if self.ground not in _CLEAR else ground
        if behind is None or not self.colour:
            return ""
        if behind in _CLEAR:
            return WHITE if self.colour == _WHITE else ""
        return on_ground(self.colour, behind, _BLACK)

    def under(self, other: Look) -> Look:
        """Give what is seen of this look where another comes over it."""
        return Look._make(its or mine for its, mine in zip(other, self, strict=True))


def read_looks(root: Element, names: LocalNames) -> dict[str, Look]:
    """Give the looks of all styles in a part, of those they are based on too."""
    own = dict(_own(root, names))
    return {name: _whole(name, own) for name in own}


def points(length: str) -> float:
    """Give a length in points."""
    found = _LENGTH.fullmatch(length)
    try:
        return float(found[1]) * _POINTS[found[2] or "pt"] if found else 0.0
    except ValueError:
        return 0.0


def _own(root: Element, names: LocalNames) -> Iterator[tuple[str, Look]]:
    for style in root.iter():
        if names[style.tag] != "style":
            continue
        said = {names[key]: value for key, value in style.attrib.items()}
        told: dict[str, str] = {}
        for item in style:
            told |= {names[key]: value for key, value in item.attrib.items()}
        hidden = (
            told.get("display") in ("none", "false")
            or told.get("visibility") == "hidden"
            or told.get("cell-protect", "").startswith("hidden-and")
        )
        size = told.get("font-size", "")
        yield (
            said.get("name", ""),
            Look(
                hidden,
                told.get("color", "").lower(),
                told.get("background-color", "").lower(),
                0.0 if size.endswith("%") else points(size),
                said.get("parent-style-name", ""),
            ),
        )


def _whole(name: str, own: Mapping[str, Look]) -> Look:
    look, seen = Look(), set[str]()
    while name in own and name not in seen:
        seen.add(name)
        next_ = own[name]
        look = next_.under(look)
        name = next_.base
    return look
