"""How identifiers are written out: separators to leave out, look-alikes to read as what they stand for."""

from __future__ import annotations

from typing import Final

_SEPARATORS: Final = " \t\n-.·/_"
_PLAIN: Final = str.maketrans({"×": "X", "Ⅹ": "X", "ⅹ": "X", **dict.fromkeys(_SEPARATORS)})


def compact(value: str) -> str:
    r"""Give the identifier without separators, in capitals.

    >>> compact("110105 19491231\n002x")
    '11010519491231002X'
    """
    return value.translate(_PLAIN).upper()


def is_digits(text: str) -> bool:
    """Tell whether the text is made of the ten ASCII digits only."""
    return text.isascii() and text.isdigit()
