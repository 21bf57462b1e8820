"""jieba's dictionary by pages: the words that begin with one character, read when one is looked up.

jieba walks from a character on, prefix by prefix, so whatever it asks for stands on one page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, Final, TypeVar

Value = TypeVar("Value")

# The dictionary of jieba 0.42.1 by its SHA-256: to add up its frequencies takes ten times as long.
_TOTALS: Final = {"7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8": 60_101_967}
_COUNT: Final = re.compile(rb" ([0-9]+)[ \n]")
# Neighbouring lines that begin with the same character.
_PAGE: Final = re.compile(r"(.).*\n(?:\1.*\n)*")


class Dictionary:
    """The lines of a dictionary, ``word frequency tag`` each, by the first character of the word."""

    __slots__ = ("_pages", "total")

    def __init__(self, data: bytes) -> None:
        known = _TOTALS.get(sha256(data).hexdigest())
        data = data.rstrip(b"\n") + b"\n"
        self.total = known or sum(map(int, _COUNT.findall(data)))
        self._pages: dict[str, str] = {}
        for page in _PAGE.finditer(data.decode("utf-8")):
            self._pages[page[1]] = self._pages.get(page[1], "") + page[0]

    def page(self, first: str) -> Iterator[list[str]]:
        """Give the fields of each line whose word begins with a character."""
        return (line.split(" ") for line in self._pages.get(first, "").splitlines())


class _Pages(dict[str, Value]):
    """A mapping that takes in the page of a word before it is looked up."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__()
        self._dictionary = dictionary
        self._opened: set[str] = set()

    def __contains__(self, word: object) -> bool:
        self._open(word)
        return super().__contains__(word)

    def __missing__(self, word: str) -> Value:
        if self._open(word):
            return self[word]
        raise KeyError(word)

    def get(self, word: str, default: Any = None) -> Any:
        """Give what is said of a word."""
        self._open(word)
        return super().get(word, default)

    def _open(self, word: object) -> bool:
        if not isinstance(word, str) or word[:1] in self._opened:
            return False
        self._opened.add(word[:1])
        self._take(self._dictionary.page(word[:1]))
        return True

    def _take(self, page: Iterable[list[str]]) -> None:
        raise NotImplementedError


class Frequencies(_Pages[int]):
    """The frequency of each word, and 0 for each prefix that is no word."""

    def _take(self, page: Iterable[list[str]]) -> None:
        for word, frequency, *_ in page:
            self[word] = int(frequency)
            for end in range(1, len(word)):
                self.setdefault(word[:end], 0)


class Tags(_Pages[str]):
    """The part of speech of each word."""

    def _take(self, page: Iterable[list[str]]) -> None:
        self.update((fields[0], fields[2]) for fields in page)
