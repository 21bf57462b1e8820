"""How sheets name their columns."""

from __future__ import annotations


def column_of(place: str) -> int:
    """Give the column, from 1, of a cell's name.

    >>> column_of("C5"), column_of("AB1")
    (3, 28)
    """
    column = 0
    for character in place:
        if not "A" <= character <= "Z":
            break
        column = column * 26 + ord(character) - 64
    return column or 1
