"""What a rule must hold to beyond its types: names that exist, patterns that compile, examples that mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import regex

from ..text.fold import fold
from ..text.patterns import any_of, compile_pattern
from ..text.shapes import SHAPES, shape_named
from ..tomlfile import did_you_mean
from ..validators import VALIDATORS
from .rule import Context, Rule

Path = tuple[str, ...]
Report = Iterator[tuple[Path, str]]

_SHORTEST: Final = 2
_MARKED: Final = re.compile("[^«»]*(?:«[^«»]+»[^«»]*)+")
MASK: Final = re.compile(r"keep|all|(?P<head>[0-9]{1,2})\+(?P<tail>[0-9]{1,2})")


def verify(rule: Rule) -> Report:
    """Give the path of each key that does not hold, and why not."""
    for check in _CHECKS:
        yield from check(rule)


def _shape(rule: Rule) -> Report:
    find = rule.find
    if bool(find.pattern) == bool(find.terms):
        yield ("find",), "pattern 和 terms 要写一个，也只写一个"
    if find.terms and find.anchor:
        yield ("find", "anchor"), "写了 terms 就不写 anchor：字样本身就是锚点"
    if find.pattern and not find.anchor:
        yield ("find", "anchor"), "写了 pattern 就要写 anchor：哪些字样出现的行才值得试"
    if find.terms and (find.at or find.also):
        yield ("find",), "写了 terms 就不写 at 和 also：字样本身就是命中"
    if find.across_lines and find.terms:
        yield ("find", "across_lines"), "terms 不能跨行"


def _anchor(rule: Rule) -> Report:
    for literal in (*rule.find.anchor, *rule.find.terms):
        shape = shape_named(literal)
        if shape is not None and shape not in SHAPES:
            names = ("digits", *SHAPES)
            yield ("find", "anchor"), f"没有名为 {shape} 的形状{did_you_mean(shape, names)}"
        elif fold(literal).text != literal or "\n" in literal:
            yield ("find", "anchor"), f"“{literal}”要用规整后的写法：“{fold(literal).text}”"
        elif len(literal) < _SHORTEST:
            yield ("find", "anchor"), f"“{literal}”太短，几乎每行都有；请用两个字以上的字样或形状"


def _patterns(rule: Rule) -> Report:
    if rule.find.pattern:
        yield from _compiles(("find", "pattern"), rule.find.pattern)
    for key, patterns in (("at", (rule.find.at,)), ("also", rule.find.also)):
        for pattern in patterns:
            try:
                any_of((pattern,))
            except re.error as error:
                yield ("find", key), f"正则表达式不成立：{error}"
    contexts: Mapping[str, Context] = {
        "needs": rule.judge.needs,
        "expects": rule.judge.expects,
        "unless": rule.judge.unless,
    }
    for name, context in contexts.items():
        for side in ("before", "after", "near", "header"):
            for pattern in getattr(context, side):
                yield from _compiles(("judge", name, side), pattern)


def _compiles(path: Path, pattern: str) -> Report:
    try:
        compile_pattern(pattern)
    except regex.error as error:
        yield path, f"正则表达式不成立：{error}"


def _names(rule: Rule) -> Report:
    validator = rule.judge.validator
    if validator is not None and validator not in VALIDATORS:
        yield ("judge", "validator"), f"没有名为 {validator} 的校验器{did_you_mean(validator, VALIDATORS)}"
    if not MASK.fullmatch(rule.mask):
        yield ("mask",), '应写作 "keep"、"all" 或 "前几位+后几位"，如 "2+3"'
    if not rule.basis:
        yield ("basis",), "至少写一条法律依据"


def _examples(rule: Rule) -> Report:
    examples = rule.examples
    for name in ("hit", "miss"):
        if not getattr(examples, name):
            yield ("examples", name), "至少要有一个例子"
    for name in ("hit", "doubtful"):
        for example in getattr(examples, name):
            if not _MARKED.fullmatch(example):
                yield ("examples", name), "要用一对 «» 标出命中的准确位置"


_CHECKS: Final[tuple[Callable[[Rule], Report], ...]] = (_shape, _anchor, _patterns, _names, _examples)
