"""What people write beside the files in an archive."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Location, Part
from ..pieces import Pieces

_NAME = "压缩包注释"


def comment_parts(comments: Iterable[str | None], path: str) -> tuple[Part, ...]:
    """Give the comments of an archive and its files as one part, or none."""
    pieces = Pieces()
    for comment in filter(None, comments):
        pieces.add(f"{comment}\n", Location(path=path, kind="comment", name=_NAME))
    return pieces.parts("comment", _NAME)
