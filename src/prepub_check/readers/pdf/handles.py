"""What pdfium says of one page object, as plain values.

The places that pdfium writes its answers to are made once: one thread at a time is in pdfium.
"""

from __future__ import annotations

import ctypes
from typing import Any, Final

import pypdfium2.raw as pdfium

from ...model import Box
from ..layout.geometry import Matrix, box_of, common, moved
from .decoding import decoded
from .outlines import point_of

Colour = tuple[int, int, int, int]

OPAQUE: Final = 255
_LONGEST_NAME: Final = 512
_RECTANGLES: Final = (4, 5)
_OPPOSITE: Final = (0, 2)
_OPTIONAL_CONTENT: Final = "OC\0".encode("utf-16-le")
_RED, _GREEN, _BLUE, _ALPHA = (ctypes.c_uint() for _ in range(4))
_LEFT, _BOTTOM, _RIGHT, _TOP = (ctypes.c_float() for _ in range(4))
_FILLED, _STROKED, _WIDTH = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
_MATRIX: Final = pdfium.FS_MATRIX()


def address_of(handle: Any) -> int:
    """Give what tells an object from all others of its page."""
    return ctypes.addressof(handle.contents)


def is_blended(handle: Any) -> bool:
    """Whether something shows through an object, other than through the holes of an image."""
    return bool(pdfium.FPDFPageObj_HasTransparency(handle))


def colour_of(handle: Any, *, stroke: bool) -> Colour:
    """Give red, green, blue and alpha, each up to 255."""
    get = pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor
    if not get(handle, _RED, _GREEN, _BLUE, _ALPHA):
        return 0, 0, 0, OPAQUE
    return _RED.value, _GREEN.value, _BLUE.value, _ALPHA.value


def bounds_of(handle: Any) -> Box:
    """Give left, bottom, right, top."""
    if not pdfium.FPDFPageObj_GetBounds(handle, _LEFT, _BOTTOM, _RIGHT, _TOP):
        return 0.0, 0.0, 0.0, 0.0
    return _LEFT.value, _BOTTOM.value, _RIGHT.value, _TOP.value


def matrix_of(handle: Any) -> Matrix:
    """Give the matrix that an object is painted by."""
    found = _MATRIX
    pdfium.FPDFPageObj_GetMatrix(handle, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def drawing_of(path: Any) -> tuple[bool, bool]:
    """Give whether a path is filled, and whether its line is drawn."""
    pdfium.FPDFPath_GetDrawMode(path, _FILLED, _STROKED)
    return bool(_FILLED.value), bool(_STROKED.value)


def width_of(path: Any) -> float:
    """Give how wide the line of a path is."""
    pdfium.FPDFPageObj_GetStrokeWidth(path, _WIDTH)
    return _WIDTH.value


def clip_of(handle: Any, matrix: Matrix) -> Box | None:
    """Give the box that an object is cut to, or None."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    box: Box | None = None
    for path in range(pdfium.FPDFClipPath_CountPaths(clip) if clip else 0):
        count = pdfium.FPDFClipPath_CountPathSegments(clip, path)
        corners = _OPPOSITE if count in _RECTANGLES else range(count)
        segments = (pdfium.FPDFClipPath_GetPathSegment(clip, path, number) for number in corners)
        points = [moved(point_of(segment), matrix) for segment in segments]
        if points:
            box = common(box_of(points), box)
    return box


def layer_of(handle: Any) -> str | None:
    """Give the name of the optional-content group that an object is marked with (ISO 32000-1, 8.11)."""
    for number in range(pdfium.FPDFPageObj_CountMarks(handle)):
        mark = pdfium.FPDFPageObj_GetMark(handle, number)
        if _bytes(ctypes.c_ushort, pdfium.FPDFPageObjMark_GetName, mark) == _OPTIONAL_CONTENT:
            return decoded(_bytes(ctypes.c_ubyte, pdfium.FPDFPageObjMark_GetParamBlobValue, mark, b"Name"))
    return None


def _bytes(unit: Any, get: Any, *of: Any) -> bytes:
    buffer = (unit * _LONGEST_NAME)()
    length = ctypes.c_ulong()
    return bytes(buffer)[: length.value] if get(*of, buffer, ctypes.sizeof(buffer), length) else b""
