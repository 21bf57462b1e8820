"""What makes a rule risky although its examples pass."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Final

from ..ruleset import Rule
from ..ruleset.rule import Context
from ..ruleset.verify import verify
from ..text.fold import fold
from ..text.patterns import compile_pattern
from ..text.shapes import shape, shape_named
from .examples import plain

_WORD_CLASS: Final = re.compile(r"(?<!\\)(?:\\\\)*\\[bBwW]")
# A dot without a limit, or a repetition of what repeats without one.
_UNBOUNDED: Final = re.compile(r"(?<!\\)\.[*+]|[*+]\)[*+]")
_ADVERSARY: Final = 100_000
_PUMP: Final = 2_000
_EXAMPLES: Final = 3
_KINDS: Final[tuple[Callable[[str], bool], ...]] = (
    str.isdigit,
    lambda character: character.isascii() and character.isalpha(),
    str.isalpha,
    lambda _: True,
)
# Seconds of processor time for a pattern over 100,000 code points made to be slow, and when to stop waiting.
_SLOW: Final = 1.0
_STOP: Final = 5.0


def lint(rule: Rule) -> tuple[str, ...]:
    """Say what does not hold or is risky: word classes, anchors no example holds, patterns that run away."""
    unfit = (f"{rule.id}：{'.'.join(path)}：{message}" for path, message in verify(rule))
    return (*unfit, *_word_classes(rule), *_unbounded(rule), *_idle_anchors(rule), *_slow_patterns(rule))


def _word_classes(rule: Rule) -> Iterator[str]:
    for place, pattern in _patterns(rule):
        if found := _WORD_CLASS.search(pattern):
            yield (
                f"{rule.id}：{place} 用了 {found[0]}，汉字也算“单词字符”，紧挨汉字的值会漏掉；"
                "请用 (?<![0-9A-Za-z]) 和 (?![0-9A-Za-z])"
            )


def _unbounded(rule: Rule) -> Iterator[str]:
    for place, pattern in _patterns(rule):
        if found := _UNBOUNDED.search(pattern):
            yield f"{rule.id}：{place} 的 {found[0]} 没有上限；请写成 {{0,20}} 这样的有限次数"


def _idle_anchors(rule: Rule) -> Iterator[str]:
    hits = "\n".join(fold(plain(example)).text for example in (*rule.examples.hit, *rule.examples.doubtful))
    for anchor in rule.find.anchor:
        name = shape_named(anchor)
        if not (anchor in hits if name is None else shape(name).search(hits)):
            yield f"{rule.id}：锚点“{anchor}”在 hit 例子里一次也没有出现；请补例子或删掉它"


def _slow_patterns(rule: Rule) -> Iterator[str]:
    for place, pattern in _patterns(rule):
        for text in _adversaries(rule):
            seconds = _seconds(pattern, text)
            if seconds > _SLOW:
                yield (
                    f"{rule.id}：{place} 在十万字的刁难文本上用了 {seconds:.1f} 秒；"
                    "请给重复加上限（如 .{0,20}），避免嵌套重复"
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
    """Give long texts that nearly match: one piece over and over, or an example with one piece pumped up."""
    pieces = ["a", "1", " ", "密", "1 ", "a1", "a.", "密 ", "("]
    for example in rule.examples.hit[:_EXAMPLES]:
        text = fold(plain(example)).text.replace("\n", " ")
        pieces += [text, text[:-1], *_pumped(text)]
    for piece in dict.fromkeys(pieces):
        yield (piece * (_ADVERSARY // len(piece) + 1))[:_ADVERSARY]


def _pumped(text: str) -> Iterator[str]:
    """Give a text cut after each run of one kind of character, its last character repeated."""
    for place in range(1, len(text)):
        if _kind(text[place - 1]) != _kind(text[place]):
            yield text[:place] + text[place - 1] * _PUMP
    yield text + text[-1] * _PUMP


def _kind(character: str) -> int:
    return next(kind for kind, fits in enumerate(_KINDS) if fits(character))


def _patterns(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.find.pattern:
        yield "find.pattern", rule.find.pattern
    if rule.find.at:
        yield "find.at", rule.find.at
    for pattern in rule.find.also:
        yield "find.also", pattern
    for role in ("needs", "expects", "unless"):
        context: Context = getattr(rule.judge, role)
        for side in ("before", "after", "near", "header"):
            for pattern in getattr(context, side):
                yield f"judge.{role}.{side}", pattern
