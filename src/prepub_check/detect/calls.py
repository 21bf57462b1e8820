"""Where rules are called for: the windows that hold each anchor, and the places of terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from ..text.segment import Segment, Span, Window
from .plan import Plan

_Windows = Mapping[str, Sequence[Window]]


class Calls:
    """What calls for the rules of a plan: windows that hold an anchor, and the places of terms."""

    __slots__ = ("_anchors", "_below", "_windows", "terms")

    def __init__(self, plan: Plan, segment: Segment, spans: Iterable[Span]) -> None:
        places: list[tuple[int, str]] = []
        self.terms: dict[int, list[tuple[int, str]]] = defaultdict(list)
        text, called, checked, terms = segment.text, plan.called, plan.checked, plan.terms
        for low, high in spans:
            shapes = ((start, f"<{name}>") for start, name in plan.shapes.find(text, low, high))
            literals = plan.literals.find(text, low, high)
            for place in chain(shapes, literals):
                start, anchor = place
                if anchor in called:
                    places.append(place)
                for key, pattern in checked.get(anchor, ()):
                    if pattern.match(text, start):
                        places.append((start, key))
            for place in literals:
                for rule in terms.get(place[1], ()):
                    self.terms[rule].append(place)
        self._windows: _Windows = _windows_of(places, segment)
        self._below = _Below(self._windows, segment)
        self._anchors: dict[int, list[str]] = defaultdict(list)
        for anchor in self._windows:
            for rule in plan.called[anchor]:
                self._anchors[rule].append(anchor)

    def __iter__(self) -> Iterator[int]:
        """Give the numbers of the rules that are called for, in their order."""
        return iter(sorted({*self.terms, *self._anchors}))

    def windows(self, rule: int, *, below: bool) -> Sequence[Window]:
        """Give the windows that hold an anchor of a rule, in order.

        With ``below``, those of the rows under each table header that holds one are among them.
        """
        found = [*map((self._below if below else self._windows).__getitem__, self._anchors[rule])]
        return found[0] if len(found) == 1 else sorted(set(chain.from_iterable(found)))


class _Below(dict[str, Sequence[Window]]):
    """The windows that hold an anchor, and those of the rows below, worked out once an anchor."""

    def __init__(self, windows: _Windows, segment: Segment) -> None:
        super().__init__()
        self._windows = windows
        self._segment = segment

    def __missing__(self, anchor: str) -> Sequence[Window]:
        called, segment = self._windows[anchor], self._segment
        rows = {row for window in called for row in segment.rows_below(window.low)}
        below = (window for row in rows for window in segment.windows(*row))
        self[anchor] = sorted({*called, *below}) if rows else called
        return self[anchor]


def _windows_of(places: Iterable[tuple[int, str]], segment: Segment) -> dict[str, list[Window]]:
    windows: dict[str, list[Window]] = defaultdict(list)
    window = Window(0, -1, 0, 0)
    for start, anchor in sorted(places):
        if start >= window.high:
            window = segment.window(start)
        found = windows[anchor]
        if not found or found[-1] is not window:
            found.append(window)
    return windows
