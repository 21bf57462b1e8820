"""What a page paints, in order: text, and the fills and pictures that may lie over or under it.

Coordinates are those that the page is shown in (``View``).
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from ...model import Box
from ..layout.geometry import Matrix, Outline, common, moved_box, times
from . import calls
from .calls import Handle
from .handles import (
    OPAQUE,
    Colour,
    bounds_of,
    clip_of,
    colour_of,
    drawing_of,
    is_blended,
    layer_of,
    matrix_of,
    width_of,
)
from .outlines import outlines_of

_DEEPEST: Final = 12
_THICK: Final = 5.0
_POINTS_OF_A_LINE: Final = 2
_TEXT: Final = pdfium.FPDF_PAGEOBJ_TEXT
_PATH: Final = pdfium.FPDF_PAGEOBJ_PATH
_IMAGE: Final = pdfium.FPDF_PAGEOBJ_IMAGE
_FORM: Final = pdfium.FPDF_PAGEOBJ_FORM


class _Around(NamedTuple):
    """What the forms around an object do to it."""

    matrix: Matrix
    blended: bool = False
    layer: str | None = None
    depth: int = 0


@dataclass(slots=True)
class Text:
    """A text object: its place in the order of painting, how it is painted, and what it is cut to."""

    order: int
    handle: Handle
    mode: int
    colour: Colour
    clip: Box | None
    around: _Around
    _box: Box | None = None

    @property
    def box(self) -> Box:
        """The box around what is painted, asked for only where something may hide it."""
        if self._box is None:
            self._box = moved_box(bounds_of(self.handle), self.around.matrix)
        return self._box

    @property
    def layer(self) -> str | None:
        """The layer that the text is on, asked for only where one does not show."""
        return layer_of(self.handle) or self.around.layer


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


@dataclass(slots=True)
class Painting:
    """Everything on a page; ``order`` counts through all of it. ``lines`` are the outlines drawn.

    ``grounds`` are the colours of fills.
    """

    texts: list[Text] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    lines: list[Outline] = field(default_factory=list)
    grounds: set[Colour] = field(default_factory=set)
    order: int = 0

    def add(self, handle: Handle, around: _Around) -> None:
        """Add an object, or all that a form holds."""
        self.order += 1
        kind = calls.kind(handle)
        if kind == _PATH:
            self._add_path(handle, around)
        elif kind == _TEXT:
            self._add_text(handle, around)
        elif kind == _IMAGE:
            blended = around.blended or is_blended(handle)
            image = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
            self.pictures.append(Picture(self.order, image, _seen(handle, around), around.matrix, blended))
        elif kind == _FORM and around.depth < _DEEPEST:
            inside = _Around(
                times(matrix_of(handle), around.matrix),
                around.blended or is_blended(handle),
                layer_of(handle) or around.layer,
                around.depth + 1,
            )
            for number in range(calls.count_form_objects(handle)):
                self.add(calls.form_object(handle, number), inside)

    def _add_text(self, handle: Handle, around: _Around) -> None:
        mode = calls.render_mode(handle)
        colour = colour_of(handle, stroke=mode == pdfium.FPDF_TEXTRENDERMODE_STROKE)
        clip = clip_of(handle, around.matrix)
        self.texts.append(Text(self.order, handle, mode, colour, clip, around))

    def _add_path(self, handle: Handle, around: _Around) -> None:
        filled, stroked = drawing_of(handle)
        if not filled and calls.count_segments(handle) == _POINTS_OF_A_LINE:
            left, top, right, bottom = moved_box(bounds_of(handle), around.matrix)
            line = (left, top), (right, bottom)
            if right - left < _THICK or bottom - top < _THICK:
                self.lines.append(line)
                return
            outlines: tuple[Outline, ...] = (line,)
        else:
            outlines = tuple(outlines_of(handle, times(matrix_of(handle), around.matrix)))
        thick = stroked and not filled and width_of(handle) >= _THICK
        if stroked:
            self.lines.extend(outlines)
        if filled or thick:
            colour = colour_of(handle, stroke=not filled)
            opaque = colour[3] == OPAQUE and not around.blended and not is_blended(handle)
            area = outlines if filled else ()
            self.grounds.add(colour)
            self.fills.append(Fill(self.order, colour, _seen(handle, around), area, opaque))


def painting_of(page: Any, matrix: Matrix) -> Painting:
    """Walk the objects of a page, those inside forms included; ``matrix`` is that of its view."""
    painting, around = Painting(), _Around(matrix)
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        painting.add(calls.page_object(page, number), around)
    return painting


def _seen(handle: Handle, around: _Around) -> Box:
    return common(moved_box(bounds_of(handle), around.matrix), clip_of(handle, around.matrix))
