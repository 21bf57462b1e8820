"""What jieba's tags say of a hit that looks like a person's name: one cue among several, never a trigger."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import regex

from ..model import Doubt
from ..text.segment import Segment, Span
from .hit import Hit

_HAN: Final = regex.compile(r"[\u4e00-\u9fff]+")
_NAMES: Final = frozenset({"nr", "nrt", "nrfg"})
# Places, bodies and other proper names, and what jieba does not know, are as likely to be a rare name.
_UNTOLD: Final = frozenset({"ns", "nt", "nz", "x"})
_CUE: Final = "词性：人名"


def with_tags(hit: Hit) -> Hit:
    """Add what the tags say, where the rule asks: last of all, for jieba is slow to load."""
    if hit.rule.judge.tags is None:
        return hit
    cue, doubts = read_tags(hit.segment, hit.span)
    return replace(hit, cues=(*hit.cues, cue) if cue else hit.cues, doubts=(*hit.doubts, *doubts))


def read_tags(segment: Segment, span: Span) -> tuple[str | None, list[Doubt]]:
    """Give the cue of a span that is tagged as a name, or the doubt of one that is not.

    A bare cell says nothing, nor does a word with which the clause ends: 高峰 may be anybody. The label
    that led to the span fixes its beginning, so only a word that runs past its end crosses it.
    """
    text, (start, end) = segment.text, span
    if not _HAN.fullmatch(text, start, end) or segment.fills_cell(span):
        return None, []
    from ..tokens import block_at, tagged_words  # noqa: PLC0415 -- few drafts need words

    for word in tagged_words(text, start):
        if word.start < end < word.end:
            return None, [Doubt("crossing-word", "更长的词跨过了它的末尾，不像姓名")]
        if (word.start, word.end) == span:
            return _read(word.tag, last=block_at(text, start)[1] == end)
    return None, []


def _read(tag: str, *, last: bool) -> tuple[str | None, list[Doubt]]:
    if tag in _NAMES:
        return _CUE, []
    if last or tag in _UNTOLD:
        return None, []
    return None, [Doubt("ordinary-word", "从词性看是普通词，不像姓名")]
