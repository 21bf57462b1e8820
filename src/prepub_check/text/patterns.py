"""Patterns as rule authors write them: verbose, over folded text, full-width punctuation welcome."""

from __future__ import annotations

import re
from functools import cache

import regex

from ..memo import MEMO
from .fold import TABLE


@cache
def compile_pattern(source: str) -> regex.Pattern[str]:
    """Compile a rule's pattern; raises ``regex.error`` where it does not hold."""
    return MEMO.result(_compile, source)


def _compile(source: str) -> regex.Pattern[str]:
    return regex.compile(fold_pattern(source), regex.VERBOSE)


@cache
def any_of(sources: tuple[str, ...]) -> re.Pattern[str]:
    """Compile simple patterns to one that matches wherever one of them does; raises ``re.error``."""
    return re.compile("|".join(map(fold_pattern, sources)), re.VERBOSE)


def fold_pattern(source: str) -> str:
    r"""Fold a pattern so that it means on folded text what its author saw.

    >>> fold_pattern("密级：（机密）")
    '密级\\:\\(机密\\)'
    """
    return "".join(map(_fold_character, source))


def _fold_character(character: str) -> str:
    folded = TABLE.get(ord(character))
    if folded is None or character in "\n\r\f\v":
        return character
    return chr(folded) if chr(folded).isalnum() else "\\" + chr(folded)


def find_any(patterns: tuple[str, ...], text: str) -> regex.Match[str] | None:
    """Give the first match of the first pattern that matches anywhere in ``text``."""
    for pattern in patterns:
        if match := compile_pattern(pattern).search(text):
            return match
    return None
