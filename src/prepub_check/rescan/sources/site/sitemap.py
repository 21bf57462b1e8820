"""Sitemaps (sitemaps.org): addresses in XML, an index of sitemaps, or an address a line; also in gzip."""

from __future__ import annotations

import html
import re
from typing import Final, NamedTuple

from ..encodings import gunzip
from .address import absolute
from .fetch import Answer

_ROOT: Final = re.compile(
    r"\A\ufeff?\s*(?:<\?xml[^>]*>|<!--.*?-->|<\?.*?\?>|\s)*<(?:\w+:)?(urlset|sitemapindex)\b", re.DOTALL
)
_ADDRESS: Final = re.compile(
    r"<(?:\w+:)?loc\s*>\s*(?:<!\[CDATA\[)?\s*([^<>]*?)\s*(?:\]\]>)?\s*</(?:\w+:)?loc\s*>"
)
_LINE: Final = re.compile(r"https?://\S+", re.IGNORECASE)


class Listing(NamedTuple):
    """The absolute addresses in a sitemap; those of an index are sitemaps again."""

    is_index: bool
    addresses: tuple[str, ...]


def listing_of(answer: Answer, most: int) -> Listing | None:
    """Read a sitemap, or give None where it is none; raises SourceError where its gzip does not hold."""
    text = gunzip(answer.body, most).decode("utf-8-sig", "replace")
    if root := _ROOT.match(text):
        found = [html.unescape(address) for address in _ADDRESS.findall(text)]
        return Listing(root[1] == "sitemapindex", _absolute(answer.url, found))
    lines = text.split()
    if lines and all(map(_LINE.fullmatch, lines)):
        return Listing(is_index=False, addresses=_absolute(answer.url, lines))
    return None


def _absolute(base: str, addresses: list[str]) -> tuple[str, ...]:
    return tuple(filter(None, (absolute(base, address) for address in addresses)))
