"""A document while it is written: text goes in piece by piece, and the planted places are kept."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

from .document import Document, Leak, LeakKind, Origin, Span


@dataclass(slots=True)
class Draft:
    """Collects text; ``markup`` says that it is HTML, so that text is escaped and ``raw`` is not."""

    markup: bool = False
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    leaks: list[Leak] = field(default_factory=list)
    tolerated: list[Span] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)

    @property
    def length(self) -> int:
        """How many code points were written."""
        return self._length

    @property
    def pieces(self) -> int:
        """How many pieces were written."""
        return len(self._pieces)

    def since(self, piece: int) -> str:
        """Give what was written from a piece on."""
        return "".join(self._pieces[piece:])

    def note(self, start: int, template: str, negative: str = "") -> None:
        """Remember which template filled everything from a place on."""
        self.origins.append(Origin(start, self._length, template, negative))

    def raw(self, text: str) -> Span:
        """Append source as it is, and give its place."""
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return start, self._length

    def write(self, text: str) -> Span:
        """Append what a reader sees, and give its place."""
        return self.raw(html.escape(text, quote=False) if self.markup else text)

    def plant(
        self, kind: LeakKind, text: str, *, disguise: str = "", source: str = "", also: tuple[Span, ...] = ()
    ) -> None:
        """Append a leak; ``source`` where its markup differs from its text."""
        start, end = self.raw(source) if source else self.write(text)
        self.leaks.append(Leak(kind, start, end, text, disguise, also))

    def finish(self, identity: str, kind: str) -> Document:
        """Give the document."""
        return Document(
            identity,
            kind,
            "text/html" if self.markup else "text/plain",
            "".join(self._pieces),
            tuple(self.leaks),
            tuple(self.tolerated),
            tuple(self.origins),
        )
