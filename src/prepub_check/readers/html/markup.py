"""Splits HTML into text and markup with their exact offsets, in linear time, whatever the input.

The tokenizer of the standard library gives no offsets inside a tag, raises on some malformed
declarations, takes quadratic time on others, and differs between Python versions.
"""

from __future__ import annotations

import html
import re
from collections.abc import Generator, Iterator
from types import MappingProxyType
from typing import Final

from .references import REFERENCE

_SPACE: Final = r" \t\n\r\f"
_RAW: Final = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
# The first letters stand apart, so that one look at a tag is mostly enough.
_RAW_NAME: Final = "|".join(f"[{name[0]}{name[0].upper()}](?i:{name[1:]})" for name in _RAW)
_NAME: Final = rf"[A-Za-z][^{_SPACE}/>]*+"
_INSIDE: Final = rf"""(?:[^>=]++|=[{_SPACE}]*+(?:"[^"]*+"|'[^']*+'|[^{_SPACE}>"'][^{_SPACE}>]*+)?+)*+"""
_TOKEN: Final = re.compile(
    rf"""(?P<text>(?:[^<&{_SPACE}]++|<(?![A-Za-z/!?])|(?!{REFERENCE})&)*+)
    (?:(?P<tags>(?:[{_SPACE}]++|<(?:/|(?!(?:{_RAW_NAME})[{_SPACE}/>])){_NAME}{_INSIDE}>)++)
    |(?P<reference>{REFERENCE})
    |<!--(?:-?>|(?P<comment>(?:[^-]++|-(?!-!?>))*+)(?:--!?>)?+)
    |<(?:[!?]|/(?![A-Za-z]))(?P<declaration>[^>]*+)>?+
    |(?P<raw><(?P<name>{_NAME}){_INSIDE}>)
    |(?P<rest><[\s\S]++))?+
    """,
    re.VERBOSE,
)
_TAG: Final = re.compile(rf"<(?P<slash>/?)(?P<name>{_NAME}){_INSIDE}>|[{_SPACE}]++")
_ATTRIBUTE: Final = re.compile(
    rf"""([^{_SPACE}/>=][^{_SPACE}/>=]*+)                                             # name
    (?:[{_SPACE}]*+=[{_SPACE}]*+(?:"([^"]*+)"|'([^']*+)'|([^{_SPACE}>]*+)))?+         # value
    """,
    re.VERBOSE,
)
_RAW_END: Final = MappingProxyType(
    {name: re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE) for name in _RAW}
)

# A kind, the text itself, and where that stands in the source. ``tags`` have nothing but white space
# between them, ``text`` has none in it; ``rest`` follows a tag that never ends, and is text. What is inside
# an element in which tags do not count has its name as kind.
Token = tuple[str, str, int]
# The name of an attribute and where that stands in its tag, its value and where that does; it may be empty.
Attribute = tuple[str, int, str, int]


def split_markup(source: str) -> Iterator[Token]:
    """Give all that an HTML text consists of, in order."""
    begun = 0
    unended: set[str] = set()
    while begun < len(source):
        for found in _TOKEN.finditer(source, begun):
            begun = found.end()
            if text := found[1]:
                yield "text", text, found.start()
            kind = found.lastgroup
            if kind == "raw":
                begun = yield from _split_raw(found, unended)
                break
            if kind and kind != "text":
                yield kind, found[kind], found.start(kind)


def _split_raw(tag: re.Match[str], unended: set[str]) -> Generator[Token, None, int]:
    """Give a tag and what follows up to its end tag; give where that is.

    Without an end tag it is all the rest, unless the tag closes itself as in XML; ``unended`` remembers
    which elements have no end tag any more.
    """
    source, (start, inside) = tag.string, tag.span("raw")
    name = tag["name"].lower()
    yield "tags", tag["raw"], start
    found = None if name in unended else _RAW_END[name].search(source, inside)
    if found is None:
        unended.add(name)
        if source.startswith("/", inside - 2):
            yield "tags", f"</{name}>", inside
            return inside
    end = found.start() if found else len(source)
    yield name, source[inside:end], inside
    return end


def split_tags(tags: str) -> Iterator[re.Match[str]]:
    """Give tags and the white space between them."""
    return _TAG.finditer(tags)


def split_attributes(tag: re.Match[str]) -> Iterator[Attribute]:
    """Give the attributes of a tag in order."""
    start = tag.start()
    for found in _ATTRIBUTE.finditer(tag.string, tag.end("name"), tag.end() - 1):
        value = found.lastindex or 1
        text = found[value] if value > 1 else ""
        yield lower(found[1]), found.start(1) - start, text, found.start(value) - start


def start_tags(tags: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the name and the attributes of each start tag, character references in them resolved."""
    for found in split_tags(tags):
        if found["name"] and not found["slash"]:
            attributes = {name: html.unescape(value) for name, _, value, _ in split_attributes(found)}
            yield lower(found["name"]), attributes


def lower(name: str) -> str:
    """Give a name in small letters, as far as they are ASCII."""
    return name.lower() if name.isascii() else name
