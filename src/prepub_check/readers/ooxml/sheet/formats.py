"""Number formats of a workbook: which cells are dates, padded numbers, or not shown at all (§18.8.30)."""

from __future__ import annotations

import datetime as dt
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from ...counts import natural
from ...numbers import plain
from .colours import UNSHOWN, Change, Look, is_unshown, read_changes, read_looks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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


class Styles(NamedTuple):
    """What cells refer to by number; ``formats`` are without those that change nothing."""

    formats: Mapping[str, Format] = MappingProxyType({})
    looks: Sequence[Look] = ()
    changes: Sequence[Change] = ()


def read_styles(root: Element, names: LocalNames) -> Styles:
    """Read the styles of a workbook."""
    lists = {names[item.tag]: item for item in root}
    codes = {item.get("numFmtId", ""): item.get("formatCode", "") for item in lists.get("numFmts", ())}
    looks = read_looks(lists, names)
    formats = {}
    for number, (style, look) in enumerate(zip(lists.get("cellXfs", ()), looks, strict=True)):
        made = _format(style.get("numFmtId", "0"), codes, look.veil)
        if made != PLAIN:
            formats[str(number)] = made
    return Styles(formats, looks, read_changes(lists, names))


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
        if is_unshown(whole):
            return Format(veil=UNSHOWN)
        date = any(mark in code for mark in "yd") or ("m" in code and not any(mark in code for mark in "hs"))
        time = any(mark in code for mark in "hs") and "general" not in code
        first = code.partition(";")[0].strip()
        mask = first if _PADDED.fullmatch(first) else ""
        return Format(date=date and "general" not in code, time=time, mask=mask, veil=veil)
    builtin = natural(number)
    return Format(date=builtin in _DATES, time=builtin in _TIMES or builtin == 22, veil=veil)  # noqa: PLR2004
