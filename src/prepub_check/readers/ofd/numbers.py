"""Numbers, boxes, matrices and colours as OFD writes them in attributes (GB/T 33190, 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite
from typing import Final
from xml.etree.ElementTree import Element

from ...model import Box
from ..layout.geometry import IDENTITY, Matrix, Outline, Point

Colour = tuple[int, int, int]

_NUMBER: Final = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_STEP: Final = re.compile(rf"([SMLQBAC])|({_NUMBER.pattern})")
_OPAQUE: Final = 255
_BOX: Final = 4
_MATRIX: Final = 6
_CHANNELS: Final = 3


def numbers(written: str) -> Iterator[float]:
    """Give the numbers in a text, one after the other; what is none is passed over."""
    for found in _NUMBER.finditer(written):
        value = float(found[0])
        if isfinite(value):
            yield value


def box_of(written: str) -> Box | None:
    """Give left, top, right, bottom of a box written as x, y, width and height."""
    found = list(numbers(written))
    if len(found) < _BOX:
        return None
    x, y, width, height = found[:_BOX]
    return x, y, x + width, y + height


def matrix_of(written: str) -> Matrix:
    """Give a transformation; none is written for the identity."""
    found = list(numbers(written))
    if len(found) != _MATRIX:
        return IDENTITY
    a, b, c, d, e, f = found
    return a, b, c, d, e, f


def colour_of(element: Element | None) -> Colour | None:
    """Give a colour, black where none is said, or None where it is a pattern or of another colour space."""
    if element is None:
        return 0, 0, 0
    channels = [int(value) for value in numbers(element.get("Value", "0 0 0"))]
    if len(channels) == 1:
        channels *= _CHANNELS
    if len(channels) != _CHANNELS or len(element):
        return None
    red, green, blue = channels
    return red, green, blue


def alpha_of(element: Element, colour: Element | None) -> int:
    """Give how opaque an object is, up to 255."""
    alpha = next(numbers(element.get("Alpha", "")), float(_OPAQUE))
    if colour is not None:
        alpha = min(alpha, next(numbers(colour.get("Alpha", "")), float(_OPAQUE)))
    return int(alpha)


def outlines_of(written: str) -> Iterator[Outline]:
    """Give the outlines of AbbreviatedData; the control points of its curves stand for the curves."""
    outline: list[Point] = []
    found: list[float] = []
    for step in _STEP.finditer(written):
        if step[2]:
            found.append(float(step[2]))
            if len(found) % 2 == 0:
                outline.append((found[-2], found[-1]))
        elif step[1] in "SM":
            if len(outline) > 1:
                yield tuple(outline)
            outline, found = [], []
        else:
            found = []
    if len(outline) > 1:
        yield tuple(outline)
