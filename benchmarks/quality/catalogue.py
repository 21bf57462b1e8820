"""The templates as their TOML files say them: kinds of leaks, kinds of negatives, documents, lists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from .document import LeakKind

_PLACES: Final = ("head", "heading", "body", "tail", "page")
_LEAK_FILES: Final = ("secrecy", "internal", "personal", "context", "credential")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A text that brings a leak or a negative into a document, and the place where it stands."""

    place: str
    text: str
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """A list: its title, its columns (header, template), and the negative it stands for, if any."""

    title: str
    columns: tuple[tuple[str, str], ...]
    negative: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a kind of document is built: what may stand in its title, before, in and after its text.

    One ``on_request`` is only taken for a carrier that names it; with ``title_tolerated`` its title alone
    gives it away.
    """

    kind: str
    titles: tuple[str, ...]
    openings: tuple[str, ...]
    paragraphs: tuple[str, ...]
    closings: tuple[str, ...]
    numbered: bool = True
    on_request: bool = False
    title_tolerated: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the generator draws from."""

    kinds: Mapping[str, LeakKind]
    leaks: Mapping[str, tuple[Carrier, ...]]
    negatives: Mapping[str, tuple[Carrier, ...]]
    rosters: tuple[Roster, ...]
    shapes: tuple[Shape, ...]


@cache
def load_catalogue() -> Catalogue:
    """Load the templates that stand beside this file."""
    leaks = [entry for name in _LEAK_FILES for entry in _read(name).get("kind", [])]
    documents = _read("documents")["document"]
    return Catalogue(
        MappingProxyType({entry["id"]: _kind(entry) for entry in leaks}),
        MappingProxyType({entry["id"]: tuple(_carriers(entry)) for entry in leaks}),
        MappingProxyType({entry["id"]: tuple(_carriers(entry)) for entry in _read("negatives")["negative"]}),
        tuple(_roster(entry) for entry in _read("rosters")["roster"]),
        tuple(Shape(**{key: _frozen(value) for key, value in entry.items()}) for entry in documents),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("templates", f"{name}.toml").read_text("utf-8"))


def _kind(entry: Mapping[str, Any]) -> LeakKind:
    families = frozenset(entry.get("families", [entry["id"].partition("/")[0]]))
    return LeakKind(
        entry["id"], entry["title"], families, entry["grade"], entry["group"], entry.get("disguise", "")
    )


def _carriers(entry: Mapping[str, Any]) -> Iterator[Carrier]:
    documents = tuple(entry.get("documents", ()))
    for place in _PLACES:
        for text in entry.get(place, ()):
            yield Carrier(place, text, documents)


def _roster(entry: Mapping[str, Any]) -> Roster:
    columns = tuple((header, template) for header, template in entry["columns"])
    return Roster(entry["title"], columns, entry.get("negative", ""))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
