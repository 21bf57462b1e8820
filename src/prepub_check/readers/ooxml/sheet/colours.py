"""The colours that styles give cells and their text, and what conditional ones change of them (§18.8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from ...counts import listed
from ...veils import in_cell

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ...markup import LocalNames

UNSHOWN: Final = "不显示的单元格"
_WHITE, _BLACK = "FFFFFF", "000000"
# The first colours of the two lists, as every program has them (§18.8.27, §20.1.6.2).
_LISTED: Final = MappingProxyType(
    {"": _BLACK, "auto 1": _BLACK, "theme 0": _WHITE, "theme 1": _BLACK}
    | dict.fromkeys(("indexed 0", "indexed 8", "indexed 64"), _BLACK)
    | dict.fromkeys(("indexed 1", "indexed 9", "indexed 65"), _WHITE)
)
# What stands for the colours of a pattern that names none: the text's and the window's.
_PATTERN: Final = MappingProxyType({"fgColor": _BLACK, "bgColor": _WHITE})


class Look(NamedTuple):
    """The colour of a cell's text and of what lies behind it: None for nothing, empty for several colours."""

    ink: str = _BLACK
    ground: str | None = None

    @property
    def veil(self) -> str:
        """What keeps the text from being seen, or nothing."""
        return in_cell(self.ink, self.ground)


class Change(NamedTuple):
    """What a conditional format changes: nothing of what is empty."""

    inks: tuple[str, ...] = ()
    grounds: tuple[str | None, ...] = ()
    unshown: bool = False

    def over(self, other: Change) -> Change:
        """Give both changes at once, this one first."""
        return Change(
            self.inks or other.inks, self.grounds or other.grounds, unshown=self.unshown or other.unshown
        )

    def veil(self, look: Look) -> str:
        """Name what keeps text of a cell from being seen under this change, or nothing."""
        if self.unshown:
            return UNSHOWN
        return Look((*self.inks, look.ink)[0], (*self.grounds, look.ground)[0]).veil


def read_looks(lists: Mapping[str, Iterable[Element]], names: LocalNames) -> list[Look]:
    """Give the looks that cells refer to by their numbers."""
    inks = [next(iter(_inks(font, names)), _BLACK) for font in lists.get("fonts", ())]
    grounds = [_ground(fill, names) for fill in lists.get("fills", ())]
    return [
        Look(listed(inks, style.get("fontId", ""), ""), listed(grounds, style.get("fillId", ""), None))
        for style in lists.get("cellXfs", ())
    ]


def read_changes(lists: Mapping[str, Iterable[Element]], names: LocalNames) -> list[Change]:
    """Give the changes that conditional formats refer to by their numbers."""
    return [_change(item, names) for item in lists.get("dxfs", ())]


def is_unshown(code: str) -> bool:
    """Whether a number format shows nothing, whatever is in the cell."""
    return code.strip() == ";;;"


def _change(item: Element, names: LocalNames) -> Change:
    told = {names[child.tag]: child for child in item}
    return Change(
        _inks(told["font"], names) if "font" in told else (),
        _new_ground(told["fill"], names) if "fill" in told else (),
        unshown="numFmt" in told and is_unshown(told["numFmt"].get("formatCode", "")),
    )


def _inks(font: Element, names: LocalNames) -> tuple[str, ...]:
    return tuple(_colour(item) for item in font if names[item.tag] == "color")[:1]


def _ground(fill: Element, names: LocalNames) -> str | None:
    """Give the colour of a fill: None where there is none, nothing where it shows several."""
    pattern = next((item for item in fill if names[item.tag] == "patternFill"), None)
    if pattern is None:
        return "" if len(fill) else None
    kind = pattern.get("patternType", "none")
    told = {names[item.tag]: _colour(item) for item in pattern}
    if kind in ("none", "solid"):
        return None if kind == "none" else told.get("fgColor", "")
    first, second = (told.get(name, usual) for name, usual in _PATTERN.items())
    return first if first == second else ""


def _new_ground(fill: Element, names: LocalNames) -> tuple[str | None, ...]:
    """Give the colour of a conditional fill, which is that behind the pattern, as programs have it."""
    pattern = next((item for item in fill if names[item.tag] == "patternFill"), None)
    if pattern is None or pattern.get("patternType", "solid") != "solid":
        return (_ground(fill, names),)
    told = {names[item.tag]: _colour(item) for item in pattern}
    return tuple(told[name] for name in ("bgColor", "fgColor") if name in told)[:1]


def _colour(item: Element) -> str:
    """Give a colour as RRGGBB where that is told, else by its place in a list, so that equals are equal."""
    told = {key: value for key, value in item.attrib.items() if key != "tint" or value.strip("0.")}
    if "rgb" in told:
        return told["rgb"][-6:].upper() + told.get("tint", "")
    place = " ".join(f"{key} {value}" for key, value in sorted(told.items()))
    return _LISTED.get(place, place)
