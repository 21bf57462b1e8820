"""Which rules are worth trying where: literals and shapes, each with the rules it calls for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..model import PartKind
from ..ruleset.rule import Find, Rule
from ..ruleset.ruleset import RuleSet
from ..text.segment import Segment, Span
from ..text.shapes import SHAPES, shape_named
from .literals import LiteralFinder


class Plan(NamedTuple):
    """The anchors of a rule set, turned round; ``order`` has each rule after those that it requires."""

    order: tuple[Rule, ...]
    literals: LiteralFinder
    by_literal: Mapping[str, tuple[Rule, ...]]
    by_shape: Mapping[str, tuple[Rule, ...]]

    def anchors(self, text: str) -> Iterator[tuple[int, str, tuple[Rule, ...]]]:
        """Give the offset and text of each anchor, and the rules it calls for; each source in order."""
        for start, literal in self.literals.find(text):
            yield start, literal, self.by_literal[literal]
        for shape, rules in self.by_shape.items():
            for match in SHAPES[shape].finditer(text):
                yield match.start(), match[0], rules


@lru_cache(maxsize=64)
def plan_for(ruleset: RuleSet, kind: PartKind) -> Plan:
    """Index the rules that look at one kind of part by their anchors; once for each rule set and kind."""
    looking = tuple(rule for rule in ruleset.rules if kind in (rule.find.kinds or (kind,)))
    by_literal: dict[str, list[Rule]] = defaultdict(list)
    by_shape: dict[str, list[Rule]] = defaultdict(list)
    for rule in looking:
        for anchor in rule.find.terms:
            by_literal[anchor].append(rule)
        for anchor in rule.find.anchor:
            shape = shape_named(anchor)
            (by_literal[anchor] if shape is None else by_shape[shape]).append(rule)
    return Plan(
        tuple(_in_order(looking)),
        LiteralFinder(by_literal),
        {literal: tuple(rules) for literal, rules in by_literal.items()},
        {shape: tuple(rules) for shape, rules in by_shape.items()},
    )


def _in_order(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    """Give each rule after those that it requires; loading has refused rules that run in a circle."""
    waiting = {rule.id: rule for rule in rules}
    while ready := [rule for rule in waiting.values() if waiting.keys().isdisjoint(_required(rule))]:
        yield from ready
        for rule in ready:
            del waiting[rule.id]


def _required(rule: Rule) -> tuple[str, ...]:
    return rule.judge.requires.rules if rule.judge.requires else ()


def windows(segment: Segment, starts: list[int], reach: int) -> Iterator[Span]:
    """Give the windows around anchors, in order, those that overlap made one."""
    low = high = -1
    for start in sorted(starts):
        if start < high and not reach:
            continue
        first, last = segment.window(start, reach)
        if first < high:
            high = max(high, last)
            continue
        if high >= 0:
            yield low, high
        low, high = first, last
    if high >= 0:
        yield low, high


def worth_trying(find: Find, text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Leave out windows that are too long for a rule, or hold none of the words that it also asks for."""
    for low, high in spans:
        fits = find.longest is None or high - low <= find.longest
        if fits and (not find.also or any(text.find(word, low, high) >= 0 for word in find.also)):
            yield low, high
