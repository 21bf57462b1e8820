"""Which rules are worth trying where: literals and shapes, each with the rules it calls for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..model import PartKind
from ..ruleset.rule import Requires, Rule
from ..ruleset.ruleset import RuleSet
from ..text.shapes import ShapeFinder, shape_named
from .company import required_company
from .literals import LiteralFinder


class Plan(NamedTuple):
    """The anchors of rules, turned round to the numbers of the rules that each calls for.

    ``anchors`` is what calls for each of the ``rules``, ``called`` the same turned round; ``terms`` are the
    literals that are findings themselves. The hits of the rules stand only in the company that one of them
    ``requires``; where none does, anywhere.
    """

    rules: tuple[Rule, ...]
    anchors: tuple[tuple[str, ...], ...]
    requires: frozenset[Requires]
    literals: LiteralFinder
    shapes: ShapeFinder
    called: Mapping[str, tuple[int, ...]]
    terms: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=64)
def plans_for(ruleset: RuleSet, kind: PartKind) -> tuple[Plan, ...]:
    """Index the rules that look at one kind of part: those that stand alone, then those in company of them.

    Each plan after the first has the rules whose company is all in the plans before it.
    """
    rules = [rule for rule in ruleset.rules if kind in (rule.find.kinds or (kind,))]
    return tuple(_plan(level) for level in _levels(rules))


def _plan(rules: tuple[Rule, ...]) -> Plan:
    requires = frozenset(filter(None, map(required_company, rules)))
    anchors = tuple(tuple(map(_key, rule.find.anchor)) for rule in rules)
    called = _turned((anchor, number) for number, mine in enumerate(anchors) for anchor in mine)
    terms = _turned((term, number) for number, rule in enumerate(rules) for term in rule.find.terms)
    shapes = {anchor: name for anchor in called if (name := shape_named(anchor))}
    literals = LiteralFinder((*terms, *(called.keys() - shapes.keys())))
    return Plan(rules, anchors, requires, literals, ShapeFinder(set(shapes.values())), called, terms)


def _key(anchor: str) -> str:
    """Give an anchor in one writing; brackets keep the shape ``<mac>`` apart from the literal ``mac``."""
    name = shape_named(anchor)
    return anchor if name is None else f"<{name}>"


def _turned(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    called: dict[str, list[int]] = defaultdict(list)
    for anchor, number in pairs:
        called[anchor].append(number)
    return {anchor: tuple(numbers) for anchor, numbers in called.items()}


def _levels(rules: Iterable[Rule]) -> Iterator[tuple[Rule, ...]]:
    """Give the rules that need no company, then those whose company was given, as often as it takes."""
    waiting = {rule.id: rule for rule in rules}
    level = tuple(rule for rule in waiting.values() if not required_company(rule))
    while level:
        yield level
        for rule in level:
            del waiting[rule.id]
        level = tuple(rule for rule in waiting.values() if waiting.keys().isdisjoint(_company(rule)))


def _company(rule: Rule) -> tuple[str, ...]:
    requires = required_company(rule)
    return requires.rules if requires else ()
