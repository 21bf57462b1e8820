"""The little language of the templates, and how a template is written into a draft.

``{slot}`` is a value that may stand there; ``{*slot}`` is a leak of the slot's kind. ``«…»`` marks a leak of
the carrier's kind, ``‹…›`` another place where a finding answers for it, and ``⟦…⟧`` a place that is neither
right nor wrong to find. A slot with a number (``{*name2}``) belongs to another person; the same slot gives
the same value again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from .disguise import disguise
from .document import LeakKind, Span
from .draft import Draft
from .markup import disguise_markup
from .scene import Person, Scene
from .slots import SLOTS

_SLOT: Final = re.compile(r"\{(?P<leak>\*?)(?P<slot>[a-z]+[0-9]*)\}")
_PIECE: Final = re.compile(
    r"«(?P<leak>[^»]*)»|‹(?P<also>[^›]*)›|⟦(?P<tolerated>[^⟧]*)⟧|\{\*(?P<slot>[a-z]+[0-9]*)\}", re.DOTALL
)


@dataclass(slots=True)
class Filling:
    """One use of a template: the people in it, and the values given so far."""

    scene: Scene
    people: dict[str, Person] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """Give the value of a slot; raises KeyError for a slot that nobody defined."""
        if name not in self.values:
            base, index = _split(name)
            person = self.people.setdefault(index, self.scene.meet())
            self.values[name] = SLOTS[base].make(self.scene, person)
        return self.values[name]

    def plain(self, template: str) -> str:
        """Fill the neutral slots of a template."""
        return _SLOT.sub(
            lambda found: found.group() if found["leak"] else self.value(found["slot"]), template
        )


def _split(name: str) -> tuple[str, str]:
    base = name.rstrip("0123456789")
    return (name, "") if name in SLOTS else (base, name[len(base) :])


def write_template(
    draft: Draft,
    template: str,
    filling: Filling,
    kinds: Mapping[str, LeakKind],
    kind: LeakKind | None = None,
    *,
    inside_field: bool = False,
) -> None:
    """Write a template into the draft; ``kind`` is what its «…» are."""
    also: list[Span] = []
    first, start = len(draft.leaks), 0
    for piece in _PIECE.finditer(template):
        draft.write(filling.plain(template[start : piece.start()]))
        start = piece.end()
        if piece["also"] is not None:
            before = draft.length
            write_template(draft, piece["also"], filling, kinds, inside_field=inside_field)
            also.append((before, draft.length))
        elif piece["tolerated"] is not None:
            draft.tolerated.append(draft.write(filling.plain(piece["tolerated"])))
        elif piece["slot"] is not None:
            slot = SLOTS[_split(piece["slot"])[0]]
            value = filling.value(piece["slot"])
            _plant(draft, kinds[slot.kind], value, slot.disguise, filling, inside_field=inside_field)
        elif kind is not None:
            _plant(
                draft, kind, filling.plain(piece["leak"]), kind.disguise, filling, inside_field=inside_field
            )
    draft.write(filling.plain(template[start:]))
    if also:
        _answer_elsewhere(draft, first, tuple(also), kind)


def _plant(
    draft: Draft, kind: LeakKind, value: str, group: str, filling: Filling, *, inside_field: bool
) -> None:
    rng = filling.scene.rng
    written, name = disguise(rng, group, value, inside_field=inside_field)
    source = ""
    if draft.markup and not name:
        source, name = disguise_markup(rng, written)
    draft.plant(kind, written, disguise=name, source=source)


def _answer_elsewhere(draft: Draft, first: int, also: tuple[Span, ...], kind: LeakKind | None) -> None:
    for place in range(first, len(draft.leaks)):
        if draft.leaks[place].kind == kind:
            draft.leaks[place] = replace(draft.leaks[place], also=also)
