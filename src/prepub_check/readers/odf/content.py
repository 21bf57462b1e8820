"""The content and the styles of an OpenDocument: body of each kind, headers and footers (§3)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ..flow import Flow
from ..strands import Mark
from ..texts import joined
from .changes import read_changes
from .looks import points, read_looks
from .sheets import read_beside, read_data, read_sheet
from .slides import read_page
from .story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ...model import PartKind
    from .opening import Opening

_HEADERS: Final = MappingProxyType(
    {
        "header": "页眉",
        "header-first": "页眉（首页）",
        "header-left": "页眉（偶数页）",
        "footer": "页脚",
        "footer-first": "页脚（首页）",
        "footer-left": "页脚（偶数页）",
    }
)
_NAMING: Final = ("num-prefix", "num-suffix", "display-name")


def read_content(opening: Opening, name: str, root: Element) -> None:
    """Read the body of a document, or of an object inside one."""
    del name
    outer = opening.looks
    opening.looks = {**outer, **read_looks(root, opening.names)}
    for item in root.iter():
        match opening.names[item.tag]:
            case "text":
                _read_text(opening, item)
            case "spreadsheet":
                for table in item:
                    is_sheet = opening.names[table.tag] == "table"
                    (read_sheet if is_sheet else read_beside)(opening, table)
            case "presentation" | "drawing":
                pages = [page for page in item if opening.names[page.tag] == "page"]
                for number, page in enumerate(pages, 1):
                    read_page(opening, page, number)
            case "chart" if item.get("class") is None and len(item):
                _read_chart(opening, item)
            case "forms" | "scripts" | "automatic-styles":
                _read_names(opening, item)
            case _:
                continue
    opening.looks = outer


def read_styles(opening: Opening, name: str, root: Element) -> None:
    """Read headers, footers and masters; the looks of styles are for the content."""
    del name
    if not opening.title:
        opening.looks = read_looks(root, opening.names)
        opening.sizes = dict(_sizes(opening, root))
    for item in root.iter():
        if opening.names[item.tag] == "master-page":
            _read_master(opening, item)
    _read_names(opening, root)


def _sizes(opening: Opening, root: Element) -> Iterator[tuple[str, tuple[float, float]]]:
    """Give the size of the pages that use each master."""
    layouts: dict[str, tuple[float, float]] = {}
    for item in root.iter():
        if opening.names[item.tag] == "page-layout":
            for properties in item:
                width, height = (
                    opening.names.value(properties, "page-width"),
                    opening.names.value(properties, "page-height"),
                )
                if width and height:
                    layouts[opening.names.value(item, "name")] = points(width), points(height)
        elif opening.names[item.tag] == "master-page":
            layout = opening.names.value(item, "page-layout-name")
            if layout in layouts:
                yield opening.names.value(item, "name"), layouts[layout]


def _read_text(opening: Opening, body: Element) -> None:
    changes = read_changes(opening, body)
    story = Story(opening, "body", changes)
    story.blocks(body, Flow(opening.strands.of("body", opening.title), opening.title))
    for change in changes:
        if changes[change][0].removed:
            story.inline.deleted(change)


def _read_master(opening: Opening, master: Element) -> None:
    for item in master:
        local = opening.names[item.tag]
        if title := _HEADERS.get(local):
            kind: PartKind = "header" if local.startswith("header") else "footer"
            part = opening.named(title)
            Story(opening, kind, {}).blocks(item, Flow(opening.strands.of(kind, part), part))
        else:
            title = opening.named("母版")
            Story(opening, "header", {}).blocks((item,), Flow(opening.strands.of("header", title), title))


def _read_chart(opening: Opening, chart: Element) -> None:
    """Read a chart: its words as body, the values behind it as cache."""
    title = opening.named("图表")
    for item in chart.iter():
        if opening.names[item.tag] in ("title", "subtitle", "footer"):
            opening.strands.of("body", title).line(joined(item, opening.names), Mark(title))
        elif opening.names[item.tag] == "table":
            read_data(opening, item, f"{opening.title} 的数据".strip())


def _read_names(opening: Opening, root: Element) -> None:
    for item in root.iter():
        for key, value in item.attrib.items():
            if opening.names[key] in _NAMING and len(value.strip()) > 1:
                opening.strands.of("attribute", "编号文字与样式名称").line(value, Mark("编号文字与样式名称"))
            elif opening.names[key] in ("current-value", "label", "href", "help-message"):
                opening.strands.of("attribute", "控件与脚本").line(value, Mark("控件与脚本"))
