"""What holds within a group of an RTF file, and what each control word changes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ..looks import HIDDEN, PLAIN, TINY, WHITE, Look

# In half points.
_TINY: Final = 4
_WHITE: Final = (255, 255, 255)


@dataclass(slots=True)
class State:
    """How text looks and is encoded; ``place`` is where it goes, None where it says nothing."""

    place: str | None = "body"
    font: int = -1
    hidden: bool = False
    size: int = 24
    colour: int = 0
    shaded: bool = False
    deleted: bool = False
    inserted: bool = False
    deleter: int = 0
    inserter: int = 0
    skip: int = 1
    in_table: bool = False
    starred: bool = False


def _plain(state: State, _: int) -> None:
    state.hidden = state.shaded = state.deleted = state.inserted = False
    state.size, state.colour, state.font = 24, 0, -1


def _flag(name: str) -> Callable[[State, int], None]:
    return lambda state, number: setattr(state, name, number != 0)


def _value(name: str) -> Callable[[State, int], None]:
    return lambda state, number: setattr(state, name, number)


def _pard(state: State, _: int) -> None:
    state.in_table = False


# What a word does to the state; its number is 1 where it has none.
CHANGES: Final[Mapping[str, Callable[[State, int], None]]] = MappingProxyType(
    {
        "plain": _plain,
        "pard": _pard,
        "v": _flag("hidden"),
        "deleted": _flag("deleted"),
        "revised": _flag("inserted"),
        "intbl": _flag("in_table"),
        "highlight": _flag("shaded"),
        "chcbpat": _flag("shaded"),
        "cb": _flag("shaded"),
        "cbpat": _flag("shaded"),
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
    veil = ""
    if state.hidden:
        veil = HIDDEN
    elif 0 < state.size <= _TINY:
        veil = TINY
    elif 0 < state.colour < len(colours) and colours[state.colour] == _WHITE:
        veil = WHITE
    if not (veil or state.deleted or state.inserted):
        return PLAIN
    return Look(veil, (state.deleter + 1) * state.deleted, (state.inserter + 1) * state.inserted)
