"""Whether an image hides what lies under it: told by its own pixels, masks included."""

from __future__ import annotations

import ctypes
from typing import Any, Final

import pypdfium2.raw as pdfium

from ..layout.geometry import Point, back
from .handles import bounds_of
from .paint import Picture

_SOLID: Final = 250
_WITH_ALPHA: Final = (pdfium.FPDFBitmap_BGRA, pdfium.FPDFBitmap_BGRA_Premul)


class Pixels:
    """An image as painted on a page, its holes seen through."""

    __slots__ = ("_box", "_data", "_height", "_matrix", "_stride", "_width")

    def __init__(self, document: Any, page: Any, picture: Picture) -> None:
        self._box = bounds_of(picture.handle)
        self._matrix = picture.matrix
        self._data = b""
        self._width = self._height = self._stride = 0
        bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, picture.handle)
        if bitmap:
            try:
                self._copy(bitmap)
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)

    def _copy(self, bitmap: Any) -> None:
        if pdfium.FPDFBitmap_GetFormat(bitmap) in _WITH_ALPHA:
            self._width, self._height = (
                pdfium.FPDFBitmap_GetWidth(bitmap),
                pdfium.FPDFBitmap_GetHeight(bitmap),
            )
            self._stride = pdfium.FPDFBitmap_GetStride(bitmap)
            address = pdfium.FPDFBitmap_GetBuffer(bitmap)
            self._data = ctypes.string_at(address, self._stride * self._height)

    def hides(self, point: Point) -> bool:
        """Whether nothing shows through at a point of the page."""
        left, bottom, right, top = self._box
        if right <= left or top <= bottom:
            return False
        if not self._data:
            return True
        x, y = back(point, self._matrix)
        across = min(max(int((x - left) / (right - left) * self._width), 0), self._width - 1)
        down = min(max(int((top - y) / (top - bottom) * self._height), 0), self._height - 1)
        return self._data[down * self._stride + across * 4 + 3] >= _SOLID
