"""What holds within a group of an RTF file, and what each control word changes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_TINY: Final = 4


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


def is_tiny(state: State) -> bool:
    """Tell whether text is too small to be read: two points or less."""
    return 0 < state.size <= _TINY
