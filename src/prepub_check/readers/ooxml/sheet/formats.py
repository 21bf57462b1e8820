"""Number formats of a workbook: which cells are dates, padded numbers, or not shown at all (§18.8.30)."""

from __future__ import annotations

import datetime as dt
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from ...counts import listed, natural
from ...numbers import plain
from ...veils import in_cell

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ...markup import LocalNames

_DATES: Final = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_TIMES: Final = frozenset((18, 19, 20, 21, 45, 46, 47))
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PADDED: Final = re.compile(r"0[0\- ]*0")
_EPOCH: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 -- a sheet knows no time zone
_MACINTOSH: Final = 1462
_LAST_DAY: Final = 2_958_466
_WHITE, _BLACK = "FFFFFF", "000000"
# The first colours of the two lists, as every program has them (§18.8.27, §20.1.6.2).
_LISTED: Final = MappingProxyType(
    {"": _BLACK, "auto 1": _BLACK, "theme 0": _WHITE, "theme 1": _BLACK}
    | dict.fromkeys(("indexed 0", "indexed 8", "indexed 64"), _BLACK)
    | dict.fromkeys(("indexed 1", "indexed 9", "indexed 65"), _WHITE)
)


class Format(NamedTuple):
    """How a cell shows its number: as a date, padded as ``mask`` says, or behind a veil."""

    date: bool = False
    time: bool = False
    mask: str = ""
    veil: str = ""


PLAIN: Final = Format()


def read_formats(root: Element, names: LocalNames) -> dict[str, Format]:
    """Give the formats that cells refer to by their numbers; those that change nothing are left out."""
    lists = {names[item.tag]: item for item in root}
    codes = {item.get("numFmtId", ""): item.get("formatCode", "") for item in lists.get("numFmts", ())}
    inks = [_ink(font, names) for font in lists.get("fonts", ())]
    grounds = [_ground(fill, names) for fill in lists.get("fills", ())]
    formats = {}
    for number, style in enumerate(lists.get("cellXfs", ())):
        ink, ground = (
            listed(inks, style.get("fontId", ""), ""),
            listed(grounds, style.get("fillId", ""), None),
        )
        made = _format(style.get("numFmtId", "0"), codes, in_cell(ink, ground))
        if made != PLAIN:
            formats[str(number)] = made
    return formats


def shown(value: str, form: Format, *, macintosh: bool = False) -> str:
    """Give a number as the sheet shows it: all digits, dates as 2026-03-07."""
    if form.date or form.time:
        return _date(value, form, macintosh=macintosh)
    if not value.isdecimal():
        value = plain(value)
    return _padded(value, form.mask) if form.mask else value


def _date(value: str, form: Format, *, macintosh: bool) -> str:
    try:
        days = float(value) + (_MACINTOSH if macintosh else 0)
        if not 0 <= days < _LAST_DAY:
            return value
        moment = _EPOCH + dt.timedelta(seconds=round(days * 86400))
    except (ValueError, OverflowError):
        return value
    date = f"{moment:%Y-%m-%d}" if form.date and days >= 1 else ""
    clock = f"{moment:%H:%M:%S}" if form.time else ""
    return " ".join(filter(None, (date, clock))) or value


def _padded(value: str, mask: str) -> str:
    if not value.isdecimal() or not mask:
        return value
    digits = list(value.zfill(mask.count("0")))
    shown_ = [digits.pop() if mark == "0" else mark for mark in reversed(mask)]
    return "".join(digits) + "".join(reversed(shown_))


def _format(number: str, codes: dict[str, str], veil: str) -> Format:
    if number in codes:
        whole = codes[number]
        code = _QUOTED.sub("", whole).lower()
        if whole.strip() == ";;;":
            return Format(veil="不显示的单元格")
        date = any(mark in code for mark in "yd") or ("m" in code and not any(mark in code for mark in "hs"))
        time = any(mark in code for mark in "hs") and "general" not in code
        first = code.partition(";")[0].strip()
        mask = first if _PADDED.fullmatch(first) else ""
        return Format(date=date and "general" not in code, time=time, mask=mask, veil=veil)
    builtin = natural(number)
    return Format(date=builtin in _DATES, time=builtin in _TIMES or builtin == 22, veil=veil)  # noqa: PLR2004


def _ink(font: Element, names: LocalNames) -> str:
    return next((_colour(item) for item in font if names[item.tag] == "color"), _BLACK)


def _ground(fill: Element, names: LocalNames) -> str | None:
    """Give the colour of a fill: None where there is none, nothing where it is a pattern or a gradient."""
    pattern = next((item for item in fill if names[item.tag] == "patternFill"), None)
    if pattern is None:
        return "" if len(fill) else None
    if (kind := pattern.get("patternType", "none")) != "solid":
        return None if kind == "none" else ""
    return next((_colour(item) for item in pattern if names[item.tag] == "fgColor"), "")


def _colour(item: Element) -> str:
    """Give a colour as RRGGBB where that is told, else by its place in a list, so that equals are equal."""
    told = {key: value for key, value in item.attrib.items() if key != "tint" or value.strip("0.")}
    if "rgb" in told:
        return told["rgb"][-6:].upper() + told.get("tint", "")
    place = " ".join(f"{key} {value}" for key, value in sorted(told.items()))
    return _LISTED.get(place, place)
