"""What makes a rule risky although its examples pass."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Final

from ..ruleset import Rule
from ..ruleset.rule import Context
from ..text.fold import fold
from ..text.patterns import compile_pattern
from ..text.shapes import SHAPES
from .examples import plain

_WORD_CLASS: Final = re.compile(r"(?<!\\)(?:\\\\)*\\[bBwW]")
_ADVERSARY: Final = 100_000
# Seconds of processor time for a pattern over 100,000 code points made to be slow, and when to stop waiting.
_SLOW: Final = 1.0
_STOP: Final = 5.0


def lint(rule: Rule) -> tuple[str, ...]:
    """Say what is risky: word classes, anchors no example holds, patterns that run away."""
    return (*_word_classes(rule), *_idle_anchors(rule), *_slow_patterns(rule))


def _word_classes(rule: Rule) -> Iterator[str]:
    for place, pattern in _patterns(rule):
        if found := _WORD_CLASS.search(pattern):
            yield (
                f"{rule.id}：{place} 用了 {found[0]}，汉字也算“单词字符”，紧挨汉字的值会漏掉；"
                "请用 (?<![0-9A-Za-z]) 和 (?![0-9A-Za-z])"
            )


def _idle_anchors(rule: Rule) -> Iterator[str]:
    hits = "\n".join(fold(plain(example)).text for example in (*rule.examples.hit, *rule.examples.doubtful))
    anchor = rule.find.anchor
    if isinstance(anchor, str):
        if not SHAPES[anchor].search(hits):
            yield f"{rule.id}：形状 {anchor} 在 hit 例子里一次也没有出现"
        return
    for literal in anchor:
        if literal not in hits:
            yield f"{rule.id}：锚点“{literal}”在 hit 例子里一次也没有出现；请补例子或删掉它"


def _slow_patterns(rule: Rule) -> Iterator[str]:
    for place, pattern in _patterns(rule):
        for text in _adversaries(rule):
            seconds = _seconds(pattern, text)
            if seconds > _SLOW:
                yield (
                    f"{rule.id}：{place} 在十万字的刁难文本上用了 {seconds:.1f} 秒；"
                    "请给重复加上限（如 {{0,20}}），避免嵌套重复".replace("{{", "{").replace("}}", "}")
                )
                break


def _seconds(pattern: str, text: str) -> float:
    started = time.process_time()
    try:
        for _ in compile_pattern(pattern).finditer(text, timeout=_STOP):
            pass
    except TimeoutError:
        return _STOP
    return time.process_time() - started


def _adversaries(rule: Rule) -> Iterator[str]:
    """Give long texts that nearly match: one class of character, or examples without their last piece."""
    pieces = ["a", "1", " ", "密", "1 ", "a1", "a.", "密 ", "(", "　"]
    for example in rule.examples.hit:
        text = fold(plain(example)).text.replace("\n", " ")
        pieces += [text, text[:-1], text[: len(text) // 2]]
    for piece in dict.fromkeys(piece for piece in pieces if piece):
        yield (piece * (_ADVERSARY // len(piece) + 1))[:_ADVERSARY]


def _patterns(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.find.pattern:
        yield "find.pattern", rule.find.pattern
    for role in ("needs", "expects", "unless"):
        context: Context = getattr(rule.judge, role)
        for side in ("before", "after", "near", "header"):
            for pattern in getattr(context, side):
                yield f"judge.{role}.{side}", pattern
