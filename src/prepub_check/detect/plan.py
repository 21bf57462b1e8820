"""Which rules are worth trying where: literals and shapes, each with the rules it calls for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from ..model import PartKind
from ..ruleset.rule import Requires, Rule
from ..ruleset.ruleset import RuleSet
from ..text.shapes import ShapeFinder, shape_named
from .company import required_company
from .literals import LiteralFinder, literal_finder


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
        """The numbers of the rules that each anchor calls for."""
        return _turned(
            (_key(anchor), number) for number, rule in enumerate(self.rules) for anchor in rule.find.anchor
        )

    @cached_property
    def terms(self) -> Mapping[str, tuple[int, ...]]:
        """The literals that are findings themselves, with the numbers of their rules."""
        return _turned((term, number) for number, rule in enumerate(self.rules) for term in rule.find.terms)

    @cached_property
    def literals(self) -> LiteralFinder:
        """What finds the anchors and terms that are literals."""
        return literal_finder((*self.terms, *(anchor for anchor in self.called if not shape_named(anchor))))

    @cached_property
    def shapes(self) -> ShapeFinder:
        """What finds the anchors that are shapes."""
        return ShapeFinder({name for anchor in self.called if (name := shape_named(anchor))})


@lru_cache(maxsize=64)
def plans_for(ruleset: RuleSet, kind: PartKind) -> tuple[Plan, ...]:
    """Index the rules that look at one kind of part: those that stand alone, then those in company of them.

    Each plan after the first has the rules whose company is all in the plans before it.
    """
    rules = [rule for rule in ruleset.rules if kind in (rule.find.kinds or (kind,))]
    return tuple(
        Plan(level, frozenset(filter(None, map(required_company, level)))) for level in _levels(rules)
    )


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
