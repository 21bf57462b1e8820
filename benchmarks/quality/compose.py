"""One document: a shape filled with paragraphs, and what is planted put where it belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .catalogue import Carrier, Roster, Shape
from .document import LeakKind
from .draft import Draft
from .page import choose_page
from .scene import Scene
from .table import write_table
from .template import Filling, write_template

_NUMERALS: Final = "一二三四五六七八九十"


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
        draft, plan = self.draft, self._plan
        title = Filling(plan.scene).plain(self._rng.choice(plan.shape.titles))
        page = choose_page(plan.scene, title) if plan.markup else None
        if page:
            page.open(draft)
        self._place("head")
        self._write_title(title)
        for line in plan.shape.openings:
            self._line(line)
        self._write_body()
        for roster, rows in plan.rosters:
            write_table(draft, roster, plan.scene, self._kinds, rows)
            draft.negatives += [roster.negative] if roster.negative else []
        for line in plan.shape.closings:
            self._line(line)
        self._place("tail")
        if page:
            self._place_raw()
            page.close(draft)
        return draft

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
        marked = self._at("heading")
        text = marked[0].carrier.text if marked else "{title}"
        self._line(text, kind=marked[0].kind if marked else None, values={"title": title}, tag="h1")
        self.draft.negatives += [planting.negative for planting in marked if planting.negative]

    def _write_body(self) -> None:
        shape, scene = self._plan.shape, self._plan.scene
        count = min(self._plan.paragraphs, len(shape.paragraphs))
        entries: list[Planting | str] = [*scene.rng.sample(shape.paragraphs, count)]
        for planting in self._at("body"):
            entries.insert(scene.rng.randrange(len(entries) + 1), planting)
        numbered = shape.numbered and scene.rng.choice((True, False)) and len(entries) <= len(_NUMERALS)
        for place, entry in enumerate(entries):
            prefix = f"{_NUMERALS[place]}、" if numbered else ""
            if isinstance(entry, str):
                self._line(prefix + entry)
            else:
                self._plant(entry, prefix)

    def _plant(self, planting: Planting, prefix: str = "") -> None:
        multiline = "\n" in planting.carrier.text
        self._line(("" if multiline else prefix) + planting.carrier.text, kind=planting.kind)
        self.draft.negatives += [planting.negative] if planting.negative else []

    def _line(
        self,
        text: str,
        *,
        kind: LeakKind | None = None,
        values: Mapping[str, str] | None = None,
        tag: str = "p",
    ) -> None:
        filling = Filling(self._plan.scene, values=dict(values or {}))
        for line in text.split("\n") if self.draft.markup else (text,):
            self.draft.raw(f"<{tag}>" if self.draft.markup else "")
            write_template(self.draft, line, filling, self._kinds, kind)
            self.draft.raw(f"</{tag}>\n" if self.draft.markup else "\n")
