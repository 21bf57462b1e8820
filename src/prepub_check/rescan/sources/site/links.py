"""Where the links of a web page lead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ....errors import SourceError
from ....readers.decode import decode
from ....readers.html.charset import declared_charset
from ....readers.html.markup import Token, split_attributes, split_markup
from .address import absolute

_LINKS: Final = MappingProxyType(
    {
        "a": "href", "area": "href", "iframe": "src", "frame": "src", "img": "src", "embed": "src",
        "object": "data",
    }
)  # fmt: skip
_REFRESH: Final = re.compile(r"\s*[0-9.]+\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)


def links_of(data: bytes, url: str) -> tuple[str, ...]:
    """Give the absolute addresses that a page at ``url`` leads to, each once, in its order.

    Links that scripts make are not seen; ``link`` elements name what belongs to the page's looks.
    """
    try:
        decoded = decode(data, declared_charset(data))
    except SourceError:
        return ()
    base, encoding = url, decoded.encoding or "utf-8"
    found: dict[str, None] = {}
    for name, link in _links(decoded.text):
        target = absolute(base, link, encoding)
        if name == "base":
            base = target or base
        elif target:
            found[target] = None
    return tuple(found)


def _links(text: str) -> Iterator[tuple[str, str]]:
    for token in split_markup(text):
        if token.kind != "start":
            continue
        if token.name in _LINKS or token.name == "base":
            link = _attributes(text, token).get(_LINKS.get(token.name, "href"))
            if link and link.strip():
                yield token.name, link
        elif token.name == "meta":
            told = _attributes(text, token)
            refresh = _REFRESH.match(told.get("content", ""))
            if refresh and told.get("http-equiv", "").lower() == "refresh":
                yield token.name, refresh[1]


def _attributes(text: str, token: Token) -> dict[str, str]:
    return {item.name: html.unescape(text[item.start : item.end]) for item in split_attributes(text, token)}
