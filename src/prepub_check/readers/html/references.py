"""Character references: what ``&amp;``, ``&#23494;`` and their like stand for, and where each one ends."""

from __future__ import annotations

import html
from html.entities import html5
from typing import Final

REFERENCE: Final = r"&(?:\#(?:[0-9]++|[xX][0-9a-fA-F]++)|[A-Za-z][A-Za-z0-9]*+);?+"

_LONGEST_BARE: Final = max(len(name) for name in html5 if not name.endswith(";"))
_LONGEST_NUMBER: Final = 7


def resolve(written: str, following: str | None = None) -> tuple[str, int]:
    """Give the text that a match of REFERENCE stands for, and how much of the match that takes.

    In an attribute, ``following`` is what comes next. What is no reference stands for itself.
    """
    name = written[1:]
    if name.startswith("#"):
        return _number(name[1:].rstrip(";")), len(written)
    if name.endswith(";") and name in html5:
        return html5[name], len(written)
    return _bare(name, following)


def _number(digits: str) -> str:
    base = 16 if digits[0] in "xX" else 10
    significant = digits.lstrip("xX").lstrip("0")
    if len(significant) > _LONGEST_NUMBER:
        return "\ufffd"
    return html.unescape(f"&#{int(significant or '0', base)};")


def _bare(name: str, following: str | None) -> tuple[str, int]:
    """Resolve a name without semicolon; in an attribute it may not run on, for it is mostly a query there."""
    whole = f"&{name}", len(name) + 1
    if following == "=" and not name.endswith(";"):
        return whole
    shortest = 2 if following is None else len(name)
    for length in range(min(len(name), _LONGEST_BARE), shortest - 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], length + 1
    return whole
