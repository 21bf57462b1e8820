"""Where rules are called for: the windows that hold an anchor of theirs, and the places of their terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from ..text.segment import Segment, Window
from ..text.shapes import find_shapes
from .plan import Plan


class Calls(NamedTuple):
    """By number of a rule: the windows to run its pattern in, in order, or the places of its terms."""

    windows: Mapping[int, list[Window]]
    terms: Mapping[int, list[tuple[int, str]]]


def find_calls(plan: Plan, segment: Segment) -> Calls:
    """Find every anchor in a few passes over the text."""
    windows: dict[int, set[Window]] = defaultdict(set)
    terms: dict[int, list[tuple[int, str]]] = defaultdict(list)
    called = [(start, plan.shapes[shape]) for shape, start in find_shapes(segment.text, plan.shapes)]
    for start, literal in plan.finder.find(segment.text):
        for rule in plan.terms.get(literal, ()):
            terms[rule].append((start, literal))
        if rules := plan.literals.get(literal):
            called.append((start, rules))
    window = Window(0, 0, 0, 0)
    for start, rules in called:
        if not window.low <= start < window.high:
            window = segment.window(start)
        for rule in rules:
            windows[rule].add(window)
    return Calls({rule: sorted(found) for rule, found in windows.items()}, terms)
