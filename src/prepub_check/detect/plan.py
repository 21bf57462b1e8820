"""Which rules are worth trying where: literals and shapes, each with the rules it calls for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..model import PartKind
from ..ruleset.rule import Rule
from ..ruleset.ruleset import RuleSet
from ..text.shapes import shape_named
from .company import needs_company
from .literals import LiteralFinder


class Plan(NamedTuple):
    """The anchors of rules, turned round to the numbers of the rules that each calls for.

    ``rules`` has each rule after those that it requires, ``anchors`` what calls for each of them; ``terms``
    are the literals that are findings themselves, ``shapes`` the anchors that are no literals, by name.
    Where none of the rules in ``company`` has a candidate, none of these rules can have a hit; empty, they
    need none.
    """

    rules: tuple[Rule, ...]
    anchors: tuple[tuple[str, ...], ...]
    company: frozenset[str]
    finder: LiteralFinder
    called: Mapping[str, tuple[int, ...]]
    terms: Mapping[str, tuple[int, ...]]
    shapes: Mapping[str, str]


@lru_cache(maxsize=64)
def plans_for(ruleset: RuleSet, kind: PartKind) -> tuple[Plan, Plan]:
    """Index the rules that look at one kind of part: first those that stand alone, then those in company."""
    rules = tuple(_in_order(rule for rule in ruleset.rules if kind in (rule.find.kinds or (kind,))))
    return (
        _plan(tuple(rule for rule in rules if not needs_company(rule))),
        _plan(tuple(rule for rule in rules if needs_company(rule))),
    )


def _plan(rules: tuple[Rule, ...]) -> Plan:
    company = frozenset(other for rule in rules if needs_company(rule) for other in _required(rule))
    anchors = tuple(tuple(map(_key, rule.find.anchor)) for rule in rules)
    called = _turned((anchor, number) for number, mine in enumerate(anchors) for anchor in mine)
    terms = _turned((term, number) for number, rule in enumerate(rules) for term in rule.find.terms)
    shapes = {name: anchor for anchor in called if (name := shape_named(anchor))}
    finder = LiteralFinder((*terms, *(called.keys() - shapes.values())))
    return Plan(rules, anchors, company, finder, called, terms, shapes)


def _key(anchor: str) -> str:
    """Give an anchor in one writing; brackets keep the shape ``<mac>`` apart from the literal ``mac``."""
    name = shape_named(anchor)
    return anchor if name is None else f"<{name}>"


def _turned(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    called: dict[str, list[int]] = defaultdict(list)
    for anchor, number in pairs:
        called[anchor].append(number)
    return {anchor: tuple(numbers) for anchor, numbers in called.items()}


def _in_order(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Give each rule after those that it requires; loading has refused rules that run in a circle."""
    waiting = {rule.id: rule for rule in rules}
    while ready := [rule for rule in waiting.values() if waiting.keys().isdisjoint(_required(rule))]:
        yield from ready
        for rule in ready:
            del waiting[rule.id]


def _required(rule: Rule) -> tuple[str, ...]:
    return rule.judge.requires.rules if rule.judge.requires else ()
