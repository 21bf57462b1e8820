"""Where rules are called for: the windows that hold each anchor, and the places of terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ..text.segment import Segment, Span, Window
from .plan import Plan


class Calls(NamedTuple):
    """The windows that hold an anchor, by anchor, in order; and the places of terms, by rule's number."""

    windows: Mapping[str, list[Window]]
    terms: Mapping[int, list[tuple[int, str]]]

    def rules(self, plan: Plan) -> list[int]:
        """Give the numbers of the rules that are called for, in their order."""
        return sorted({*self.terms, *chain.from_iterable(plan.called[anchor] for anchor in self.windows)})

    def windows_of(self, anchors: Sequence[str]) -> Sequence[Window]:
        """Give the windows that hold one of the anchors, in order."""
        found = [self.windows[anchor] for anchor in anchors if anchor in self.windows]
        return found[0] if len(found) == 1 else sorted(set(chain.from_iterable(found)))


def find_calls(plan: Plan, segment: Segment, spans: Iterable[Span]) -> Calls:
    """Find every anchor in the spans, a few passes over each."""
    text = segment.text
    terms: dict[int, list[tuple[int, str]]] = defaultdict(list)
    places: list[tuple[int, str]] = []
    for low, high in spans:
        places += ((start, f"<{name}>") for start, name in plan.shapes.find(text, low, high))
        for start, literal in plan.literals.find(text, low, high):
            if literal in plan.called:
                places.append((start, literal))
            for rule in plan.terms.get(literal, ()):
                terms[rule].append((start, literal))
    windows: dict[str, list[Window]] = defaultdict(list)
    window = Window(0, -1, 0, 0)
    for start, anchor in sorted(places):
        if start >= window.high:
            window = segment.window(start)
        found = windows[anchor]
        if not found or found[-1] is not window:
            found.append(window)
    return Calls(windows, terms)
