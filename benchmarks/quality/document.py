"""The nouns of the benchmark: a made-up document, and the leaks that were planted in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prepub_check.model import Category

Span = tuple[int, int]
Grade = Literal["block", "review", "doubt"]
Group = Literal["marking", "identifier", "credential", "name", "address", "context"]


@dataclass(frozen=True, slots=True)
class LeakKind:
    """One kind of leak, the rule families that may answer for it, and what a reviewer expects.

    ``grade`` is ``block`` where the value must never be published, ``review`` where a person has to look,
    and ``doubt`` where a doubtful finding is all one can ask for.
    """

    id: str
    title: str
    families: frozenset[Category]
    grade: Grade
    group: Group
    disguise: str = ""


@dataclass(frozen=True, slots=True)
class Leak:
    """A planted leak: ``[start, end)`` in code points of the source, and the value as a reader sees it.

    ``also`` are other places where a finding answers for the same leak; ``disguise`` names the obfuscated
    writing, if any.
    """

    kind: LeakKind
    start: int
    end: int
    value: str
    disguise: str = ""
    also: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Origin:
    """The place that one template filled, and the negative that it stands for, if any."""

    start: int
    end: int
    template: str
    negative: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A made-up document; ``tolerated`` are places where a finding is neither right nor wrong."""

    id: str
    kind: str
    media_type: Literal["text/plain", "text/html"]
    text: str
    leaks: tuple[Leak, ...] = ()
    tolerated: tuple[Span, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def negatives(self) -> tuple[Origin, ...]:
        """The planted places that look like leaks and are none."""
        return tuple(origin for origin in self.origins if origin.negative)

    def origin(self, place: int) -> Origin | None:
        """Give the template that filled a place; None for the frame of a page."""
        return next((origin for origin in self.origins if origin.start <= place < origin.end), None)

    @property
    def name(self) -> str:
        """A file name whose suffix fits the media type."""
        return f"{self.id}.{'html' if self.media_type == 'text/html' else 'txt'}"
