"""The points of paths, as pdfium gives them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from struct import Struct
from typing import Final

import pypdfium2.raw as pdfium

from ..layout.geometry import Matrix, Outline, Point
from . import calls
from .calls import Handle

_POINT: Final = (ctypes.c_float * 2)()
_X, _Y = ctypes.byref(_POINT), ctypes.byref(_POINT, 4)
_READ: Final = Struct("2f").unpack
_MOVE: Final = pdfium.FPDF_SEGMENT_MOVETO


def point_of(segment: Handle) -> Point:
    """Give the end of a segment of a path; one thread at a time is in pdfium."""
    calls.segment_point(segment, _X, _Y)
    return _READ(_POINT)


def outlines_of(path: Handle, matrix: Matrix) -> Iterator[Outline]:
    """Give the outlines of a path object; the control points of its curves stand for the curves."""
    a, b, c, d, e, f = matrix
    outline: list[Point] = []
    for number in range(calls.count_segments(path)):
        segment = calls.segment(path, number)
        if outline and calls.segment_kind(segment) == _MOVE:
            if len(outline) > 1:
                yield tuple(outline)
            outline = []
        x, y = point_of(segment)
        outline.append((a * x + c * y + e, b * x + d * y + f))
    if len(outline) > 1:
        yield tuple(outline)
