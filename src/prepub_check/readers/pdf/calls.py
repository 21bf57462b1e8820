"""The functions of pdfium that are asked of every character and object, without ctypes' checks of arguments.

Those take longer than what is asked; only handles, whole numbers and places to write to go in.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium


class Handle(ctypes.c_void_p):
    """An object of a page; ``value`` tells it from all others."""


def _bare(function: Any, gives: Any = ctypes.c_int) -> Any:
    bare = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    bare.restype = gives
    return bare


page_object = _bare(pdfium.FPDFPage_GetObject, Handle)
form_object = _bare(pdfium.FPDFFormObj_GetObject, Handle)
count_form_objects = _bare(pdfium.FPDFFormObj_CountObjects)
kind = _bare(pdfium.FPDFPageObj_GetType)
bounds = _bare(pdfium.FPDFPageObj_GetBounds)
matrix = _bare(pdfium.FPDFPageObj_GetMatrix)
fill_colour = _bare(pdfium.FPDFPageObj_GetFillColor)
stroke_colour = _bare(pdfium.FPDFPageObj_GetStrokeColor)
stroke_width = _bare(pdfium.FPDFPageObj_GetStrokeWidth)
has_transparency = _bare(pdfium.FPDFPageObj_HasTransparency)
render_mode = _bare(pdfium.FPDFTextObj_GetTextRenderMode)
draw_mode = _bare(pdfium.FPDFPath_GetDrawMode)
count_segments = _bare(pdfium.FPDFPath_CountSegments)
segment = _bare(pdfium.FPDFPath_GetPathSegment, Handle)
segment_kind = _bare(pdfium.FPDFPathSegment_GetType)
segment_point = _bare(pdfium.FPDFPathSegment_GetPoint)
clip_path = _bare(pdfium.FPDFPageObj_GetClipPath, Handle)
count_clips = _bare(pdfium.FPDFClipPath_CountPaths)
count_clip_segments = _bare(pdfium.FPDFClipPath_CountPathSegments)
clip_segment = _bare(pdfium.FPDFClipPath_GetPathSegment, Handle)
count_marks = _bare(pdfium.FPDFPageObj_CountMarks)
mark = _bare(pdfium.FPDFPageObj_GetMark, pdfium.FPDF_PAGEOBJECTMARK)
is_generated = _bare(pdfium.FPDFText_IsGenerated)
text_object = _bare(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
character_box = _bare(pdfium.FPDFText_GetLooseCharBox)
