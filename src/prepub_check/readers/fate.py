"""What becomes of text that a tracked change touches, once the change is accepted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from .called import called

if TYPE_CHECKING:
    from ..model import PartKind

CHANGES: Final = MappingProxyType({"ins": "插入", "moveTo": "移入", "del": "删除", "moveFrom": "移走"})
_REMOVALS: Final = frozenset(("del", "moveFrom"))
_PARTS: Final = MappingProxyType({"inserted": "修订（插入）", "deleted": "修订（删除）"})


class Fate(NamedTuple):
    """Whether a change inserts or deletes, and how a reader finds it."""

    kind: PartKind
    name: str

    @property
    def part(self) -> str:
        """The name of the part that collects such changes."""
        return _PARTS[self.kind]

    @property
    def removed(self) -> bool:
        """Whether the accepted view is without it."""
        return self.kind == "deleted"


def fate_of(change: str, author: str, outer: Fate | None) -> Fate:
    """Give the fate of what a change holds; within a deletion everything is deleted."""
    if outer is not None and outer.removed:
        return outer
    told = CHANGES[change] + (f"，{called(author)}" if author else "")
    return Fate("deleted" if change in _REMOVALS else "inserted", f"修订（{told}）")
