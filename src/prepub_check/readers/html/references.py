"""Character references: what ``&amp;``, ``&#23494;`` and their like stand for, and where each one ends."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import Final

REFERENCE: Final = r"&(?:\#(?:[0-9]++|[xX][0-9a-fA-F]++)|[A-Za-z][A-Za-z0-9]*+);?+"

_LONGEST_BARE: Final = max(len(name) for name in html5 if not name.endswith(";"))
_LONGEST_NUMBER: Final = 7


def resolve(reference: re.Match[str], *, in_attribute: bool) -> tuple[str, int]:
    """Give the text that a match of REFERENCE stands for, and where in the source it ends.

    What is no reference stands for itself.
    """
    name = reference[0][1:]
    if name.startswith("#"):
        return _number(name[1:].rstrip(";")), reference.end()
    if name.endswith(";") and name in html5:
        return html5[name], reference.end()
    return _bare(reference, name, in_attribute=in_attribute)


def _number(digits: str) -> str:
    base = 16 if digits[0] in "xX" else 10
    significant = digits.lstrip("xX").lstrip("0")
    if len(significant) > _LONGEST_NUMBER:
        return "\ufffd"
    return html.unescape(f"&#{int(significant or '0', base)};")


def _bare(reference: re.Match[str], name: str, *, in_attribute: bool) -> tuple[str, int]:
    """Resolve a name without semicolon; in an attribute it may not run on, for it is mostly a query there."""
    whole = reference[0], reference.end()
    if in_attribute and (not name.endswith(";") and reference.string.startswith("=", reference.end())):
        return whole
    shortest = len(name) if in_attribute else 2
    for length in range(min(len(name), _LONGEST_BARE), shortest - 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], reference.start() + 1 + length
    return whole
