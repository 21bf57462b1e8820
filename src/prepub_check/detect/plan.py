"""Which rules are worth trying where: literals and shapes, each with the rules it calls for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import TypeVar

from ..model import PartKind
from ..ruleset.rule import Requires, Rule
from ..ruleset.ruleset import RuleSet
from ..text.patterns import any_of
from ..text.shapes import ShapeFinder, shape_named
from .company import required_company
from .literals import LiteralFinder, literal_finder

Value = TypeVar("Value")


@dataclass(frozen=True, eq=False)
class Plan:
    """Some rules and their anchors, turned round when they are first looked for.

    Their hits stand only in the company that one of them ``requires``; where none does, anywhere.
    """

    rules: tuple[Rule, ...]
    requires: frozenset[Requires]

    @cached_property
    def company(self) -> frozenset[str]:
        """The rules that one of them requires."""
        return frozenset(chain.from_iterable(each.rules for each in self.requires))

    @cached_property
    def called(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers of the rules that want each anchor, or an anchor at which something must match."""
        return _turned(
            (_key(anchor, rule.find.at), number)
            for number, rule in enumerate(self.rules)
            for anchor in rule.find.anchor
        )

    @cached_property
    def checked(self) -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
        """By anchor, what must match at it for some rules: their key in ``called``, and the pattern."""
        return _turned(
            (_key(anchor), (_key(anchor, rule.find.at), any_of((rule.find.at,))))
            for rule in self.rules
            for anchor in rule.find.anchor
            if rule.find.at
        )

    @cached_property
    def terms(self) -> Mapping[str, tuple[int, ...]]:
        """The literals that are findings themselves, with the numbers of their rules."""
        return _turned((term, number) for number, rule in enumerate(self.rules) for term in rule.find.terms)

    @cached_property
    def literals(self) -> LiteralFinder:
        """What finds the anchors and terms that are literals."""
        return literal_finder((*self.terms, *(anchor for anchor in self._anchors if not shape_named(anchor))))

    @cached_property
    def shapes(self) -> ShapeFinder:
        """What finds the anchors that are shapes."""
        return ShapeFinder({name for anchor in self._anchors if (name := shape_named(anchor))})

    @property
    def _anchors(self) -> Iterator[str]:
        return (anchor for rule in self.rules for anchor in rule.find.anchor)


@lru_cache(maxsize=64)
def plans_for(ruleset: RuleSet, kind: PartKind) -> tuple[Plan, ...]:
    """Index the rules that look at one kind of part: those that stand alone, then those in company of them.

    Each plan after the first has the rules whose company is all in the plans before it.
    """
    rules = [rule for rule in ruleset.rules if kind in (rule.find.kinds or (kind,))]
    return tuple(
        Plan(level, frozenset(filter(None, map(required_company, level)))) for level in _levels(rules)
    )


def _key(anchor: str, at: str = "") -> str:
    """Give an anchor in one writing; brackets keep the shape ``<mac>`` apart from the literal ``mac``."""
    name = shape_named(anchor)
    key = anchor if name is None else f"<{name}>"
    return f"{key}\n{at}" if at else key


def _turned(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    turned: dict[str, dict[Value, None]] = defaultdict(dict)
    for key, value in pairs:
        turned[key][value] = None
    return {key: tuple(values) for key, values in turned.items()}


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
