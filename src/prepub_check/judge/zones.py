"""The zones a rule may ask for, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ..ruleset.rule import Zone
from ..text.segment import Segment, Span

ZONES: Final[Mapping[Zone, Callable[[Segment, Span], bool]]] = MappingProxyType(
    {
        "head": lambda segment, span: span[0] <= segment.head_end,
        "tail": lambda segment, span: span[0] >= segment.tail_start,
        "own-line": Segment.fills_line,
        "title": Segment.in_title,
        "cell": Segment.fills_cell,
    }
)
