"""What an OFD page paints, in order: text, and what may lie over or under it (GB/T 33190, 8 to 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from ...model import Box
from ..layout import Span
from ..layout.geometry import Matrix, Outline, encloses, holds, moved, moved_box, times
from ..layout.geometry import box_of as box_around
from .glyphs import spans_of
from .numbers import Colour, alpha_of, box_of, colour_of, matrix_of, numbers, outlines_of

_OPAQUE: Final = 255
_DEEPEST: Final = 12
_THICK: Final = 2.0


class Text(NamedTuple):
    """A stretch of text, the order in which it was painted, its colour, and whether it is painted at all."""

    order: int
    span: Span
    colour: Colour | None
    painted: bool
    visible: bool


class Area(NamedTuple):
    """An area in one colour, or an image, which has none; it has outlines, or is a box."""

    order: int
    box: Box
    outlines: tuple[Outline, ...]
    colour: Colour | None
    opaque: bool

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether the area paints a point."""
        inside = holds(self.box, point)
        return inside and (not self.outlines or any(encloses(outline, point) for outline in self.outlines))


@dataclass(slots=True)
class Canvas:
    """Everything painted on a page; ``images`` are the numbers of the resources that it shows."""

    composites: Mapping[str, Element]
    is_solid: Callable[[str], bool]
    texts: list[Text] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    lines: list[Outline] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    order: int = 0

    def paint(self, content: Element, matrix: Matrix, *, visible: bool = True, depth: int = 0) -> None:
        """Paint the objects in a layer, a block, or a composite."""
        for element in content:
            self.order += 1
            shown = visible and element.get("Visible", "true").strip().lower() not in ("false", "0")
            match element.tag:
                case "TextObject":
                    self._paint_text(element, _placed(element, matrix), visible=shown)
                case "PathObject":
                    self._paint_path(element, _placed(element, matrix), visible=shown)
                case "ImageObject":
                    self._paint_image(element, matrix, visible=shown)
                case "CompositeObject" if depth < _DEEPEST:
                    unit = self.composites.get(element.get("ResourceID", ""))
                    if unit is not None:
                        self.paint(unit, _placed(element, matrix), visible=shown, depth=depth + 1)
                case "Layer" | "PageBlock" | "Content" if depth < _DEEPEST:
                    self.paint(element, matrix, visible=shown, depth=depth + 1)

    def _paint_text(self, element: Element, matrix: Matrix, *, visible: bool) -> None:
        fill = element.find("FillColor")
        stroked = element.get("Stroke", "false").lower() in ("true", "1")
        filled = element.get("Fill", "true").lower() not in ("false", "0")
        painted = (filled or stroked) and alpha_of(element, fill) > 0
        colour = colour_of(fill) if filled else colour_of(element.find("StrokeColor"))
        for span in spans_of(element, matrix):
            self.texts.append(Text(self.order, span, colour, painted, visible))

    def _paint_path(self, element: Element, matrix: Matrix, *, visible: bool) -> None:
        written = "".join(element.findtext("AbbreviatedData") or "")
        outlines = tuple(tuple(moved(point, matrix) for point in outline) for outline in outlines_of(written))
        if not outlines or not visible:
            return
        filled = element.get("Fill", "false").lower() in ("true", "1")
        thick = next(numbers(element.get("LineWidth", "")), 0.0) >= _THICK
        if element.get("Stroke", "true").lower() not in ("false", "0"):
            self.lines.extend(outlines)
        if filled or thick:
            kind = element.find("FillColor" if filled else "StrokeColor")
            opaque = alpha_of(element, kind) >= _OPAQUE and colour_of(kind) is not None
            box = box_around([point for outline in outlines for point in outline])
            self.areas.append(Area(self.order, box, outlines if filled else (), colour_of(kind), opaque))

    def _paint_image(self, element: Element, matrix: Matrix, *, visible: bool) -> None:
        boundary = box_of(element.get("Boundary", ""))
        resource = element.get("ResourceID", "")
        self.images.append(resource)
        if boundary is not None and visible:
            masked = element.get("ImageMask") or alpha_of(element, None) < _OPAQUE
            opaque = not masked and self.is_solid(resource)
            self.areas.append(Area(self.order, moved_box(boundary, matrix), (), None, opaque))


def _placed(element: Element, matrix: Matrix) -> Matrix:
    """Give the matrix from an object's own coordinates to the page (GB/T 33190, 8.5)."""
    left, top, *_ = box_of(element.get("Boundary", "")) or (0.0, 0.0)
    return times(times(matrix_of(element.get("CTM", "")), (1, 0, 0, 1, left, top)), matrix)


def layers_of(page: Element) -> Iterator[Element]:
    """Give the layers of a page from the bottom up."""
    found = page.findall("Content/Layer")
    ranks = {"Background": 0, "Body": 1, "Foreground": 2}
    yield from sorted(found, key=lambda layer: ranks.get(layer.get("Type", "Body"), 1))
