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
from .literals import LiteralFinder


class Plan(NamedTuple):
    """The anchors of rules, turned round to the ids of the rules that each calls for.

    ``order`` has each rule after those that it requires; ``terms`` are the literals that are findings
    themselves, ``literals`` and ``shapes`` those that call for a pattern.
    """

    order: tuple[Rule, ...]
    finder: LiteralFinder
    terms: Mapping[str, tuple[str, ...]]
    literals: Mapping[str, tuple[str, ...]]
    shapes: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=64)
def plan_for(ruleset: RuleSet, kind: PartKind) -> Plan:
    """Index the rules that look at one kind of part by their anchors; once for each rule set and kind."""
    looking = tuple(rule for rule in ruleset.rules if kind in (rule.find.kinds or (kind,)))
    anchors = [(rule, anchor, shape_named(anchor)) for rule in looking for anchor in rule.find.anchor]
    terms = _turned((term, rule.id) for rule in looking for term in rule.find.terms)
    literals = _turned((anchor, rule.id) for rule, anchor, shape in anchors if shape is None)
    shapes = _turned((shape, rule.id) for rule, _, shape in anchors if shape is not None)
    return Plan(tuple(_in_order(looking)), LiteralFinder((*terms, *literals)), terms, literals, shapes)


def _turned(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    called: dict[str, list[str]] = defaultdict(list)
    for anchor, rule_id in pairs:
        called[anchor].append(rule_id)
    return {anchor: tuple(rules) for anchor, rules in called.items()}


def _in_order(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    """Give each rule after those that it requires; loading has refused rules that run in a circle."""
    waiting = {rule.id: rule for rule in rules}
    while ready := [rule for rule in waiting.values() if waiting.keys().isdisjoint(_required(rule))]:
        yield from ready
        for rule in ready:
            del waiting[rule.id]


def _required(rule: Rule) -> tuple[str, ...]:
    return rule.judge.requires.rules if rule.judge.requires else ()
