"""A page as it is shown: points from its upper left corner, cut and turned (ISO 32000-1, 7.7.3.3)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from ...model import Box
from ..layout.geometry import Matrix, moved_box

_TURNS: Final = MappingProxyType(
    {
        0: (1, 0, 0, -1),
        1: (0, 1, 1, 0),
        2: (-1, 0, 0, 1),
        3: (0, -1, -1, 0),
    }
)


class View(NamedTuple):
    """The matrix from a page's own coordinates to those it is shown in, and its size there."""

    matrix: Matrix
    width: float
    height: float

    @classmethod
    def of(cls, page: Any) -> View:
        """Give the view of a page; ``rotation`` of a page is clockwise, in quarters."""
        found = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, found)
        a, b, c, d = _TURNS[pdfium.FPDFPage_GetRotation(page) % 4]
        turned = moved_box((found.left, found.bottom, found.right, found.top), (a, b, c, d, 0, 0))
        left, top, right, bottom = turned
        return cls((a, b, c, d, -left, -top), right - left, bottom - top)

    @property
    def box(self) -> Box:
        """The page itself."""
        return 0.0, 0.0, self.width, self.height

    def place(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Give a box of the page as it is shown."""
        a, b, _, d, e, f = self.matrix
        if not b and a > 0:
            return left + e, top * d + f, right + e, bottom * d + f
        return moved_box((left, bottom, right, top), self.matrix)
