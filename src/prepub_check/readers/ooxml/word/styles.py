"""Character formats that keep text from being seen: hidden, tiny, or in the colour of its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ...counts import natural
from ...veils import HIDDEN, TINY, WHITE, on_ground

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

    from ...markup import LocalNames

_OFF: Final = ("0", "false", "off")
_TINY: Final = 2
_WHITE: Final = "FFFFFF"
_BLACK: Final = "000000"
_HIGHLIGHTS: Final = {"black": _BLACK, "white": _WHITE}
_AUTOMATIC: Final = "AUTO"
UNKNOWN: Final = "?"


class Look(NamedTuple):
    """What a run looks like, as far as it decides whether the run is seen; None is not said."""

    vanish: bool | None = None
    size: int | None = None
    colour: str | None = None
    ground: str | None = None
    mark: str | None = None

    def over(self, other: Look) -> Look:
        """Give this look where it says something, else the other."""
        return Look._make(mine if mine is not None else its for mine, its in zip(self, other, strict=True))

    def veil(self, ground: str | None) -> str:
        """Name what keeps the text from being seen on this ground, or nothing.

        ``ground`` is the colour behind the paragraph: None for paper, ``?`` for one that is not known.
        """
        if self.vanish:
            return HIDDEN
        if self.size is not None and self.size <= _TINY:
            return TINY
        if self.mark is not None:
            return on_ground(_BLACK if self.colour in (None, _AUTOMATIC) else self.colour, self.mark, _BLACK)
        behind = self.ground or ground
        if behind is None:
            return WHITE if self.colour == _WHITE else ""
        return on_ground(self.colour, behind, _BLACK)


NONE: Final = Look()


def look_of(properties: Element, names: LocalNames, styles: Mapping[str, Look]) -> Look:
    """Give the look that run properties say, with that of the style they name."""
    said: dict[str, Any] = {}
    style = NONE
    for item in properties:
        name = names[item.tag]
        if name in _READERS:
            _READERS[name](said, names.value(item, "val"), item, names)
        elif name == "rStyle":
            style = styles.get(next(iter(item.attrib.values()), ""), NONE)
    return Look(**said).over(style) if said else style


def shade(properties: Iterable[Element], names: LocalNames) -> str | None:
    """Give the colour that the properties of a paragraph, cell or table lay behind text."""
    for item in properties:
        if names[item.tag] == "shd":
            return _fill(item, names)
    return None


def read_styles(root: Element, names: LocalNames) -> dict[str, Look]:
    """Give the look of every style, of those it is based on too."""
    own: dict[str, Look] = {}
    bases: dict[str, str] = {}
    for style in root:
        key = names.value(style, "styleId")
        for item in style:
            if names[item.tag] == "rPr":
                own[key] = look_of(item, names, {}).over(own.get(key, NONE))
            elif names[item.tag] == "pPr":
                own[key] = own.get(key, NONE).over(Look(ground=shade(item, names)))
            elif names[item.tag] == "basedOn":
                bases[key] = next(iter(item.attrib.values()), "")
    return {key: _whole(key, own, bases) for key in {*own, *bases}}


def _whole(key: str, own: Mapping[str, Look], bases: Mapping[str, str]) -> Look:
    look, seen = NONE, set[str]()
    while key and key not in seen:
        seen.add(key)
        look = look.over(own.get(key, NONE))
        key = bases.get(key, "")
    return look


def _fill(item: Element, names: LocalNames) -> str | None:
    said = {names[key]: value for key, value in item.attrib.items()}
    if "themeFill" in said or said.get("val", "clear") not in ("clear", "nil", "solid"):
        return UNKNOWN
    fill = said.get("color" if said.get("val") == "solid" else "fill", "auto").upper()
    return None if fill == _AUTOMATIC else fill


def _vanish(said: dict[str, Any], value: str, item: Element, names: LocalNames) -> None:
    del item, names
    said["vanish"] = value not in _OFF


def _size(said: dict[str, Any], value: str, item: Element, names: LocalNames) -> None:
    del item, names
    if (size := natural(value, -1)) >= 0:
        said["size"] = size


def _colour(said: dict[str, Any], value: str, item: Element, names: LocalNames) -> None:
    white = value.upper() == _WHITE or names.value(item, "themeColor") == "background1"
    said["colour"] = _WHITE if white else value.upper()


def _shading(said: dict[str, Any], value: str, item: Element, names: LocalNames) -> None:
    del value
    if fill := _fill(item, names):
        said["ground"] = fill


def _highlight(said: dict[str, Any], value: str, item: Element, names: LocalNames) -> None:
    del item, names
    if value != "none":
        said["mark"] = _HIGHLIGHTS.get(value, UNKNOWN)


_READERS: Final = {
    "vanish": _vanish,
    "sz": _size,
    "color": _colour,
    "shd": _shading,
    "highlight": _highlight,
}
