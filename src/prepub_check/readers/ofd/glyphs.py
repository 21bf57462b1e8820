"""Text objects of OFD (GB/T 33190, 11): characters at positions, put together where they stand together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element

from ...model import Box
from ..layout import Span
from ..layout.geometry import Matrix, moved_box
from .numbers import numbers

POINTS: Final = 72 / 25.4
# In sizes of the font: how far a line reaches above its base and below, and what is a gap.
_ABOVE: Final = 0.88
_BELOW: Final = 0.12
_GAP: Final = 0.9
_REPEAT: Final = "g"
_MOST: Final = 100_000


def spans_of(text: Element, matrix: Matrix) -> Iterator[Span]:
    """Give the text of a TextObject; ``matrix`` leads from its own coordinates to points of the page."""
    size = next(numbers(text.get("Size", "")), 0.0)
    upright = abs(matrix[1]) <= abs(matrix[0]) / 10 and matrix[0] > 0
    x = y = 0.0
    for code in text.iter("TextCode"):
        x = next(numbers(code.get("X", "")), x)
        y = next(numbers(code.get("Y", "")), y)
        characters = code.text or ""
        steps = list(_steps(code.get("DeltaX", ""), len(characters)))
        level = upright and not any(numbers(code.get("DeltaY", "")))
        if not level or len(steps) < len(characters) - 1:
            box = moved_box(_line(x, y, size, sum(map(width_of, characters)) * size), matrix)
            yield Span(characters, box, aside=not level)
            continue
        yield from _stretches(characters, steps, (x, y, size), matrix)


def _stretches(
    characters: str, steps: list[float], at: tuple[float, float, float], matrix: Matrix
) -> Iterator[Span]:
    """Cut a line at white space, and where a character stands far from the one before it."""
    x, y, size = at
    text, start, end = "", x, x
    for number, character in enumerate(characters):
        apart = x - end > _GAP * size or x < end - size
        if text and (apart or character.isspace()):
            yield Span(text, moved_box(_line(start, y, size, end - start), matrix))
            text = ""
        if not character.isspace():
            start = x if not text else start
            text += character
            end = x + width_of(character) * size
        x += steps[number] if number < len(steps) else width_of(character) * size
    if text:
        yield Span(text, moved_box(_line(start, y, size, end - start), matrix))


def _line(x: float, y: float, size: float, width: float) -> Box:
    return x, y - _ABOVE * size, x + width, y + _BELOW * size


def width_of(character: str) -> float:
    """Give how wide a character is likely to be, in sizes of its font."""
    return 1.0 if east_asian_width(character) in "WFA" else 0.5


def _steps(written: str, most: int) -> Iterator[float]:
    """Give the distances between characters; ``g 3 5.5`` stands for three times 5.5."""
    words = iter(written.split())
    given = 0
    for word in words:
        count, distance = 1, word
        if word == _REPEAT:
            count, distance = int(next(numbers(next(words, "")), 0)), next(words, "")
        step = next(numbers(distance), 0.0)
        for _ in range(min(count, most - given)):
            given += 1
            yield step
