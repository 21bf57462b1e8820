"""What a reader does not see of a text: hidden runs, and what tracked changes took out or put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from .fate import fate_of
from .strands import Mark, Strands
from .veils import WHITE, kind_of


class Look(NamedTuple):
    """How some text looks; ``deleted`` and ``inserted`` are the number of who did it, from 1."""

    veil: str = ""
    deleted: int = 0
    inserted: int = 0


PLAIN: Final = Look()


class Unseen:
    """Puts aside what is not seen; ``revisers`` are the names that looks refer to."""

    def __init__(self, strands: Strands, revisers: Sequence[str]) -> None:
        self._strands = strands
        self._revisers = revisers

    def sees(self, look: Look, text: str, mark: Mark, *, shaded: bool) -> bool:
        """Put aside what is hidden or changed, and tell whether the accepted view shows it.

        White text on a ground that is ``shaded`` is seen.
        """
        if look.inserted:
            self._change("ins", look.inserted, text, mark)
        if look.deleted:
            self._change("del", look.deleted, text, mark)
            return False
        if not look.veil or (look.veil == WHITE and shaded):
            return True
        self._strands.of(kind_of(look.veil), look.veil).add(text, mark._replace(name=look.veil))
        return False

    def _change(self, change: str, reviser: int, text: str, mark: Mark) -> None:
        author = self._revisers[reviser - 1] if reviser <= len(self._revisers) else ""
        fate = fate_of(change, author, None)
        self._strands.of(fate.kind, fate.part).add(text, mark._replace(name=fate.name))
