"""What an earlier version of a document says that is not known from a later one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...model import Part
from ..pieces import Pieces

# Properties that every program writes anew whenever it saves.
_ROUTINE: Final = tuple(
    f"{name}："
    for name in (
        *("创建程序", "生成程序", "程序版本", "创建时间", "修改时间"),
        *("CreatorTool", "CreateDate", "ModifyDate", "MetadataDate"),
    )
)


def differences(earlier: Iterable[Part], known: set[str], number: int) -> tuple[Part, ...]:
    """Give the lines of an earlier version that are not known; they are known from then on."""
    name = f"早先的版本 {number}"
    pieces = Pieces()
    for part in earlier:
        for line, offset in _lines(part):
            if line.strip() and line not in known and not line.startswith(_ROUTINE):
                known.add(line)
                place = part.places.locate(offset)
                pieces.add(line + "\n", place._replace(kind="revision", name=name))
    return pieces.parts("revision", name)


def lines_of(parts: Iterable[Part]) -> set[str]:
    """Give all lines of parts."""
    return {line for part in parts for line, _ in _lines(part)}


def _lines(part: Part) -> Iterator[tuple[str, int]]:
    offset = 0
    for line in part.text.split("\n"):
        yield line, offset
        offset += len(line) + 1
