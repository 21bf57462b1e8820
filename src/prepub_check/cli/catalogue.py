"""Rules as people look them up: a list of them, or one in full."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from ..model import CATEGORY_TITLE, SEVERITY_TITLE
from ..ruleset import Rule, RuleSet
from ..writers.display import visible

_RECORDED: Final = ("id", "title", "category", "severity", "decision", "public")


def group_of(rule: Rule) -> str:
    """Give the group of a rule, which its id begins with."""
    return rule.id.split(".")[0]


def record_rule(rule: Rule) -> dict[str, object]:
    """Give the fields of a rule that other programs ask for."""
    return {key: getattr(rule, key) for key in _RECORDED}


def tabulate(ruleset: RuleSet) -> str:
    """List the rules by group: level, id and title."""
    lines = []
    for group, members in groupby(ruleset.rules, key=group_of):
        lines.append(f"{group}：")
        lines += [f"  {_level(rule)}  {rule.id}  {rule.title}" for rule in members]
    lines.append(f"共 {len(ruleset.rules)} 条，版本 {ruleset.version}（{ruleset.fingerprint}）")
    return "\n".join(lines) + "\n"


def _level(rule: Rule) -> str:
    return "认得不报" if rule.public else SEVERITY_TITLE[rule.severity].ljust(4, "\u3000")


def describe_rule(rule: Rule) -> str:
    """Give a rule in full: what it says, how it finds it, and the examples that hold it to its word."""
    rows = [
        ("级别", _level(rule).strip()),
        ("类别", CATEGORY_TITLE[rule.category]),
        ("法律依据", "；".join(rule.basis)),
        ("建议", f"{rule.decision}。{rule.advice}"),
        ("字样", "、".join(rule.find.terms)),
        *(("应当命中", visible(example)) for example in rule.examples.hit),
        *(("应当存疑", visible(example)) for example in rule.examples.doubtful),
        *(("不应命中", visible(example)) for example in rule.examples.miss),
    ]
    lines = [f"{rule.id}  {rule.title}", *(f"  {label}：{text}" for label, text in rows if text)]
    if rule.find.pattern:
        lines += ["  写法：", *(f"    {line}" for line in rule.find.pattern.strip().splitlines())]
    return "\n".join(lines) + "\n"
