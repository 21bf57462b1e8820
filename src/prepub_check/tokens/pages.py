"""jieba's dictionary by pages: the words that begin with one character, read when one is looked up.

jieba walks from a character on, prefix by prefix, so whatever it asks for stands on one page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, BinaryIO, Final, TypeVar

Value = TypeVar("Value")

_COUNT: Final = re.compile(r" ([0-9]+)(?= |$)", re.MULTILINE)


class Dictionary:
    """The lines of a dictionary file, ``word frequency tag`` each, by the first character of the word."""

    __slots__ = ("lines", "total")

    def __init__(self, file: BinaryIO) -> None:
        text = file.read().decode("utf-8")
        self.total = sum(map(int, _COUNT.findall(text)))
        self.lines: dict[str, list[str]] = defaultdict(list)
        for line in text.splitlines():
            self.lines[line[:1]].append(line)


class _Pages(dict[str, Value]):
    """A mapping that takes in the page of a word before it is looked up."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__()
        self._lines = dict(dictionary.lines)

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
        lines = self._lines.pop(word[:1], ()) if isinstance(word, str) else ()
        for line in lines:
            self._take(*line.split(" "))
        return bool(lines)

    def _take(self, word: str, frequency: str, tag: str = "") -> None:
        raise NotImplementedError


class Frequencies(_Pages[int]):
    """The frequency of each word, and 0 for each prefix that is no word."""

    def _take(self, word: str, frequency: str, tag: str = "") -> None:  # noqa: ARG002 -- a line has three fields
        self[word] = int(frequency)
        for end in range(1, len(word)):
            self.setdefault(word[:end], 0)


class Tags(_Pages[str]):
    """The part of speech of each word."""

    def _take(self, word: str, frequency: str, tag: str = "") -> None:  # noqa: ARG002 -- a line has three fields
        self[word] = tag
