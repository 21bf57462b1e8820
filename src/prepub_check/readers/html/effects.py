"""What a run of tags does to the flows of a page, without what comes to nothing."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from .flow import Flow

# What is done where something stands, and how far behind the beginning of the tags that is.
Effect = tuple[Callable[[int], None], int]

_SPACES: Final = frozenset(("space", "end_value"))
_BREAKS: Final = _SPACES | {"break_line"}
_LINES: Final = ("open_table", "close_table", "open_row")
# What does nothing right after another, and what comes to nothing right before it.
_IDLE_AFTER: Final = MappingProxyType(
    {"space": _SPACES, "end_value": frozenset(("end_value",)), "open_cell": _SPACES}
    | dict.fromkeys(("break_line", *_LINES), _BREAKS)
)
_LOST_BEFORE: Final = MappingProxyType(
    {"break_line": _SPACES, "open_cell": _SPACES | {"close_cell"}}
    | dict.fromkeys(_LINES, _BREAKS | {"close_cell"})
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
        lost = _LOST_BEFORE.get(name, _NOTHING)
        while names and names[-1] in lost:
            names.pop()
            self.pop()
        if not names or name not in _IDLE_AFTER.get(names[-1], _NOTHING):
            names.append(name)
            self.append((getattr(flow, name), offset))

    def say(self, saying: Callable[[int], None], offset: int) -> None:
        """Add something that is said in the tags."""
        self._names.clear()
        self.append((saying, offset))
