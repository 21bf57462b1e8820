"""What was seen of each document that has named parts, one line a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import KIND_TITLE
from .display import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import ExaminedPart, Report


def write_coverage(report: Report) -> Iterator[str]:
    """Give each document with its parts, and how much of each was examined."""
    for source in report.coverage:
        if any(part.name for part in source.parts):
            yield f"{visible(source.path)}：{'，'.join(map(_write_part, source.parts))}"


def _write_part(part: ExaminedPart) -> str:
    name = visible(part.name or KIND_TITLE[part.kind])
    match part.state:
        case "examined":
            return f"{name} {part.characters} 字"
        case "partial":
            return f"{name} {part.characters} 字（只检查了一部分：{part.cause}）"
        case "unexamined":
            return f"{name}（没有检查：{part.cause}）"
