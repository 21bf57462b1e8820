"""The nouns of every rescan: something public, with what is known about it.

A source gives a Gap for what it could not give, under the id of the page where it knows it. One that may
stand for pages it cannot name (a folder that does not open, an archive that breaks off) is ``partial``: where
it was not there in the last run, no page that is missing counts as gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells whether a page has changed: the ETag and Last-Modified headers of a server, or a file's."""

    etag: str = ""
    modified: str = ""


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
    validators: Validators | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A page that its server says is what it was when it was last examined."""

    page_id: str
