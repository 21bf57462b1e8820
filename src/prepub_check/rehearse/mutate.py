"""Mutation: a rule with one of its pieces taken out, which some example must notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import regex

from ..ruleset import Rule, RuleSet
from ..ruleset.rule import Context
from ..text.patterns import compile_pattern
from .examples import failures

_ROLES: Final = ("needs", "expects", "unless")
_SIDES: Final = ("before", "after", "near", "header")

Mutant = tuple[str, Rule]


def survivors(rule: Rule, ruleset: RuleSet) -> tuple[str, ...]:
    """Say which pieces could be taken out of a rule without any of its examples failing."""
    return tuple(
        f"{rule.id}：删掉{piece}，没有例子失败；请补一个靠它才成立的例子，或删掉它"
        for piece, mutant in mutants(rule)
        if next(failures(mutant, ruleset), None) is None
    )


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Give the rule without each of its pieces in turn; a pattern that breaks is no mutant."""
    for piece, mutant in (*_finders(rule), *_judges(rule)):
        if _compiles(mutant):
            yield piece, mutant


def _finders(rule: Rule) -> Iterator[Mutant]:
    find = rule.find
    lines = (find.pattern or "").split("\n")
    for number, line in enumerate(lines):
        if line.strip() and not line.strip().startswith("#"):
            pattern = "\n".join(lines[:number] + lines[number + 1 :])
            yield f" pattern 的“{line.strip()}”", replace(rule, find=replace(find, pattern=pattern))
    for term in find.terms if len(find.terms) > 1 else ():
        terms = tuple(other for other in find.terms if other != term)
        yield f"字样“{term}”", replace(rule, find=replace(find, terms=terms))
    for anchor in find.anchor if len(find.anchor) > 1 else ():
        anchors = tuple(other for other in find.anchor if other != anchor)
        yield f"锚点“{anchor}”", replace(rule, find=replace(find, anchor=anchors))
    for needed in find.also if len(find.also) > 1 else ():
        rest = tuple(other for other in find.also if other != needed)
        yield f" also 的“{needed}”", replace(rule, find=replace(find, also=rest))
    for zone in find.zone:
        zones = tuple(other for other in find.zone if other != zone)
        yield f"位置 {zone}", replace(rule, find=replace(find, zone=zones))
    if find.across_lines:
        yield " across_lines", replace(rule, find=replace(find, across_lines=0))


def _judges(rule: Rule) -> Iterator[Mutant]:
    judge = rule.judge
    if judge.validator:
        yield f"校验器 {judge.validator}", replace(rule, judge=replace(judge, validator=None))
    if judge.tags:
        yield " tags", replace(rule, judge=replace(judge, tags=None))
    for role in _ROLES:
        context: Context = getattr(judge, role)
        for side in _SIDES:
            for pattern in getattr(context, side):
                rest = tuple(other for other in getattr(context, side) if other != pattern)
                yield f" {role}.{side} 的“{pattern}”", _with(rule, role, replace(context, **{side: rest}))
    if judge.requires:
        yield " requires", replace(rule, judge=replace(judge, requires=None))


def _with(rule: Rule, role: str, context: Context) -> Rule:
    changed: dict[str, Any] = {role: context}
    return replace(rule, judge=replace(rule.judge, **changed))


def _compiles(rule: Rule) -> bool:
    if rule.find.pattern is None:
        return True
    try:
        return compile_pattern(rule.find.pattern).search("") is None
    except regex.error:
        return False
