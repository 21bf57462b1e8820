"""Lists as public bodies write them: tabs, Markdown, aligned columns, comma-separated, records, HTML."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from .catalogue import Roster
from .document import LeakKind
from .draft import Draft
from .scene import Scene
from .template import Filling, write_template


@dataclass(frozen=True, slots=True)
class Table:
    """A list that is about to be written."""

    draft: Draft
    roster: Roster
    rows: list[Filling]
    kinds: Mapping[str, LeakKind]
    layout: str
    headed: bool = True

    def write_cell(self, column: int, row: Filling, *, inside_field: bool = True) -> None:
        """Write one cell."""
        header, template = self.roster.columns[column]
        start = self.draft.length
        write_template(self.draft, template, row, self.kinds, inside_field=inside_field)
        layout = self.layout if self.headed else f"{self.layout}, no header"
        origin = f"{self.roster.title} [{layout}] {header}: {template}"
        self.draft.note(start, origin, self.roster.negative)


def write_table(draft: Draft, roster: Roster, scene: Scene, kinds: Mapping[str, LeakKind], rows: int) -> None:
    """Write a list of so many rows in a layout that fits the document."""
    title = Filling(scene).plain(roster.title)
    layout = "html" if draft.markup else scene.rng.choice(tuple(_LAYOUTS))
    fillings = [Filling(scene, values={"row": str(number)}) for number in range(1, rows + 1)]
    table = Table(
        draft, roster, fillings, kinds, layout, headed=bool(roster.negative or scene.rng.randrange(12))
    )
    if draft.markup:
        draft.raw(f"<h3>{title}</h3>\n")
        _write_html(table)
    else:
        draft.write(f"{title}\n")
        _LAYOUTS[layout](table)


def _write_joined(table: Table, left: str, between: str, right: str) -> None:
    draft, columns = table.draft, table.roster.columns
    if table.headed:
        draft.write(left + between.join(header for header, _ in columns) + right + "\n")
    if left and table.headed:
        draft.write(left + between.join("---" for _ in columns) + right + "\n")
    for row in table.rows:
        draft.write(left)
        for column in range(len(columns)):
            draft.write(between if column else "")
            table.write_cell(column, row)
        draft.write(f"{right}\n")


def _write_aligned(table: Table) -> None:
    draft, columns = table.draft, table.roster.columns
    widths = [max(6, _width(header) + 4, _WIDE.get(header, 0)) for header, _ in columns]
    for (header, _), width in zip(columns, widths, strict=True):
        draft.write(header + " " * max(2, width - _width(header)))
    draft.write("\n")
    for row in table.rows:
        for column, width in enumerate(widths):
            before = draft.pieces
            table.write_cell(column, row)
            draft.write(" " * max(2, width - _width(draft.since(before))))
        draft.write("\n")


def _write_records(table: Table) -> None:
    for row in table.rows:
        for column, (header, _) in enumerate(table.roster.columns):
            table.draft.write(f"{header}：")
            table.write_cell(column, row, inside_field=False)
            table.draft.write("\n")
        table.draft.write("\n")


def _write_html(table: Table) -> None:
    draft, columns = table.draft, table.roster.columns
    heads = "".join(f"<th>{header}</th>" for header, _ in columns)
    draft.raw(f'<table border="1" cellspacing="0">\n<tr>{heads}</tr>\n')
    for row in table.rows:
        draft.raw("<tr>")
        for column in range(len(columns)):
            draft.raw("<td>")
            table.write_cell(column, row)
            draft.raw("</td>")
        draft.raw("</tr>\n")
    draft.raw("</table>\n")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


_WIDE: Final = MappingProxyType(
    {"姓名": 10, "身份证号码": 22, "身份证号": 22, "联系电话": 15, "手机号码": 15, "家庭住址": 50}
)
_LAYOUTS: Final[Mapping[str, Callable[[Table], None]]] = MappingProxyType(
    {
        "tabs": lambda table: _write_joined(table, "", "\t", ""),
        "markdown": lambda table: _write_joined(table, "| ", " | ", " |"),
        "commas": lambda table: _write_joined(table, "", ",", ""),
        "aligned": _write_aligned,
        "records": _write_records,
    }
)
