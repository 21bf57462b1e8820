"""Where rules are called for: the windows that hold an anchor of theirs, and the places of their terms."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from ..text.segment import Segment
from ..text.shapes import find_shapes
from .plan import Plan


class Calls(NamedTuple):
    """By rule id: the numbers of windows to run its pattern in, or the places of its terms."""

    windows: Mapping[str, list[int]]
    terms: Mapping[str, list[tuple[int, str]]]


def find_calls(plan: Plan, segment: Segment) -> Calls:
    """Find every anchor in a few passes over the text."""
    windows: dict[str, list[int]] = defaultdict(list)
    terms: dict[str, list[tuple[int, str]]] = defaultdict(list)
    text = segment.text
    called = [(start, plan.shapes[shape]) for shape, start in find_shapes(text, plan.shapes)]
    for start, literal in plan.finder.find(text):
        for rule in plan.terms.get(literal, ()):
            terms[rule].append((start, literal))
        if rules := plan.literals.get(literal):
            called.append((start, rules))
    for start, rules in called:
        number = bisect_right(segment.window_starts, start) - 1
        for rule in rules:
            windows[rule].append(number)
    return Calls({rule: sorted(set(numbers)) for rule, numbers in windows.items()}, terms)
