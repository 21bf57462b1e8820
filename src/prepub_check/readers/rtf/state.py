"""What holds within a group of an RTF file, and what each control word changes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ..looks import PLAIN, Look
from ..veils import HIDDEN, TINY, WHITE, on_ground

# In half points.
_TINY: Final = 4
_WHITE: Final = (255, 255, 255)
_BLACK: Final = (0, 0, 0)


@dataclass(slots=True)
class State:
    """How text looks and is encoded; ``place`` is where it goes, None where it says nothing."""

    place: str | None = "body"
    font: int = -1
    hidden: bool = False
    size: int = 24
    colour: int = 0
    mark: int = 0
    shade: int = 0
    ground: int = 0
    deleted: bool = False
    inserted: bool = False
    deleter: int = 0
    inserter: int = 0
    skip: int = 1
    in_table: bool = False
    starred: bool = False

    @property
    def shaded(self) -> bool:
        """Whether text stands on something other than paper."""
        return bool(self.mark or self.shade or self.ground)


def _plain(state: State, _: int) -> None:
    state.hidden = state.deleted = state.inserted = False
    state.size, state.colour, state.font = 24, 0, -1
    state.mark = state.shade = 0


def _flag(name: str) -> Callable[[State, int], None]:
    return lambda state, number: setattr(state, name, number != 0)


def _value(name: str) -> Callable[[State, int], None]:
    return lambda state, number: setattr(state, name, number)


def _pard(state: State, _: int) -> None:
    state.in_table = False
    state.ground = 0


# What a word does to the state; its number is 1 where it has none.
CHANGES: Final[Mapping[str, Callable[[State, int], None]]] = MappingProxyType(
    {
        "plain": _plain,
        "pard": _pard,
        "v": _flag("hidden"),
        "deleted": _flag("deleted"),
        "revised": _flag("inserted"),
        "intbl": _flag("in_table"),
        "highlight": _value("mark"),
        "chcbpat": _value("shade"),
        "cb": _value("shade"),
        "cbpat": _value("ground"),
        "fs": _value("size"),
        "cf": _value("colour"),
        "f": _value("font"),
        "uc": _value("skip"),
        "revauth": _value("inserter"),
        "revauthdel": _value("deleter"),
    }
)


def look_of(state: State, colours: Sequence[tuple[int, int, int]]) -> Look:
    """Give how text looks in a state; ``colours`` are those of the file, the first one automatic."""
    veil = _veil(state, colours)
    if not (veil or state.deleted or state.inserted):
        return PLAIN
    return Look(veil, (state.deleter + 1) * state.deleted, (state.inserter + 1) * state.inserted)


def _veil(state: State, colours: Sequence[tuple[int, int, int]]) -> str:
    if state.hidden:
        return HIDDEN
    if 0 < state.size <= _TINY:
        return TINY
    colour, mark, ground = (
        colours[number] if 0 < number < len(colours) else None
        for number in (state.colour, state.mark, state.shade or state.ground)
    )
    if mark is not None:
        return on_ground(colour or _BLACK, mark, _BLACK)
    if ground is not None:
        return on_ground(colour, ground, _BLACK)
    return WHITE if colour == _WHITE and not state.shaded else ""
