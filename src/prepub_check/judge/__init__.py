"""Candidate → hit: what its rule needs is there, and what argues against it is said, never dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import regex

from ..detect import Candidate
from ..model import Doubt
from ..text.segment import Segment
from .context import Surroundings
from .hit import Cue, Hit, without_values
from .names import with_tags

__all__ = ["Cue", "Hit", "judge", "with_tags", "without_values"]

_TWO_HAN: Final = regex.compile(r"[\u4e00-\u9fff]{2}")


def judge(segment: Segment, candidates: Iterable[Candidate]) -> Iterator[Hit]:
    """Give the candidates that hold, each with its cues and doubts."""
    for candidate in candidates:
        if hit := _judge_one(segment, candidate):
            yield hit


def _judge_one(segment: Segment, candidate: Candidate) -> Hit | None:
    rule, around = candidate.rule, Surroundings(segment, candidate.match)
    needed = around.find(rule.judge.needs)
    if rule.judge.needs and needed is None:
        return None
    invalid = _invalid(segment, candidate)
    if invalid and rule.judge.invalid == "drop":
        return None
    expected = around.find(rule.judge.expects)
    doubts = [*invalid, *_doubts(candidate, around, expected), *_crossing(segment, candidate)]
    label = (candidate.match[0], candidate.value[0]) if candidate.match[0] < candidate.value[0] else None
    cues = tuple(cue for cue in dict.fromkeys((label, needed, expected)) if cue)
    return Hit(rule, segment, candidate.value, cues, tuple(doubts))


def _invalid(segment: Segment, candidate: Candidate) -> list[Doubt]:
    validator = candidate.rule.judge.validator
    if validator is None:
        return []
    from ..validators import VALIDATORS  # noqa: PLC0415 -- a clean draft has nothing to validate

    reason = VALIDATORS[validator](segment.text[candidate.value[0] : candidate.value[1]])
    return [] if reason is None else [Doubt("invalid", f"校验不通过：{reason}")]


def _doubts(candidate: Candidate, around: Surroundings, expected: Cue | None) -> Iterator[Doubt]:
    rule = candidate.rule
    if rule.judge.expects and expected is None:
        yield Doubt("context", "附近没有通常伴随它的字样")
    exception = around.find(rule.judge.unless, led=True)
    if exception is not None:
        told = exception if isinstance(exception, str) else around.segment.text[slice(*exception)]
        yield Doubt("exception", f"规则列为例外：“{without_values(told)}”")


def _crossing(segment: Segment, candidate: Candidate) -> Iterator[Doubt]:
    text, (start, end) = segment.text, candidate.value
    if candidate.rule.judge.tags or not _TWO_HAN.fullmatch(text, start, end):
        return
    from ..tokens import crossing_word  # noqa: PLC0415 -- few drafts need words

    if word := crossing_word(text, start, end):
        yield Doubt("crossing-word", f"“{word}”跨过了它的边界")
