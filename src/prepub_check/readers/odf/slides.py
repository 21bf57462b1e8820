"""Pages of an OpenDocument presentation or drawing: shapes, notes, comments (§10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..flow import Flow
from .looks import Look, points
from .story import Story

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from ...model import PartKind
    from .opening import Opening

_ORIGIN: Final = 0.0


def read_page(opening: Opening, page: Element, number: int) -> None:
    """Read a page; one that is not shown is hidden with all that is on it."""
    look = opening.looks.get(opening.names.value(page, "style-name"), Look())
    kind: PartKind = "hidden" if look.hidden else "body"
    name = "隐藏的幻灯片" if look.hidden else ""
    size = opening.sizes.get(opening.names.value(page, "master-page-name"))
    part = f"{name or '幻灯片'} {number}"
    for shape in page:
        if opening.names[shape.tag] == "notes":
            _read(opening, shape, "note", "备注页", name="备注页", page=number)
        elif _beyond(opening, shape, size):
            title = "页面之外的内容"
            _read(opening, (shape,), "hidden", f"{part}，{title}", name=title, page=number)
        else:
            _read(opening, (shape,), kind, part, name=name, page=number)


def _read(
    opening: Opening, shapes: Iterable[Element], kind: PartKind, part: str, *, name: str, page: int
) -> None:
    flow = Flow(opening.strands.of(kind, opening.named(part)), name, page)
    Story(opening, kind, {}).blocks_on(shapes, flow)


def _beyond(opening: Opening, shape: Element, size: tuple[float, float] | None) -> bool:
    """Tell whether a shape lies wholly beyond the page."""
    x, y = opening.names.value(shape, "x"), opening.names.value(shape, "y")
    if size is None or not x or not y:
        return False
    left, top = points(x), points(y)
    right = left + points(opening.names.value(shape, "width"))
    bottom = top + points(opening.names.value(shape, "height"))
    return right <= _ORIGIN or bottom <= _ORIGIN or left >= size[0] or top >= size[1]
