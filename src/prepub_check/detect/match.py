"""Running one rule over its windows: a pattern within a time budget, or terms as they were found."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import regex

from ..ruleset.rule import Rule
from ..text.patterns import compile_pattern
from ..text.segment import Segment, Span, Window
from .candidate import Candidate

# Seconds that a rule from outside the wheel may spend on one part.
BUDGET: Final = 5.0

_Search = Callable[[str, int, int], regex.Match[str] | None]


def match_pattern(rule: Rule, segment: Segment, windows: Iterable[Window]) -> Iterator[Candidate]:
    """Give the candidates of a pattern rule; raises TimeoutError where its budget runs out."""
    text, pattern = segment.text, compile_pattern(rule.find.pattern or "")
    search = pattern.search if rule.trusted else _within_budget(pattern)
    for window in windows:
        low, high, first, last = window
        line = text[first:last]
        if match := search(line, low - first, high - first):
            yield from _candidates(rule, window, _matches(search, line, match, high - first))


def _candidates(rule: Rule, window: Window, matches: Iterable[regex.Match[str]]) -> Iterator[Candidate]:
    for match in matches:
        span = _shift(match.span(), window.first)
        named = match.span("value") if "value" in match.re.groupindex else (-1, -1)
        value = _shift(named, window.first) if named != (-1, -1) else span
        if value[0] < value[1] and match[0].count("\n") <= rule.find.across_lines:
            yield Candidate(rule, span, value)


def _matches(
    search: _Search, line: str, match: regex.Match[str] | None, high: int
) -> Iterator[regex.Match[str]]:
    """Give the first match and those after it that stay the same when the pattern sees the whole line."""
    while match:
        start, end = match.span()
        same = high == len(line) or _is_same(match, match.re.match(line, start))
        if same:
            yield match
        match = search(line, max(end, start + 1) if same else start + 1, high)


def _is_same(match: regex.Match[str], whole: regex.Match[str] | None) -> bool:
    return whole is not None and whole.regs == match.regs


def _within_budget(pattern: regex.Pattern[str]) -> _Search:
    """Give a pattern's search with so much time for all its calls together."""
    deadline = time.monotonic() + BUDGET

    def search(line: str, low: int, high: int) -> regex.Match[str] | None:
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            raise TimeoutError
        return pattern.search(line, low, high, timeout=remaining)

    return search


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


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether an ASCII term is a word of its own; a term in 汉字 always is."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (
        (_is_ascii_word(text[start]) and _is_ascii_word(before))
        or (_is_ascii_word(text[end - 1]) and _is_ascii_word(after))
    )


def _is_ascii_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
