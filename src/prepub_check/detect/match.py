"""Running one rule over its windows: a pattern within a time budget, or terms as they were found."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Final

import regex

from ..ruleset.rule import Rule
from ..text.patterns import compile_pattern
from ..text.segment import Segment, Span, Window
from .candidate import Candidate

# Seconds that a rule from outside the wheel may spend on one part.
BUDGET: Final = 5.0


def match_pattern(rule: Rule, segment: Segment, windows: Iterable[Window]) -> Iterator[Candidate]:
    """Give the candidates of a pattern rule; raises TimeoutError where its budget runs out."""
    deadline = None if rule.trusted else time.monotonic() + BUDGET
    pattern = compile_pattern(rule.find.pattern or "")
    group: str | int = "value" if "value" in pattern.groupindex else 0
    for window in windows:
        for match in _matches(pattern, segment.text, window, deadline):
            span = _shift(match.span(), window.first)
            value = _shift(match.span(group), window.first) if match[group] is not None else span
            if value[0] < value[1] and match[0].count("\n") <= rule.find.across_lines:
                yield Candidate(rule, span, value)


def _matches(
    pattern: regex.Pattern[str], text: str, window: Window, deadline: float | None
) -> Iterator[regex.Match[str]]:
    """Give the matches inside a window that stay the same when the pattern sees the whole line."""
    line = text[window.first : window.last]
    place, high = window.low - window.first, window.high - window.first
    while match := pattern.search(line, place, high, timeout=_remaining(deadline)):
        start, end = match.span()
        if high == len(line) or _is_same(match, pattern.match(line, start, timeout=_remaining(deadline))):
            yield match
            place = max(end, start + 1)
        else:
            place = start + 1


def _is_same(match: regex.Match[str], whole: regex.Match[str] | None) -> bool:
    return whole is not None and whole.regs == match.regs


def match_terms(rule: Rule, segment: Segment, found: Iterable[tuple[int, str]]) -> Iterator[Candidate]:
    """Give the candidates of a term rule: leftmost, then longest, none inside an ASCII word."""
    position = 0
    for start, term in sorted(found, key=lambda hit: (hit[0], -len(hit[1]))):
        end = start + len(term)
        if start >= position and _stands_free(segment.text, start, end):
            position = end
            yield Candidate(rule, (start, end), (start, end))


def _shift(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _remaining(deadline: float | None) -> float | None:
    if deadline is None:
        return None
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise TimeoutError
    return remaining


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether an ASCII term is a word of its own; a term in 汉字 always is."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (
        (_is_ascii_word(text[start]) and _is_ascii_word(before))
        or (_is_ascii_word(text[end - 1]) and _is_ascii_word(after))
    )


def _is_ascii_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
