"""The name of a checked file: a part for the rules to look at, and a path that shows no value in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ..model import Finding, Location, Part, Source
from .inner import is_made
from .media import known_suffix
from .pieces import Pieces

_NAME: Final = "文件名"
_FEW_DIGITS: Final = 10


def name_parts(source: Source, path: str = "") -> tuple[Part, ...]:
    """Give the name of a source as one part, or none for a text and where the name says nothing.

    Locations show ``path``, or the name as it is.
    """
    _, stem = _stem(source.name)
    if source.text is not None or _says_nothing(stem):
        return ()
    pieces = Pieces()
    pieces.add(stem, Location(path=path or source.name, kind="attachment", name=_NAME))
    return pieces.parts("attachment", _NAME)


def masked_path(source: Source, findings: Iterable[Finding]) -> str:
    """Give the path of a source with what was found in its name as it may be shown."""
    path = source.name
    begun, _ = _stem(path)
    for finding in findings:
        start, end = finding.span
        path = f"{path[: begun + start]}{finding.shown}{path[begun + end :]}"
    return path


def _stem(name: str) -> tuple[int, str]:
    """Give where the last piece of a path begins, and that piece without the suffix of any format."""
    path = name.rstrip("/\\")
    file = path.replace("\\", "/").rpartition("/")[2]
    return len(path) - len(file), file.removesuffix(known_suffix(file))


def _says_nothing(stem: str) -> bool:
    """Whether a name stands for one, or is as programs make them and has no long number in it."""
    placeholder = stem.startswith("<") and stem.endswith(">")
    return placeholder or (is_made(stem) and sum(map(str.isdigit, stem)) <= _FEW_DIGITS)
