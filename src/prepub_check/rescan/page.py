"""The noun of every rescan: something public, with what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One published thing, a page or an attachment, as a source gave it.

    ``id`` names it from one run to the next and is unique in its source: the URL, or the path below the
    source. ``name`` is a file name whose suffix helps to tell the format. ``published`` is an ISO date as
    far as it is known, ``unit`` the public body that answers for it.
    """

    id: str
    name: str
    data: bytes = field(repr=False)
    url: str = ""
    title: str = ""
    published: str = ""
    unit: str = ""
