"""Text as a terminal shows it: harmless code points, display columns, and a mark under a stretch."""

from __future__ import annotations

from typing import Final
from unicodedata import category, combining, east_asian_width

_SURROUND: Final = 40
_CUT: Final = "..."


def visible(text: str) -> str:
    r"""Replace, one for one, every code point that would steer a terminal or hide itself.

    >>> visible("内\u200b部\t资料\x1b[2J")
    '内�部 资料␛[2J'
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    match character:
        case "\t":
            return " "
        case "\n":
            return "⏎"
        case _ if character < " ":
            return chr(0x2400 + ord(character))
        case _ if category(character) in {"Cc", "Cf", "Zl", "Zp"}:
            return "\ufffd"
        case _:
            return character


def width(text: str) -> int:
    r"""Count the columns that ``text`` takes: two for a wide character, none for a combining one.

    >>> width("密级ABC"), width("ＡＢ"), width("e\u0301")
    (7, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if combining(character) or category(character) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def underline(text: str, start: int, end: int) -> tuple[str, str]:
    r"""Give ``text`` on one line, cut to what surrounds ``[start, end)``, and the line that marks it.

    >>> print(*underline("密级：机密", 3, 5), sep="\n")
    密级：机密
          ^^^^
    """
    first, last = max(0, start - _SURROUND), min(len(text), end + _SURROUND)
    before = _CUT * (first > 0) + visible(text[first:start])
    marked = visible(text[start:end])
    after = visible(text[end:last]) + _CUT * (last < len(text))
    return (before + marked + after).rstrip(), " " * width(before) + "^" * max(1, width(marked))
