"""Running one rule over its windows: a pattern within a time budget, or terms as they were found."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Final

import regex

from ..ruleset.rule import Rule
from ..text.patterns import compile_pattern
from ..text.segment import Segment, Span
from .candidate import Candidate
from .zones import in_zones

# Seconds that a rule from outside the wheel may spend on one part.
BUDGET: Final = 5.0


def match_pattern(rule: Rule, segment: Segment, windows: Iterable[Span]) -> Iterator[Candidate]:
    """Give the candidates of a pattern rule; raises TimeoutError where its budget runs out."""
    deadline = None if rule.trusted else time.monotonic() + BUDGET
    text, across = segment.text, rule.find.across_lines
    pattern = compile_pattern(rule.find.pattern or "")
    group: str | int = "value" if "value" in pattern.groupindex else 0
    for low, high in windows:
        for match in pattern.finditer(text[low:high], timeout=_remaining(deadline)):
            start, end = _value(match, group)
            if start < end and match[0].count("\n") <= across:
                span = _shift(match.span(), low)
                if in_zones(rule.find.zone, segment, span):
                    yield Candidate(rule, span, (start + low, end + low))


def match_terms(rule: Rule, segment: Segment, found: Iterable[tuple[int, str]]) -> Iterator[Candidate]:
    """Give the candidates of a term rule: leftmost, then longest, none inside an ASCII word."""
    position = 0
    for start, term in sorted(found, key=lambda hit: (hit[0], -len(hit[1]))):
        end = start + len(term)
        if start >= position and _stands_free(segment.text, start, end):
            position = end
            if in_zones(rule.find.zone, segment, (start, end)):
                yield Candidate(rule, (start, end), (start, end))


def _remaining(deadline: float | None) -> float | None:
    if deadline is None:
        return None
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise TimeoutError
    return remaining


def _value(match: regex.Match[str], group: str | int) -> Span:
    span = match.span(group)
    return span if span != (-1, -1) else match.span()


def _shift(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether an ASCII term is a word of its own; a term in 汉字 always is."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (
        (_is_ascii_word(text[start]) and _is_ascii_word(before))
        or (_is_ascii_word(text[end - 1]) and _is_ascii_word(after))
    )


def _is_ascii_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
