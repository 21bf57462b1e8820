"""Number formats of a workbook: which cells are dates, padded numbers, or not shown at all (§18.8.30)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ...counts import natural
from ...numbers import plain

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
    white = {str(number) for number, font in enumerate(lists.get("fonts", ())) if _is_white(font, names)}
    bare = {str(number) for number, fill in enumerate(lists.get("fills", ())) if _is_bare(fill, names)}
    formats = {}
    for number, style in enumerate(lists.get("cellXfs", ())):
        unseen = style.get("fontId") in white and style.get("fillId", "0") in bare
        made = _format(style.get("numFmtId", "0"), codes, "白色的文字" if unseen else "")
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


def _is_white(font: Element, names: LocalNames) -> bool:
    return any(
        names[item.tag] == "color"
        and (item.get("rgb") == "FFFFFFFF" or item.get("theme") == "0")
        and not item.get("tint")
        for item in font
    )


def _is_bare(fill: Element, names: LocalNames) -> bool:
    return all(item.get("patternType", "none") == "none" for item in fill if names[item.tag] == "patternFill")
