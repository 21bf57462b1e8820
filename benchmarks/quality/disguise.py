"""Ways in which people write a value so that a plain search misses it, by the class of the value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import Final

Disguise = Callable[[Random, str], str]

_FULL_WIDTH: Final = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_NUMERALS: Final = ("〇一二三四五六七八九", "零一二三四五六七八九")
_TRADITIONAL: Final = str.maketrans(
    "机绝内资报级长业务开传阅参办讨论审请单领导会签处号密征见项严发启结释仅限应给予",
    "機絕內資報級長業務開傳閱參辦討論審請單領導會簽處號密徵見項嚴發啟結釋僅限應給予",
)
_INVISIBLE: Final = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")
_SHARE: Final = 0.3
_SPREADABLE: Final = 10
_SHORT: Final = 2


def _full_width(_rng: Random, value: str) -> str:
    return value.translate(_FULL_WIDTH)


def _invisible(rng: Random, value: str) -> str:
    place = rng.randrange(1, len(value))
    return value[:place] + rng.choice(_INVISIBLE) + value[place:]


def _numerals(rng: Random, value: str) -> str:
    return value.translate(str.maketrans("0123456789", rng.choice(_NUMERALS)))


def _broken(rng: Random, value: str) -> str:
    place = rng.randrange(len(value) // 3, len(value) - len(value) // 3)
    return f"{value[:place]}\n{value[place:]}"


def _roman_ten(_rng: Random, value: str) -> str:
    return value.replace("X", "\u2169")


def _small_x(_rng: Random, value: str) -> str:
    return value.replace("X", "x")


def _country(rng: Random, value: str) -> str:
    return rng.choice(("+86", "+86 ", "+86-", "86-", "0086-", "（+86）")) + value


def _traditional(_rng: Random, value: str) -> str:
    return value.translate(_TRADITIONAL)


def _spread(separator: str) -> Disguise:
    def spread(_rng: Random, value: str) -> str:
        signs = re.findall(r"[0-9]+|[^ \u3000]", value)
        return separator.join(signs) if len(signs) <= _SPREADABLE else value

    return spread


def _spread_digits(_rng: Random, value: str) -> str:
    return " ".join(value)


def _grouped(separators: str, *shapes: tuple[int, ...]) -> Disguise:
    def group(rng: Random, value: str) -> str:
        separator = rng.choice(separators)
        shape = next((shape for shape in rng.sample(shapes, len(shapes)) if sum(shape) == len(value)), None)
        sizes = shape or (4,) * (len(value) // 4) + ((len(value) % 4,) if len(value) % 4 else ())
        pieces, start = [], 0
        for size in sizes:
            pieces.append(value[start : start + size])
            start += size
        return separator.join(pieces)

    return group


_SPACES: Final = " \u3000\u00a0\u2002"
_HYPHENS: Final = "--－–—"
_COMMON: Final = MappingProxyType({"full-width": _full_width, "invisible": _invisible, "line-break": _broken})
_CLASSES: Final[Mapping[str, Mapping[str, Disguise]]] = MappingProxyType(
    {
        "id": {
            **_COMMON,
            "spaces": _grouped(_SPACES, (6, 8, 4), (6, 4, 4, 4), (6, 4, 2, 2, 4), (6, 6, 3)),
            "hyphens": _grouped(_HYPHENS, (6, 8, 4), (6, 4, 4, 4), (6, 6, 3)),
            "spread": _spread_digits,
            "numerals": _numerals,
            "roman-ten": _roman_ten,
            "small-x": _small_x,
        },
        "mobile": {
            **_COMMON,
            "spaces": _grouped(_SPACES, (3, 4, 4)),
            "hyphens": _grouped(_HYPHENS, (3, 4, 4)),
            "spread": _spread_digits,
            "dots": _grouped(".·", (3, 4, 4)),
            "numerals": _numerals,
            "country-code": _country,
        },
        "card": {
            **_COMMON,
            "spaces": _grouped(_SPACES, (4, 4, 4, 4, 3), (4, 4, 4, 4), (6, 13)),
            "hyphens": _grouped(_HYPHENS, (4, 4, 4, 4, 3), (4, 4, 4, 4)),
        },
        "number": {"full-width": _full_width, "invisible": _invisible},
        "mail": {"full-width": _full_width, "full-width-at": lambda _rng, value: value.replace("@", "＠")},
        "plate": {
            "full-width": _full_width,
            "spaces": lambda _rng, value: f"{value[:2]} {value[2:].lstrip('·')}",
            "hyphens": lambda _rng, value: f"{value[:2]}-{value[2:].lstrip('·')}",
        },
        "phrase": {
            "spaces": _spread(" "),
            "wide-spaces": _spread("\u3000"),
            "invisible": _invisible,
            "traditional": _traditional,
        },
        "token": {"invisible": _invisible},
        "long-token": {"invisible": _invisible, "line-break": _broken},
        "name": {
            "name-gap": lambda _rng, value: f"{value[0]}\u3000{value[1]}" if len(value) == _SHORT else value
        },
        "address": {"full-width": _full_width, "numerals": _numerals},
    }
)
_WITHIN_ONE_FIELD: Final = frozenset({"line-break", "spread", "spaces", "wide-spaces", "hyphens"})


def disguise(rng: Random, kind: str, value: str, *, inside_field: bool = False) -> tuple[str, str]:
    """Give the value, in three cases of ten in another writing, and the name of that writing.

    ``inside_field`` leaves out the writings that would tear a column of a table apart.
    """
    known = _CLASSES.get(kind, {})
    names = [name for name in known if not (inside_field and name in _WITHIN_ONE_FIELD)]
    if not names or rng.random() >= _SHARE:
        return value, ""
    name = rng.choice(names)
    written = known[name](rng, value)
    return (written, name) if written != value else (value, "")
