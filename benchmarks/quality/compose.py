"""One document: a shape filled with paragraphs, and what is planted put where it belongs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .catalogue import Carrier, Roster, Shape
from .document import LeakKind, Span
from .draft import Draft
from .page import choose_page
from .scene import Scene
from .table import write_table
from .template import Filling, write_template

_NUMERALS: Final = "一二三四五六七八九十"
_BREAK: Final = re.compile(r"\n(?![^«]*»|[^⟦]*⟧)")


@dataclass(frozen=True, slots=True)
class Planting:
    """A carrier, and the kind of leak or the negative that it brings."""

    carrier: Carrier
    kind: LeakKind | None = None
    negative: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a document is made of."""

    scene: Scene
    shape: Shape
    plantings: Sequence[Planting]
    rosters: Sequence[tuple[Roster, int]]
    paragraphs: int
    markup: bool


class Composer:
    """Writes one document after its plan."""

    def __init__(self, plan: Plan, kinds: Mapping[str, LeakKind]) -> None:
        self._plan = plan
        self._kinds = kinds
        self._rng = plan.scene.rng
        self.draft = Draft(plan.markup)

    def write(self) -> Draft:
        """Write it from its head to its end."""
        plan = self._plan
        title = Filling(plan.scene).plain(self._rng.choice(plan.shape.titles))
        page = choose_page(plan.scene, title) if plan.markup else None
        if page:
            self._tolerate(self.draft.raw(page.head))
        self._write_text(title)
        if page:
            self._place_raw()
            self.draft.raw(page.foot)
        return self.draft

    def _write_text(self, title: str) -> None:
        shape = self._plan.shape
        self._place("head")
        self._write_title(title)
        for line in shape.openings:
            self._line(line)
        self._write_body()
        for roster, rows in self._plan.rosters:
            write_table(self.draft, roster, self._plan.scene, self._kinds, rows)
        for line in shape.closings:
            self._line(line)
        self._place("tail")

    def _tolerate(self, span: Span) -> None:
        if self._plan.shape.title_tolerated:
            self.draft.tolerated.append(span)

    def _at(self, place: str) -> list[Planting]:
        return [planting for planting in self._plan.plantings if planting.carrier.place == place]

    def _place(self, place: str) -> None:
        for planting in self._at(place):
            self._plant(planting)

    def _place_raw(self) -> None:
        self.draft.markup = False
        self._place("page")
        self.draft.markup = True

    def _write_title(self, title: str) -> None:
        start = self.draft.length
        heading = (*self._at("heading"), Planting(Carrier("heading", "{title}")))[0]
        self._plant(heading, values={"title": title}, tag="h1")
        self._tolerate((start, self.draft.length))

    def _write_body(self) -> None:
        shape, scene = self._plan.shape, self._plan.scene
        count = min(self._plan.paragraphs, len(shape.paragraphs))
        chosen = scene.rng.sample(shape.paragraphs, count)
        entries = [Planting(Carrier("body", text)) for text in chosen]
        for planting in self._at("body"):
            entries.insert(scene.rng.randrange(len(entries) + 1), planting)
        numbered = shape.numbered and scene.rng.choice((True, False)) and len(entries) <= len(_NUMERALS)
        for place, entry in enumerate(entries):
            prefix = f"{_NUMERALS[place]}、" if numbered else ""
            self._plant(entry, prefix)

    def _line(self, text: str) -> None:
        self._plant(Planting(Carrier("body", text)))

    def _plant(
        self, planting: Planting, prefix: str = "", *, values: Mapping[str, str] | None = None, tag: str = "p"
    ) -> None:
        draft, text = self.draft, planting.carrier.text
        start = draft.length
        filling = Filling(self._plan.scene, values=dict(values or {}))
        for line in _BREAK.split(text) if draft.markup else (text,):
            draft.raw(f"<{tag}>" if draft.markup else "")
            draft.write("" if "\n" in text else prefix)
            write_template(draft, line, filling, self._kinds, planting.kind)
            draft.raw(f"</{tag}>\n" if draft.markup else "\n")
        draft.note(start, text, planting.negative)
