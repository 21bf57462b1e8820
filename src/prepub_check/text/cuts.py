"""Where texts are cut: into pieces of lines, long lines into stretches that see no further, and windows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final

import regex

Span = tuple[int, int]

# What a processor keeps at hand while it goes over a text more than once.
_PIECE: Final = 1 << 15
# A line longer than this is cut at a sentence end, else at a mark that no value holds: nothing that
# stands on it looks further.
LONGEST_STRETCH: Final = 4000
_CUTS: Final = tuple(
    regex.compile(mark) for mark in ("[。!?;]", "[,、\t]", "[^0-9A-Za-z\u4e00-\u9fff@._%+:/=-]")
)
# A stretch longer than this is searched sentence by sentence, no piece of it shorter than the other.
LONGEST_WINDOW: Final = 200
_SHORTEST_WINDOW: Final = 80
_SENTENCE_END: Final = re.compile("。|[;!?](?=[\u4e00-\u9fff(])")


class Cuts(dict[Span, list[int]]):
    """The edges of the pieces of a span, found when a span is first asked for."""

    def __init__(self, text: str, cut: Callable[[str, int, int], Iterator[int]]) -> None:
        super().__init__()
        self._text = text
        self._cut = cut

    def __missing__(self, span: Span) -> list[int]:
        self[span] = [span[0], *self._cut(self._text, *span), span[1]]
        return self[span]

    def piece(self, span: Span, offset: int) -> Span:
        """Give the piece of a span that holds ``offset``."""
        edges = self[span]
        place = min(bisect_right(edges, offset), len(edges) - 1)
        return edges[place - 1], edges[place]


def pieces(text: str, low: int = 0, high: int | None = None) -> Iterator[Span]:
    """Give spans of whole lines, none of them much longer than others unless one line is."""
    high = len(text) if high is None else high
    while end := text.find("\n", low + _PIECE, high) + 1:
        yield low, end
        low = end
    yield low, high


def cut_windows(text: str, start: int, end: int) -> Iterator[int]:
    """Give where the windows of a long line begin, after its first."""
    while end - start > LONGEST_WINDOW:
        found = _SENTENCE_END.search(text, start + _SHORTEST_WINDOW, end)
        if found is None or found.end() == end:
            return
        start = found.end()
        yield start


def cut_stretches(text: str, start: int, end: int) -> Iterator[int]:
    """Give where the stretches of a very long line begin, after its first."""
    while end - start > LONGEST_STRETCH:
        low, high = start + LONGEST_STRETCH // 2, start + LONGEST_STRETCH
        for mark in _CUTS:
            if found := mark.search(text, low, high):
                break
        else:
            found = _CUTS[-1].search(text, high, end)
            if found is None or found.end() == end:
                return
        start = found.end()
        yield start
