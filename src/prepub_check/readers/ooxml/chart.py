"""Charts: their titles, and the data they keep of the workbook they were made from (§21.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..strands import Mark
from ..texts import joined

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .reading import Reading


def read_chart(reading: Reading, name: str, root: Element) -> None:
    """Read a chart: its words as body, the values behind it as cache, a row a category."""
    title, page = reading.numbered("图表"), reading.pages.get(name)
    for item in root.iter():
        if reading.names[item.tag] == "p":
            reading.strands.of("body", title).line(joined(item, reading.names), Mark(title, page=page))
    series = [_series(item, reading) for item in root.iter() if reading.names[item.tag] == "ser"]
    place = f"{title} 的数据"
    strand = reading.strands.of("cache", place)
    for number, row in enumerate(_rows([each for each in series if any(each.values())]), 1):
        for column, value in enumerate(row, 1):
            end = "\t" if column < len(row) else "\n"
            strand.piece(value + end, Mark(place, None, 1, number, column, page=page))


def _series(series: Element, reading: Reading) -> dict[str, list[str]]:
    """Give the cached points of a series' name, categories and values."""
    found: dict[str, list[str]] = {}
    for item in series:
        role = {"xVal": "cat", "yVal": "val"}.get(local := reading.names[item.tag], local)
        if role in ("tx", "cat", "val", "bubbleSize"):
            points = [value.text or "" for value in item.iter() if reading.names[value.tag] == "v"]
            found.setdefault(role, []).extend(points)
    return found


def _rows(series: list[dict[str, list[str]]]) -> list[list[str]]:
    if not series:
        return []
    categories = max((each.get("cat", []) for each in series), key=len)
    columns = [each.get("val", []) for each in series]
    length = max(len(categories), *map(len, columns))
    header = ["类别", *(" ".join(each.get("tx", [])) for each in series)]
    return [header, *([_at(column, row) for column in (categories, *columns)] for row in range(length))]


def _at(column: list[str], row: int) -> str:
    return column[row] if row < len(column) else ""
