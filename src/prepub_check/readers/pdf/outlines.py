"""The points of paths, as pdfium gives them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2.raw as pdfium

from ..layout.geometry import Matrix, Outline, Point

_X, _Y = ctypes.c_float(), ctypes.c_float()
_MOVE: Final = pdfium.FPDF_SEGMENT_MOVETO


def point_of(segment: Any) -> Point:
    """Give the end of a segment of a path; one thread at a time is in pdfium."""
    pdfium.FPDFPathSegment_GetPoint(segment, _X, _Y)
    return _X.value, _Y.value


def outlines_of(path: Any, matrix: Matrix) -> Iterator[Outline]:
    """Give the outlines of a path object; the control points of its curves stand for the curves."""
    a, b, c, d, e, f = matrix
    outline: list[Point] = []
    for number in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        if outline and pdfium.FPDFPathSegment_GetType(segment) == _MOVE:
            if len(outline) > 1:
                yield tuple(outline)
            outline = []
        x, y = point_of(segment)
        outline.append((a * x + c * y + e, b * x + d * y + f))
    if len(outline) > 1:
        yield tuple(outline)
