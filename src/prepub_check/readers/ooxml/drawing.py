"""DrawingML: shapes with their text, tables and names (ISO/IEC 29500-1 §20, §21)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..markup import words
from ..strands import Mark
from ..texts import joined

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ...model import PartKind
    from .reading import Reading

_SHAPES: Final = words(
    "sp pic graphicFrame grpSp cxnSp contentPart twoCellAnchor oneCellAnchor absoluteAnchor"
)
_SAID: Final = {"descr": "替代文字", "title": "替代文字", "name": "图形名称", "tooltip": "链接提示"}
# Elements whose text is a place or a setting: of anchors, and of controls in VML.
_SETTINGS: Final = words(
    "col row colOff rowOff align posOffset f Anchor Row Column Visible MoveWithCells SizeWithCells "
    "AutoFill AutoLine TextHAlign TextVAlign LockText Locked DefaultSize PrintObject MapOCX CF Pict"
)


class Drawing:
    """Reads shapes into the part of one kind; hidden ones, and those beyond the page, into a hidden part."""

    def __init__(
        self,
        reading: Reading,
        kind: PartKind,
        mark: Mark,
        part: str,
        size: tuple[int, int] | None = None,
    ) -> None:
        self._reading = reading
        self._names = reading.names
        self._kind = kind
        self._mark = mark
        self._size = size
        self._part = part
        self._tables = 0

    def read(self, element: Element) -> None:
        """Read everything below an element."""
        for child in element:
            name = self._names[child.tag]
            if name == "p":
                self._line(joined(child, self._names))
            elif name == "tbl":
                self._table(child)
            elif name in _SHAPES and (veil := self._veil(child)):
                self._within(child, veil)
            elif name == "grpSp":
                self._group(child)
            else:
                self._say(child, name)
                self.read(child)

    def _group(self, group: Element) -> None:
        """Read shapes whose places are the group's own."""
        size, self._size = self._size, None
        self.read(group)
        self._size = size

    def _within(self, shape: Element, veil: str) -> None:
        before = self._kind, self._part, self._mark
        self._kind, self._part = "hidden", f"{self._part}，{veil}"
        self._mark = self._mark._replace(name=veil)
        self.read(shape)
        self._kind, self._part, self._mark = before

    def _line(self, text: str) -> None:
        self._reading.strands.of(self._kind, self._part).line(text, self._mark)

    def _table(self, table: Element) -> None:
        self._tables += 1
        strand = self._reading.strands.of(self._kind, self._part)
        rows = [row for row in table if self._names[row.tag] == "tr"]
        for number, row in enumerate(rows, 1):
            cells = [cell for cell in row if self._names[cell.tag] == "tc"]
            strand.end_line()
            for column, cell in enumerate(cells, 1):
                mark = self._mark._replace(table=self._tables, row=number, cell=column)
                text = " ".join(joined(cell, self._names).split())
                strand.piece(text + ("\t" if column < len(cells) else "\n"), mark)

    def _veil(self, shape: Element) -> str:
        for item in shape:
            for inner in item if self._names[item.tag].startswith("nv") else ():
                if inner.get("hidden") in ("1", "true"):
                    return "隐藏的图形"
        return "页面之外的内容" if self._size is not None and self._outside(shape, self._size) else ""

    def _outside(self, shape: Element, size: tuple[int, int]) -> bool:
        """Tell whether a shape lies wholly beyond the page."""
        for item in shape:
            for frame in (item, *item):
                if self._names[frame.tag] == "xfrm":
                    places = {self._names[each.tag]: each for each in frame}
                    if "off" in places and "ext" in places:
                        return _beyond(places["off"], places["ext"], size)
        return False

    def _say(self, element: Element, name: str) -> None:
        for key, value in element.attrib.items():
            title = _SAID.get(self._names[key])
            if title and value.strip() and name not in ("font", "latin"):
                mark = self._mark._replace(name=title)
                self._reading.strands.of("attribute", title).line(value, mark)
        if element.text and not element.text.isspace() and name not in _SETTINGS:
            self._line(element.text)


def _beyond(offset: Element, extent: Element, size: tuple[int, int]) -> bool:
    left, top = _number(offset.get("x")), _number(offset.get("y"))
    right, bottom = left + _number(extent.get("cx")), top + _number(extent.get("cy"))
    return right <= 0 or bottom <= 0 or left >= size[0] or top >= size[1]


def _number(text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        return 0
