"""Which elements are open, and so whether text is hidden and whether its lines are kept."""

from __future__ import annotations

from collections import Counter

from .elements import CLOSES, VERBATIM


class Nesting:
    """The open elements of a page, in linear time however they are nested or left open."""

    __slots__ = ("_counts", "_hiding", "_open", "_verbatim")

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []
        self._counts: Counter[str] = Counter()
        self._hiding = 0
        self._verbatim = 0

    @property
    def hidden(self) -> bool:
        """Whether an open element hides its content."""
        return self._hiding > 0

    @property
    def verbatim(self) -> bool:
        """Whether an open element keeps lines as they are."""
        return self._verbatim > 0

    def open(self, name: str, *, hides: bool) -> None:
        """Open an element."""
        self._open.append((name, hides))
        self._counts[name] += 1
        self._hiding += hides
        self._verbatim += name in VERBATIM

    def close(self, name: str) -> None:
        """Close the innermost element of this name and all within it; without one, do nothing."""
        if self._counts[name]:
            while self._pop() != name:
                pass

    def close_before(self, name: str) -> None:
        """Close what ends by itself where an element of this name begins, as a paragraph does."""
        closed = CLOSES.get(name, frozenset())
        while self._open and self._open[-1][0] in closed:
            self._pop()

    def _pop(self) -> str:
        name, hides = self._open.pop()
        self._counts[name] -= 1
        self._hiding -= hides
        self._verbatim -= name in VERBATIM
        return name
