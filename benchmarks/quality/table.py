"""Lists as public bodies write them: tabs, Markdown, aligned columns, comma-separated, records, HTML."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from .catalogue import Roster
from .document import LeakKind
from .draft import Draft
from .scene import Scene
from .template import Filling, write_template

Kinds = Mapping[str, LeakKind]
Layout = Callable[[Draft, Roster, list[Filling], Kinds], None]


def write_table(draft: Draft, roster: Roster, scene: Scene, kinds: Kinds, rows: int) -> None:
    """Write a list of so many rows in a layout that fits the document."""
    title = Filling(scene).plain(roster.title)
    fillings = [Filling(scene, values={"row": str(number)}) for number in range(1, rows + 1)]
    if draft.markup:
        draft.raw("<h3>")
        draft.write(title)
        draft.raw("</h3>\n")
        _write_html(draft, roster, fillings, kinds)
        return
    draft.write(f"{title}\n")
    scene.rng.choice(tuple(_LAYOUTS.values()))(draft, roster, fillings, kinds)


def _write_joined(
    draft: Draft, roster: Roster, fillings: list[Filling], kinds: Kinds, ends: tuple[str, str, str]
) -> None:
    left, between, right = ends
    draft.write(left + between.join(header for header, _ in roster.columns) + right + "\n")
    if left:
        draft.write(left + between.join("---" for _ in roster.columns) + right + "\n")
    for filling in fillings:
        draft.write(left)
        for place, (_, template) in enumerate(roster.columns):
            draft.write(between if place else "")
            write_template(draft, template, filling, kinds, inside_field=True)
        draft.write(f"{right}\n")


def _write_tabs(draft: Draft, roster: Roster, fillings: list[Filling], kinds: Kinds) -> None:
    _write_joined(draft, roster, fillings, kinds, ("", "\t", ""))


def _write_markdown(draft: Draft, roster: Roster, fillings: list[Filling], kinds: Kinds) -> None:
    _write_joined(draft, roster, fillings, kinds, ("| ", " | ", " |"))


def _write_commas(draft: Draft, roster: Roster, fillings: list[Filling], kinds: Kinds) -> None:
    _write_joined(draft, roster, fillings, kinds, ("", ",", ""))


def _write_aligned(draft: Draft, roster: Roster, fillings: list[Filling], kinds: Kinds) -> None:
    widths = [max(6, _width(header) + 4, _WIDE.get(header, 0)) for header, _ in roster.columns]
    for (header, _), width in zip(roster.columns, widths, strict=True):
        draft.write(header + " " * max(2, width - _width(header)))
    draft.write("\n")
    for filling in fillings:
        for (_, template), width in zip(roster.columns, widths, strict=True):
            before = draft.length
            write_template(draft, template, filling, kinds, inside_field=True)
            draft.write(" " * max(2, width - _width(draft.since(before))))
        draft.write("\n")


def _write_records(draft: Draft, roster: Roster, fillings: list[Filling], kinds: Kinds) -> None:
    for filling in fillings:
        for header, template in roster.columns:
            draft.write(f"{header}：")
            write_template(draft, template, filling, kinds)
            draft.write("\n")
        draft.write("\n")


def _write_html(draft: Draft, roster: Roster, fillings: list[Filling], kinds: Kinds) -> None:
    draft.raw('<table border="1" cellspacing="0">\n<tr>')
    for header, _ in roster.columns:
        draft.raw("<th>")
        draft.write(header)
        draft.raw("</th>")
    draft.raw("</tr>\n")
    for filling in fillings:
        draft.raw("<tr>")
        for _, template in roster.columns:
            draft.raw("<td>")
            write_template(draft, template, filling, kinds, inside_field=True)
            draft.raw("</td>")
        draft.raw("</tr>\n")
    draft.raw("</table>\n")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


_WIDE: Final = MappingProxyType(
    {"姓名": 10, "身份证号码": 22, "身份证号": 22, "联系电话": 15, "手机号码": 15, "家庭住址": 50}
)
_LAYOUTS: Final[Mapping[str, Layout]] = MappingProxyType(
    {
        "tabs": _write_tabs,
        "markdown": _write_markdown,
        "commas": _write_commas,
        "aligned": _write_aligned,
        "records": _write_records,
    }
)
