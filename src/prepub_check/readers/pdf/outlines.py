"""The points of paths, as pdfium gives them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from ..layout.geometry import Matrix, Outline, Point, moved


def point_of(segment: Any) -> Point:
    """Give the end of a segment of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def outlines_of(path: Any, matrix: Matrix) -> Iterator[Outline]:
    """Give the outlines of a path object; the control points of its curves stand for the curves."""
    outline: list[Point] = []
    for number in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(outline) > 1:
                yield tuple(outline)
            outline = []
        outline.append(moved(point_of(segment), matrix))
    if len(outline) > 1:
        yield tuple(outline)
