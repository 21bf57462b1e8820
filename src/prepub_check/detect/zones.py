"""The zones a rule may ask for, by name: whether a match stands in one, and whether a window reaches one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ..ruleset.rule import Zone
from ..text.segment import Segment, Span, Window

_HOLDS: Final[Mapping[Zone, Callable[[Segment, Span], bool]]] = MappingProxyType(
    {
        "head": lambda segment, span: span[0] <= segment.head_end,
        "tail": lambda segment, span: span[0] >= segment.tail_start,
        "own-line": Segment.fills_line,
        "title": Segment.in_title,
        "cell": Segment.fills_cell,
    }
)
_REACHED: Final[Mapping[Zone, Callable[[Segment, Window], bool]]] = MappingProxyType(
    {
        "head": lambda segment, window: window.low <= segment.head_end,
        "tail": lambda segment, window: window.high >= segment.tail_start,
        "own-line": lambda _segment, _window: True,
        "title": lambda segment, window: segment.part.kind == "heading" or window.low < segment.title_end,
        "cell": lambda _segment, _window: True,
    }
)


# The name of a file is always short: that a mark stands alone in it, or first, says nothing.
_OF_TEXT: Final = frozenset(("head", "tail", "own-line"))


def in_zones(zones: tuple[Zone, ...], segment: Segment, match: Span) -> bool:
    """Tell whether a match stands in one of the zones, or none is asked for."""
    if not zones:
        return True
    void = _OF_TEXT if segment.part.kind == "attachment" else ()
    return any(zone not in void and _HOLDS[zone](segment, match) for zone in zones)


def reaches_zones(zones: tuple[Zone, ...], segment: Segment, window: Window) -> bool:
    """Tell whether something in one of the zones could begin in a window, or none is asked for."""
    return not zones or any(_REACHED[zone](segment, window) for zone in zones)
