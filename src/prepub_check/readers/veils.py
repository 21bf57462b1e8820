"""What keeps text from being seen, by the names that reports and the rules of ``rules/hidden`` go by."""

from __future__ import annotations

from typing import Final

from ..model import PartKind

HIDDEN: Final = "隐藏文字"
TINY: Final = "极小的文字"
WHITE: Final = "白色的文字"
BLACKED: Final = "涂黑的文字"
LOST: Final = "与底色相同的文字"
_WHITE, _BLACK = "FFFFFF", "000000"
_COVERED: Final = frozenset((BLACKED, LOST))


def kind_of(veil: str) -> PartKind:
    """Give the kind of part that text behind a veil belongs to."""
    return "covered" if veil in _COVERED else "hidden"


def on_ground(colour: object, ground: object, black: object) -> str:
    """Name text in the colour of what lies behind it, or nothing; black on black is a failed redaction."""
    if colour != ground:
        return ""
    return BLACKED if ground == black else LOST


def in_cell(colour: str, ground: str | None) -> str:
    """Name text of a cell in the colour of its fill, or white where it has none; nothing where it is seen.

    Colours are RRGGBB, empty where they are not known; ``ground`` is None for no fill.
    """
    if ground is None:
        return WHITE if colour == _WHITE else ""
    return on_ground(colour, ground, _BLACK) if colour else ""
