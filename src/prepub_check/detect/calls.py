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
    windows: dict[int, list[Window]] = defaultdict(list)
    terms: dict[int, list[tuple[int, str]]] = defaultdict(list)
    text = segment.text
    called = [(start, plan.shapes[shape]) for shape, start in find_shapes(text, plan.shapes)]
    for start, literal in plan.finder.find(text):
        if literal in plan.terms:
            for rule in plan.terms[literal]:
                terms[rule].append((start, literal))
        if literal in plan.literals:
            called.append((start, plan.literals[literal]))
    called.sort()
    window = Window(0, -1, 0, 0)
    for start, rules in called:
        if start >= window.high:
            window = segment.window(start)
        for rule in rules:
            found = windows[rule]
            if not found or found[-1] is not window:
                found.append(window)
    return Calls(windows, terms)
