"""What a run of tags does to the flows of a page, without what comes to nothing."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from .flow import Flow

# What is done where something stands, and how far behind the beginning of the tags that is.
Effect = tuple[Callable[[int], None], int]

_SPACES: Final = frozenset(("space", "end_value"))
_BEGINNINGS: Final = frozenset(("open_table", "close_table", "open_row", "open_cell"))
# What does nothing right after another, and what needs nothing of that right before it.
_IDLE_AFTER: Final = MappingProxyType(
    dict.fromkeys(_SPACES, _SPACES) | dict.fromkeys(("break_line", *_BEGINNINGS), _SPACES | {"break_line"})
)
_REPLACED_BY: Final = MappingProxyType(
    dict.fromkeys(("break_line", "close_cell"), _SPACES)
    | dict.fromkeys(_BEGINNINGS, _SPACES | {"break_line", "close_cell"})
)
_NOTHING: Final = frozenset[str]()


class Effects(list[Effect]):
    """The effects of a run of tags, in order."""

    __slots__ = ("_flow", "_names")

    def __init__(self) -> None:
        super().__init__()
        # The latest effects, which are all of one flow.
        self._flow: Flow | None = None
        self._names: list[str] = []

    def add(self, flow: Flow, name: str, offset: int) -> None:
        """Add a call of a method of a flow."""
        names = self._names
        if flow is not self._flow:
            self._flow = flow
            names.clear()
        replaced = _REPLACED_BY.get(name, _NOTHING)
        while names and names[-1] in replaced:
            names.pop()
            self.pop()
        if not names or name not in _IDLE_AFTER.get(names[-1], _NOTHING):
            names.append(name)
            self.append((getattr(flow, name), offset))

    def say(self, saying: Callable[[int], None], offset: int) -> None:
        """Add something that is said in the tags."""
        self._names.clear()
        self.append((saying, offset))
