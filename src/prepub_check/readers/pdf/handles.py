"""What pdfium says of one page object, as plain values."""

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
_OPTIONAL_CONTENT: Final = "OC\0".encode("utf-16-le")


def address_of(handle: Any) -> int:
    """Give what tells an object from all others of its page."""
    return ctypes.addressof(handle.contents)


def is_blended(handle: Any) -> bool:
    """Whether something shows through an object, other than through the holes of an image."""
    return bool(pdfium.FPDFPageObj_HasTransparency(handle))


def colour_of(handle: Any, *, stroke: bool) -> Colour:
    """Give red, green, blue and alpha, each up to 255."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    get = pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor
    get(handle, red, green, blue, alpha)
    return red.value, green.value, blue.value, alpha.value


def bounds_of(handle: Any) -> Box:
    """Give left, bottom, right, top."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def matrix_of(handle: Any) -> Matrix:
    """Give the matrix that an object is painted by."""
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def clip_of(handle: Any, matrix: Matrix) -> Box | None:
    """Give the box that an object is cut to, or None."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    box: Box | None = None
    for path in range(pdfium.FPDFClipPath_CountPaths(clip) if clip else 0):
        count = pdfium.FPDFClipPath_CountPathSegments(clip, path)
        segments = (pdfium.FPDFClipPath_GetPathSegment(clip, path, number) for number in range(count))
        points = [moved(point_of(segment), matrix) for segment in segments]
        if points:
            box = common(box_of(points), box)
    return box


def layer_of(handle: Any) -> str | None:
    """Give the name of the optional-content group that an object is marked with (ISO 32000-1, 8.11)."""
    for number in range(pdfium.FPDFPageObj_CountMarks(handle)):
        mark = pdfium.FPDFPageObj_GetMark(handle, number)
        if _bytes(ctypes.c_ushort, pdfium.FPDFPageObjMark_GetName, mark) == _OPTIONAL_CONTENT:
            name = _bytes(ctypes.c_ubyte, pdfium.FPDFPageObjMark_GetParamBlobValue, mark, b"Name")
            return decoded(name)
    return None


def _bytes(unit: Any, get: Any, *of: Any) -> bytes:
    buffer = (unit * _LONGEST_NAME)()
    length = ctypes.c_ulong()
    return bytes(buffer)[: length.value] if get(*of, buffer, ctypes.sizeof(buffer), length) else b""
