"""What pdfium says of one page object, as plain values.

The places that pdfium writes its answers to are made once: one thread at a time is in pdfium.
"""

from __future__ import annotations

import ctypes
from struct import Struct
from typing import Any, Final

import pypdfium2.raw as pdfium

from ...model import Box
from ..layout.geometry import Matrix, box_of, common, moved
from . import calls
from .calls import Handle
from .decoding import decoded
from .outlines import point_of

Colour = tuple[int, int, int, int]

OPAQUE: Final = 255
_LONGEST_NAME: Final = 512
_RECTANGLES: Final = (4, 5)
_OPPOSITE: Final = (0, 2)
_OPTIONAL_CONTENT: Final = "OC\0".encode("utf-16-le")
_CHANNELS: Final = (ctypes.c_uint * 4)()
_EACH_CHANNEL: Final = tuple(ctypes.byref(_CHANNELS, start) for start in range(0, 16, 4))
_COLOUR: Final = Struct("4I").unpack
_SIDES: Final = (ctypes.c_float * 4)()
_EACH_SIDE: Final = tuple(ctypes.byref(_SIDES, start) for start in range(0, 16, 4))
_BOX: Final = Struct("4f").unpack
_FOUND_MATRIX: Final = pdfium.FS_MATRIX()
_INTO_MATRIX: Final = ctypes.byref(_FOUND_MATRIX)
_MATRIX: Final = Struct("6f").unpack
_DRAWING: Final = (ctypes.c_int * 2)()
_INTO_FILLED, _INTO_STROKED = ctypes.byref(_DRAWING), ctypes.byref(_DRAWING, 4)
_FLAGS: Final = Struct("2i").unpack
_WIDTH: Final = ctypes.c_float()
_INTO_WIDTH: Final = ctypes.byref(_WIDTH)


def is_blended(handle: Handle) -> bool:
    """Whether something shows through an object, other than through the holes of an image."""
    return bool(calls.has_transparency(handle))


def colour_of(handle: Handle, *, stroke: bool) -> Colour:
    """Give red, green, blue and alpha, each up to 255."""
    get = calls.stroke_colour if stroke else calls.fill_colour
    return _COLOUR(_CHANNELS) if get(handle, *_EACH_CHANNEL) else (0, 0, 0, OPAQUE)


def bounds_of(handle: Handle) -> Box:
    """Give left, bottom, right, top."""
    return _BOX(_SIDES) if calls.bounds(handle, *_EACH_SIDE) else (0.0, 0.0, 0.0, 0.0)


def matrix_of(handle: Handle) -> Matrix:
    """Give the matrix that an object is painted by."""
    calls.matrix(handle, _INTO_MATRIX)
    return _MATRIX(_FOUND_MATRIX)


def drawing_of(path: Handle) -> tuple[int, int]:
    """Give how a path is filled, and whether its line is drawn; 0 for neither."""
    calls.draw_mode(path, _INTO_FILLED, _INTO_STROKED)
    return _FLAGS(_DRAWING)


def width_of(path: Handle) -> float:
    """Give how wide the line of a path is."""
    calls.stroke_width(path, _INTO_WIDTH)
    return _WIDTH.value


def clip_of(handle: Handle, matrix: Matrix) -> Box | None:
    """Give the box that an object is cut to, or None."""
    clip = calls.clip_path(handle)
    paths = calls.count_clips(clip)
    box: Box | None = None
    for path in range(paths) if paths > 0 else ():
        count = calls.count_clip_segments(clip, path)
        corners = _OPPOSITE if count in _RECTANGLES else range(count)
        segments = (calls.clip_segment(clip, path, number) for number in corners)
        points = [moved(point_of(segment), matrix) for segment in segments]
        if points:
            box = common(box_of(points), box)
    return box


def layer_of(handle: Handle) -> str | None:
    """Give the name of the optional-content group that an object is marked with (ISO 32000-1, 8.11)."""
    for number in range(calls.count_marks(handle)):
        mark = calls.mark(handle, number)
        if _bytes(ctypes.c_ushort, pdfium.FPDFPageObjMark_GetName, mark) == _OPTIONAL_CONTENT:
            return decoded(_bytes(ctypes.c_ubyte, pdfium.FPDFPageObjMark_GetParamBlobValue, mark, b"Name"))
    return None


def _bytes(unit: Any, get: Any, *of: Any) -> bytes:
    buffer = (unit * _LONGEST_NAME)()
    length = ctypes.c_ulong()
    return bytes(buffer)[: length.value] if get(*of, buffer, ctypes.sizeof(buffer), length) else b""
