"""How identifiers are written out: separators to leave out, numerals and look-alikes to read as digits."""

from __future__ import annotations

from typing import Final

_SEPARATORS: Final = " \t\n-.·/_"
_NUMERALS: Final = ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "○幺")
_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys(_SEPARATORS),
        **dict.fromkeys("×Ⅹⅹ", "X"),
        **{numeral: str(digit) for row in _NUMERALS for digit, numeral in enumerate(row)},
    }
)


def compact(value: str) -> str:
    r"""Give the identifier without separators, in capitals and plain digits.

    >>> compact("110105 19491231\n002x"), compact("幺三八〇")
    ('11010519491231002X', '1380')
    """
    return value.translate(_PLAIN).upper()


def is_digits(text: str) -> bool:
    """Tell whether the text is made of the ten ASCII digits only."""
    return text.isascii() and text.isdigit()
