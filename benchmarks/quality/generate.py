"""The documents of a seed: one half with leaks planted, one half with what only looks like leaks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from random import Random
from typing import TypeVar

from .catalogue import Carrier, Catalogue, Roster, Shape, load_catalogue
from .compose import Composer, Plan, Planting
from .document import Document
from .scene import Scene

T = TypeVar("T")


def generate(seed: int, documents: int) -> Iterator[Document]:
    """Give so many documents; the same seed and number give the same documents."""
    catalogue = load_catalogue()
    leaking = (documents + 1) // 2
    rosters = cycle(_shuffled(seed, [roster for roster in catalogue.rosters if not roster.negative]))
    for number, kind in zip(range(leaking), cycle(_shuffled(seed, list(catalogue.leaks))), strict=False):
        roster = next(rosters) if number % 4 == 0 else None
        yield _leaking(Random(f"{seed}/leak/{number}"), catalogue, kind, roster, f"L{number:05d}")  # noqa: S311 -- repeatable on purpose
    clean = cycle(_shuffled(seed, [roster for roster in catalogue.rosters if roster.negative]) or [None])
    for number, negative in zip(
        range(documents - leaking), cycle(_shuffled(seed, list(catalogue.negatives))), strict=False
    ):
        roster = next(clean) if number % 4 == 0 else None
        yield _harmless(Random(f"{seed}/clean/{number}"), catalogue, negative, roster, f"N{number:05d}")  # noqa: S311 -- repeatable on purpose


def _shuffled(seed: int, items: list[T]) -> list[T]:
    return Random(seed).sample(items, len(items))  # noqa: S311 -- repeatable on purpose


def _leaking(rng: Random, catalogue: Catalogue, kind: str, roster: Roster | None, identity: str) -> Document:
    first = rng.choice(catalogue.leaks[kind])
    others = rng.sample(sorted(catalogue.leaks), rng.choice((0, 0, 1, 1, 2, 3)))
    plantings = [Planting(first, catalogue.kinds[kind])]
    plantings += [
        Planting(rng.choice(catalogue.leaks[other]), catalogue.kinds[other])
        for other in others
        if other != kind
    ]
    plantings += _negatives(rng, catalogue, rng.randrange(0, 4))
    return _compose(rng, catalogue, plantings, roster, identity)


def _harmless(
    rng: Random, catalogue: Catalogue, negative: str, roster: Roster | None, identity: str
) -> Document:
    plantings = [Planting(rng.choice(catalogue.negatives[negative]), negative=negative)]
    plantings += _negatives(rng, catalogue, rng.randrange(0, 5))
    return _compose(rng, catalogue, plantings, roster, identity)


def _negatives(rng: Random, catalogue: Catalogue, count: int) -> list[Planting]:
    names = rng.sample(sorted(catalogue.negatives), min(count, len(catalogue.negatives)))
    chosen = [(name, rng.choice(catalogue.negatives[name])) for name in names]
    return [Planting(carrier, negative=name) for name, carrier in chosen if carrier.place == "body"]


def _compose(
    rng: Random, catalogue: Catalogue, plantings: list[Planting], roster: Roster | None, identity: str
) -> Document:
    shape = _shape(rng, catalogue, plantings[0].carrier)
    markup = (
        shape.kind == "网页"
        or not rng.randrange(8)
        or any(planting.carrier.place == "page" for planting in plantings)
    )
    fitting = [
        plantings[0],
        *(planting for planting in plantings[1:] if _fits(planting.carrier, shape, plantings[0].carrier)),
    ]
    rows = [(roster, rng.choice((3, 4, 5, 6, 8, 12)))] if roster else []
    paragraphs = rng.choice((2, 3, 4, 5, 6, 8, 10, 14, 20))
    plan = Plan(Scene.draw(rng), shape, fitting, rows, paragraphs, markup)
    return Composer(plan, catalogue.kinds).write().finish(identity, shape.kind)


def _shape(rng: Random, catalogue: Catalogue, carrier: Carrier) -> Shape:
    if carrier.documents:
        shapes = [shape for shape in catalogue.shapes if shape.kind in carrier.documents]
    else:
        shapes = [shape for shape in catalogue.shapes if not shape.on_request]
    return rng.choice(shapes)


def _fits(carrier: Carrier, shape: Shape, first: Carrier) -> bool:
    return (not carrier.documents or shape.kind in carrier.documents) and not (
        carrier.place == first.place == "heading"
    )
