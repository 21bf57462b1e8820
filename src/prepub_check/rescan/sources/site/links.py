"""Where the links of a web page lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ....errors import SourceError
from ....readers.decode import decode
from ....readers.html.charset import declared_charset
from ....readers.html.markup import split_markup, start_tags
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
    for name, attributes in _start_tags(text):
        if name in _LINKS or name == "base":
            link = attributes.get(_LINKS.get(name, "href"))
            if link and link.strip():
                yield name, link
        elif name == "meta":
            refresh = _REFRESH.match(attributes.get("content", ""))
            if refresh and attributes.get("http-equiv", "").lower() == "refresh":
                yield name, refresh[1]


def _start_tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for kind, found, _ in split_markup(text):
        if kind == "tags":
            yield from start_tags(found)
