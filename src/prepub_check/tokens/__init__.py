"""Words, as jieba cuts them: the only module that speaks to it, and only when asked.

The tokenizer is private, reads its dictionary itself, page by page (no log line, no cache file in the
shared temporary folder), and cuts only the block between punctuation that holds a place. jieba cuts such
blocks independently, so the words are those of the whole text.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from .pages import Dictionary, Frequencies, Tags

if TYPE_CHECKING:
    import jieba
    import jieba.posseg

# What jieba takes for one block; the rest it cuts character by character.
_BLOCK_CHARACTER: Final = regex.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]")
_BLOCK: Final = regex.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+")


def crossing_word(text: str, start: int, end: int) -> str | None:
    """Give a word that runs across an edge of ``text[start:end]`` from inside it, or None."""
    for first, last in words_around(text, start):
        inside = first < start < last < end or start < first < end < last
        if inside:
            return text[first:last]
    return None


def words_around(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """Give the spans of the words in the block that holds ``offset``."""
    first, last = block_at(text, offset)
    position = first
    for word in _cut(text[first:last]):
        yield position, position + len(word)
        position += len(word)


class Word(NamedTuple):
    """A word, and what part of speech jieba takes it for."""

    start: int
    end: int
    tag: str


def tagged_words(text: str, offset: int) -> Iterator[Word]:
    """Give the words in the block that holds ``offset``, as jieba cuts them when it tags them."""
    first, last = block_at(text, offset)
    position = first
    for word, tag in _tag(text[first:last]):
        yield Word(position, position + len(word), tag)
        position += len(word)


def block_at(text: str, offset: int) -> tuple[int, int]:
    """Give the bounds of the run between punctuation that holds ``offset``; empty on punctuation."""
    start = offset
    while start > 0 and _BLOCK_CHARACTER.match(text, start - 1):
        start -= 1
    block = _BLOCK.match(text, start)
    return (start, block.end()) if block and block.end() > offset else (offset, offset)


@lru_cache(maxsize=4096)
def _cut(block: str) -> tuple[str, ...]:
    return tuple(_tokenizer().cut(block))


@lru_cache(maxsize=4096)
def _tag(block: str) -> tuple[tuple[str, str], ...]:
    return tuple((pair.word, pair.flag) for pair in _tagger().cut(block))


@cache
def _tagger() -> jieba.posseg.POSTokenizer:
    tokenizer = _tokenizer()
    _import_posseg()
    import jieba.posseg  # noqa: PLC0415 -- as below

    tagger = jieba.posseg.POSTokenizer.__new__(jieba.posseg.POSTokenizer)
    tagger.tokenizer, tagger.word_tag_tab = tokenizer, Tags(_dictionary())
    return tagger


def _import_posseg() -> None:
    """Import jieba's parts of speech so that its own tagger, too, reads the dictionary by pages.

    It would read all of it at once, for whoever calls ``jieba.posseg.cut``; that gives the same as ever.
    """
    import jieba  # noqa: PLC0415 -- as below

    if "jieba.posseg" in sys.modules or jieba.dt.dictionary is not None:
        return
    jieba.dt.get_dict_file = BytesIO
    try:
        import jieba.posseg  # noqa: PLC0415 -- for few drafts
    finally:
        del jieba.dt.get_dict_file
    jieba.posseg.dt.word_tag_tab = Tags(_dictionary())


@cache
def _tokenizer() -> jieba.Tokenizer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba imports pkg_resources where it can
        import jieba  # noqa: PLC0415 -- 80 MB, for few drafts

    tokenizer = jieba.Tokenizer()
    dictionary = _dictionary()
    tokenizer.FREQ, tokenizer.total = Frequencies(dictionary), dictionary.total
    tokenizer.initialized = True
    return tokenizer


@cache
def _dictionary() -> Dictionary:
    import jieba  # noqa: PLC0415 -- as above

    with jieba.Tokenizer().get_dict_file() as file:
        return Dictionary(file.read())
