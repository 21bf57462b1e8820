"""Holding a rule to its own examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..check import examine
from ..config import Config
from ..model import Document, Location, Part
from ..ruleset import Rule, RuleSet

_MARKS: Final = re.compile("[«»]")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that its rule does not keep, and how it falls short."""

    rule: str
    kind: str
    example: str
    reason: str

    def __str__(self) -> str:
        return f"{self.rule} 的 {self.kind} 例子“{self.example}”：{self.reason}"


@dataclass(frozen=True, slots=True)
class _Start:
    """Places of a text whose places nobody asks for."""

    def locate(self, offset: int) -> Location:
        return Location(path="例子", column=offset + 1)


def rehearse(rule: Rule, ruleset: RuleSet) -> tuple[Failure, ...]:
    """Give every example that the rule fails; ``ruleset`` holds the rules that it requires."""
    return tuple(failures(rule, ruleset))


def failures(rule: Rule, ruleset: RuleSet) -> Iterator[Failure]:
    """Give the examples that the rule fails, one at a time."""
    cast = RuleSet.of((rule, *_required(rule, ruleset)), "rehearsal")
    for example in rule.examples.hit:
        yield from _compare(rule, cast, "hit", example, firm=True)
    for example in rule.examples.doubtful:
        yield from _compare(rule, cast, "doubtful", example, firm=False)
    for example in rule.examples.miss:
        if _spans(rule, cast, example, firm=True):
            yield Failure(rule.id, "miss", example, "不该有确定的发现，却有")


def plain(example: str) -> str:
    """Give an example without its marks."""
    return _MARKS.sub("", example)


def _compare(rule: Rule, cast: RuleSet, kind: str, example: str, *, firm: bool) -> Iterator[Failure]:
    expected, found = _marked(example), _spans(rule, cast, plain(example), firm=firm)
    if expected != found:
        text = plain(example)
        told = "、".join(f"«{text[start:end]}»" for start, end in found) or "无"
        yield Failure(rule.id, kind, example, f"实际标出的是：{told}")


def _required(rule: Rule, ruleset: RuleSet) -> Iterator[Rule]:
    """Give the rules that a rule requires, those that they require, and so on."""
    wanted, seen = [rule], {rule.id}
    while wanted:
        requires = wanted.pop().judge.requires
        for rule_id in requires.rules if requires else ():
            needed = ruleset.get(rule_id)
            if needed is not None and rule_id not in seen:
                seen.add(rule_id)
                wanted.append(needed)
                yield needed


def _marked(example: str) -> list[tuple[int, int]]:
    marks = [match.start() - number for number, match in enumerate(_MARKS.finditer(example))]
    return list(zip(marks[::2], marks[1::2], strict=True))


def _spans(rule: Rule, cast: RuleSet, text: str, *, firm: bool) -> list[tuple[int, int]]:
    part = Part((*rule.find.kinds, "body")[0], text, _Start())
    document = Document(name="例子", media_type="text/plain", parts=(part,))
    report = examine(document, cast, Config())
    every = (*report.findings, *report.recognised)
    return sorted(finding.span for finding in every if finding.rule == rule.id and finding.firm == firm)
