"""What pivot tables keep of the data behind them (§18.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...counts import natural
from ...grid import Cell, Row, grid_part

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..reading import Reading


def read_cache(reading: Reading, name: str, root: Element) -> None:
    """Read a cache: its fields as header, its records as rows, then the items that no record uses."""
    fields = [item for item in root.iter() if reading.names[item.tag] == "cacheField"]
    items = [_items(reading, field) for field in fields]
    used: list[set[int]] = [set() for _ in items]
    rows = [Row(1, [Cell(column, field.get("name", "")) for column, field in enumerate(fields, 1)])]
    for part in reading.related(name, "pivotCacheRecords"):
        records = reading.tree(part)
        for record in () if records is None else records:
            cells = [
                Cell(column, _value(reading, value, column - 1, items, used))
                for column, value in enumerate(record, 1)
            ]
            rows.append(Row(len(rows) + 1, cells))
    rows += _unused(items, used, len(rows))
    title = reading.numbered("数据透视表缓存")
    if len(rows) > 1 and (made := grid_part(rows, reading.path, "cache", title, place=title)):
        reading.strands.put(made)


def _items(reading: Reading, field: Element) -> list[str]:
    for child in field:
        if reading.names[child.tag] == "sharedItems":
            return [item.get("v", "") for item in child]
    return []


def _value(
    reading: Reading, value: Element, column: int, items: list[list[str]], used: list[set[int]]
) -> str:
    text = value.get("v", "")
    if reading.names[value.tag] != "x" or column >= len(items):
        return text
    index = natural(text, -1)
    if 0 <= index < len(items[column]):
        used[column].add(index)
        return items[column][index]
    return text


def _unused(items: list[list[str]], used: list[set[int]], before: int) -> list[Row]:
    """Give the items that stayed behind when their records went, in their columns."""
    left = [
        [text for index, text in enumerate(each) if index not in seen]
        for each, seen in zip(items, used, strict=True)
    ]
    rows = []
    for index in range(max(map(len, left), default=0)):
        cells = [Cell(column, each[index]) for column, each in enumerate(left, 1) if index < len(each)]
        rows.append(Row(before + index + 1, cells))
    return rows
