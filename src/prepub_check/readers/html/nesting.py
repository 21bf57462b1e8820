"""Which elements are open, and so whether text is hidden and whether its lines are kept."""

from __future__ import annotations

from typing import Final

from .elements import CLOSES, VERBATIM

# Beyond this depth an element stands beside the one before, not in it, as browsers have it.
_DEEPEST: Final = 512


class Element:
    """An open element with those around it; elements opened the same way are one and the same."""

    __slots__ = ("around", "depth", "hidden", "inner", "name", "verbatim")

    def __init__(self, name: str = "", around: Element | None = None, *, hides: bool = False) -> None:
        self.name = name
        self.around = around
        self.depth: int = around.depth + 1 if around else 0
        self.hidden: bool = hides or (around is not None and around.hidden)
        self.verbatim: bool = name in VERBATIM or (around is not None and around.verbatim)
        self.inner: dict[tuple[str, bool], Element] = {}

    def opened(self, name: str, *, hides: bool) -> Element:
        """Give an element within this one."""
        around = self.around if self.around and self.depth == _DEEPEST else self
        element = around.inner.get((name, hides))
        if element is None:
            element = around.inner[name, hides] = Element(name, around, hides=hides)
        return element

    def closed(self, name: str) -> Element:
        """Give what is left where the innermost element of this name ends with all within it."""
        element: Element | None = self
        while element is not None and element.name != name:
            element = element.around
        return element.around if element and element.around else self

    def closed_before(self, name: str) -> Element:
        """Give what is left where an element of this name begins, which ends others, as paragraphs do."""
        closes = CLOSES.get(name, ())
        element = self
        while element.around is not None and element.name in closes:
            element = element.around
        return element
