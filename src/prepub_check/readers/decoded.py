"""A decoded text, with what decoding could not make good."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..model import Gap, Location


class Flaw(NamedTuple):
    """What decoding could not make good: a gap's cause, its sentence, and the line it is on."""

    cause: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its encoding (None: it never had one), a sentence on how that was decided, and its flaws."""

    text: str = field(repr=False)
    encoding: str | None
    decided_by: str
    flaws: tuple[Flaw, ...] = ()

    def gaps(self, path: str) -> tuple[Gap, ...]:
        """Give the flaws as gaps of the document at ``path``."""
        return tuple(
            Gap(
                path=path,
                cause=flaw.cause,
                message=flaw.message,
                location=Location(path=path, line=flaw.line),
            )
            for flaw in self.flaws
        )
