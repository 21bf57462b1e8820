"""Splits HTML into tokens with their exact offsets, in linear time, whatever the input.

The tokenizer of the standard library gives no offsets inside a tag, raises on some malformed
declarations, takes quadratic time on others, and differs between Python versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

_SPACE: Final = r" \t\n\r\f"
_TAG: Final = re.compile(
    rf"""<(/?)([A-Za-z][^{_SPACE}/>]*+)                                               # name
    (?:[^>=]++|=[{_SPACE}]*+(?:"[^"]*+"|'[^']*+'|[^{_SPACE}>"'][^{_SPACE}>]*+)?+)*+>  # attributes
    """,
    re.VERBOSE,
)
_ATTRIBUTE: Final = re.compile(
    rf"""([^{_SPACE}/>=][^{_SPACE}/>=]*+)                                             # name
    (?:[{_SPACE}]*+=[{_SPACE}]*+(?:"([^"]*+)"|'([^']*+)'|([^{_SPACE}>]*+)))?+         # value
    """,
    re.VERBOSE,
)
_TAG_NAME: Final = re.compile("</?[A-Za-z]")
_COMMENT_END: Final = re.compile("--!?>")
_RAW_END: Final = MappingProxyType(
    {
        name: re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE)
        for name in ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
    }
)


class Token(NamedTuple):
    """A tag, or the inside of a comment or text; the next token begins at ``after``.

    ``raw`` is text in which tags do not count; ``name`` is then the element around it.
    """

    kind: Literal["text", "raw", "comment", "start", "end"]
    name: str
    start: int
    end: int
    after: int

    @property
    def inside(self) -> int:
        """Where a tag's attributes may begin: right after its name."""
        return self.start + (2 if self.kind == "end" else 1) + len(self.name)


class Attribute(NamedTuple):
    """An attribute: its name, where that stands, and its value, empty where there is none."""

    name: str
    name_start: int
    start: int
    end: int


def split_markup(source: str) -> Iterator[Token]:
    """Give all tokens of an HTML text in order; a tag that never ends is text, with all that follows."""
    begun = looked = 0
    unended: set[str] = set()
    while (opening := source.find("<", looked)) >= 0:
        token = _markup_at(source, opening)
        if token is None:
            if _TAG_NAME.match(source, opening):
                break
            looked = opening + 1
            continue
        if begun < opening:
            yield Token("text", "", begun, opening, opening)
        yield token
        if token.kind == "start" and token.name in _RAW_END:
            token = _raw_after(source, token, unended)
            yield token
        begun = looked = token.after
    if begun < len(source):
        yield Token("text", "", begun, len(source), len(source))


def split_attributes(source: str, tag: Token) -> Iterator[Attribute]:
    """Give the attributes of a tag in order."""
    for found in _ATTRIBUTE.finditer(source, tag.inside, tag.end - 1):
        name = _lower(found[1])
        value = found.span(found.lastindex or 1) if found.lastindex != 1 else (found.end(), found.end())
        yield Attribute(name, found.start(1), *value)


def _markup_at(source: str, opening: int) -> Token | None:
    tag = _TAG.match(source, opening)
    if tag is not None:
        return Token("end" if tag[1] else "start", _lower(tag[2]), opening, tag.end(), tag.end())
    following = source[opening + 1 : opening + 2]
    if following in ("!", "?") or (following == "/" and not _TAG_NAME.match(source, opening)):
        return _comment_at(source, opening)
    return None


def _comment_at(source: str, opening: int) -> Token:
    """Read a comment, a declaration or a processing instruction; one that never ends takes all the rest."""
    if source.startswith("<!--", opening):
        start, found = opening + 4, _COMMENT_END.search(source, opening + 2)
        end, after = found.span() if found else (len(source), len(source))
        return Token("comment", "", start, max(start, end), after)
    end = source.find(">", opening)
    start = opening + 2
    if end < 0:
        return Token("comment", "", start, len(source), len(source))
    return Token("comment", "", start, max(start, end), end + 1)


def _raw_after(source: str, tag: Token, unended: set[str]) -> Token:
    """Read up to the end tag; without one, all the rest is inside, unless the tag closes itself as in XML.

    ``unended`` remembers which elements have no end tag any more.
    """
    found = None if tag.name in unended else _RAW_END[tag.name].search(source, tag.end)
    if found is None:
        unended.add(tag.name)
        if source.startswith("/", tag.end - 2):
            return Token("end", tag.name, tag.end, tag.end, tag.end)
    end = found.start() if found else len(source)
    return Token("raw", tag.name, tag.end, end, end)


def _lower(name: str) -> str:
    return name.lower() if name.isascii() else name
