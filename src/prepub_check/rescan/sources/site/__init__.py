"""A site as a source: its pages and attachments, fetched politely, those that changed first of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....errors import SourceError
from ....model import Gap
from ...page import Page, Unchanged
from ..masking import hide_password
from .address import absolute, credentials_of, server_of
from .fetch import Fetcher
from .memory import Memory
from .walk import Walk

if TYPE_CHECKING:
    from .. import Wanted


def pages(wanted: Wanted) -> Iterator[Page | Gap | Unchanged]:
    """Give what a sitemap lists and what those pages link to, or all that a first page leads to.

    The id of a page is its address. What the server says has not changed comes as Unchanged. An address that
    is answered with 404 or 410 gives nothing: there is no page. Raises SourceError where ``where`` is no
    address of the web.
    """
    start = absolute(wanted.where, "")
    if start is None:
        raise SourceError("bad-address", f"{hide_password(wanted.where)}：不是网址；请写成 https://…/ 的样子")
    settings = wanted.config.rescan.site
    credentials = credentials_of(wanted.where)
    with Fetcher(settings, credentials, server_of(start)) as fetcher, Memory(wanted.folder) as memory:
        yield from Walk(start, settings, fetcher, memory, wanted.known).items()
