"""What a page paints, in order: text, and the fills and pictures that may lie over or under it.

Coordinates are those that the page is shown in (``View``).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from ...model import Box
from ..layout.geometry import Matrix, Outline, common, moved_box, times
from .handles import OPAQUE, Colour, bounds_of, clip_of, colour_of, is_blended, layer_of, matrix_of
from .outlines import outlines_of

_DEEPEST: Final = 12
_THICK: Final = 5.0


class Text(NamedTuple):
    """A text object: its place in the order of painting, how it is painted, and what it is cut to."""

    order: int
    handle: Any
    mode: int
    colour: Colour
    box: Box
    clip: Box | None
    layer: str | None


class Fill(NamedTuple):
    """An area in one colour, its box where there are no outlines; ``opaque`` where nothing shows through."""

    order: int
    colour: Colour
    box: Box
    outlines: tuple[Outline, ...]
    opaque: bool


class Picture(NamedTuple):
    """An image; whether it has holes is seen in its pixels."""

    order: int
    handle: Any
    box: Box
    matrix: Matrix
    blended: bool


@dataclass(frozen=True, slots=True)
class Painting:
    """Everything on a page; ``order`` counts through all of it. ``lines`` are the outlines drawn."""

    texts: list[Text] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    lines: list[Outline] = field(default_factory=list)


class _Object(NamedTuple):
    """A page object, and what the forms around it do to it."""

    order: int
    handle: Any
    kind: int
    matrix: Matrix
    blended: bool
    layer: str | None

    @property
    def box(self) -> Box:
        return moved_box(bounds_of(self.handle), self.matrix)

    @property
    def seen(self) -> Box:
        return common(self.box, clip_of(self.handle, self.matrix))


def painting_of(page: Any, matrix: Matrix) -> Painting:
    """Walk the objects of a page, those inside forms included; ``matrix`` is that of its view."""
    painting = Painting()
    top = (pdfium.FPDFPage_GetObject(page, number) for number in range(pdfium.FPDFPage_CountObjects(page)))
    found = (each for handle in top for each in _unfold(_Object(0, handle, 0, matrix, False, None), 0))  # noqa: FBT003 -- fields in order
    for order, each in enumerate(found):
        placed = each._replace(order=order)
        match each.kind:
            case pdfium.FPDF_PAGEOBJ_TEXT:
                painting.texts.append(_text(placed))
            case pdfium.FPDF_PAGEOBJ_PATH:
                _add_path(painting, placed)
            case pdfium.FPDF_PAGEOBJ_IMAGE:
                blended = each.blended or is_blended(each.handle)
                painting.pictures.append(Picture(order, each.handle, placed.seen, each.matrix, blended))
    return painting


def _unfold(around: _Object, depth: int) -> Iterator[_Object]:
    handle = around.handle
    kind = pdfium.FPDFPageObj_GetType(handle)
    layer = layer_of(handle) or around.layer
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield around._replace(kind=kind, layer=layer)
    elif depth < _DEEPEST:
        matrix, blended = times(matrix_of(handle), around.matrix), around.blended or is_blended(handle)
        for number in range(pdfium.FPDFFormObj_CountObjects(handle)):
            inner = pdfium.FPDFFormObj_GetObject(handle, number)
            yield from _unfold(_Object(0, inner, 0, matrix, blended, layer), depth + 1)


def _text(each: _Object) -> Text:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(each.handle)
    colour = colour_of(each.handle, stroke=mode == pdfium.FPDF_TEXTRENDERMODE_STROKE)
    clip = clip_of(each.handle, each.matrix)
    return Text(each.order, each.handle, mode, colour, each.box, clip, each.layer)


def _add_path(painting: Painting, each: _Object) -> None:
    filled, stroked, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(each.handle, filled, stroked)
    outlines = tuple(outlines_of(each.handle, times(matrix_of(each.handle), each.matrix)))
    if stroked.value:
        pdfium.FPDFPageObj_GetStrokeWidth(each.handle, width)
        painting.lines.extend(outlines)
    if filled.value or width.value >= _THICK:
        colour = colour_of(each.handle, stroke=not filled.value)
        opaque = colour[3] == OPAQUE and not each.blended and not is_blended(each.handle)
        area = outlines if filled.value else ()
        painting.fills.append(Fill(each.order, colour, each.seen, area, opaque))
