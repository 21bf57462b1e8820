"""The pages of an OFD document with their templates, text by how it shows (GB/T 33190, 7.5 to 7.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ...model import Box
from ..layout import Ruling, Span, lay_out
from ..layout.collection import BY_SIGHT, Bin, Collection
from ..layout.drawn import ruling_of
from ..layout.geometry import Matrix
from ..layout.sight import Sight
from .folder import Folder, Part
from .glyphs import POINTS
from .numbers import box_of
from .paint import Canvas, layers_of
from .resources import Resources, resources_of
from .sight import sorted_by_sight

_A4: Box = (0.0, 0.0, 210.0, 297.0)


class Pages(NamedTuple):
    """What the pages of a document share: its root, its resources, and its templates by number."""

    document: Part
    folder: Folder
    resources: Resources
    templates: dict[str, Part]

    @classmethod
    def of(cls, document: Part, folder: Folder) -> Pages:
        """Gather what pages refer to."""
        templates = {}
        for entry in document.root.iter("TemplatePage"):
            part = folder.part(document.path(entry.get("BaseLoc", "")), "模板页")
            if part is not None:
                templates[entry.get("ID", "")] = part
        return cls(document, folder, resources_of([document, *templates.values()], folder), templates)

    def numbered(self) -> Iterator[tuple[int, str, Part]]:
        """Give each page that can be read: where it comes in the document, its own number, and its part."""
        for number, entry in enumerate(self.document.root.iterfind("Pages/Page"), 1):
            part = self.folder.part(self.document.path(entry.get("BaseLoc", "")), f"第 {number} 页")
            if part is not None:
                yield number, entry.get("ID", ""), part

    def read(self, number: int, page: Part, into: Collection) -> list[str]:
        """Collect the text of a page, and give the paths of the images on it."""
        size = self._size(page)
        matrix = POINTS, 0.0, 0.0, POINTS, -size[0] * POINTS, -size[1] * POINTS
        canvas = self._canvas(page)
        for root in self._in_order(page):
            for layer in layers_of(root):
                canvas.paint(layer, matrix)
        width, height = (size[2] - size[0]) * POINTS, (size[3] - size[1]) * POINTS
        write(canvas, (0.0, 0.0, width, height), number, into)
        return [path for image in canvas.images if (path := self.resources.media.get(image))]

    def read_appearance(self, appearance: Element, number: int, target: Bin, into: Collection) -> None:
        """Collect the text that an annotation paints on a page."""
        left, top, *_ = box_of(appearance.get("Boundary", "")) or (0.0, 0.0)
        matrix: Matrix = (POINTS, 0.0, 0.0, POINTS, left * POINTS, top * POINTS)
        canvas = Canvas(self.resources.composites, lambda _: True)
        canvas.paint(appearance, matrix)
        spans = [text.span for text in canvas.texts]
        lay_out(spans, 0.0, into.pieces(target), into.placed(target, number))

    def _canvas(self, page: Part) -> Canvas:
        own = resources_of([page], self.folder)
        self.resources.composites.update(own.composites)
        self.resources.media.update(own.media)
        return Canvas(self.resources.composites, self._is_solid)

    def _is_solid(self, image: str) -> bool:
        """Whether an image has no holes: PNG is the format of OFD that may have them."""
        path = self.resources.media.get(image)
        return path is not None and not path.lower().endswith((".png", ".gif", ".webp", ".tif", ".tiff"))

    def _in_order(self, page: Part) -> Iterator[Element]:
        used = [
            (use.get("TemplateID", ""), use.get("ZOrder", "Background")) for use in page.root.iter("Template")
        ]
        below = [
            self.templates[name].root
            for name, order in used
            if order != "Foreground" and name in self.templates
        ]
        above = [
            self.templates[name].root
            for name, order in used
            if order == "Foreground" and name in self.templates
        ]
        yield from (*below, page.root, *above)

    def _size(self, page: Part) -> Box:
        for area in (page.root.find("Area"), self.document.root.find("CommonData/PageArea")):
            for name in ("PhysicalBox", "CropBox", "ApplicationBox"):
                if area is not None and (box := box_of(area.findtext(name) or "")):
                    return box
        return _A4


def write(canvas: Canvas, page: Box, number: int, into: Collection) -> None:
    """Collect the text of a canvas by how it shows."""
    spans: dict[Sight, list[Span]] = {}
    for sight, span in sorted_by_sight(canvas, page):
        spans.setdefault(sight, []).append(span)
    areas = (outline for area in canvas.areas for outline in area.outlines)
    ruling: Ruling = ruling_of(canvas.lines, areas)
    for sight, found in spans.items():
        target = BY_SIGHT[sight]
        lay_out(found, page[2], into.pieces(target), into.placed(target, number), ruling)
