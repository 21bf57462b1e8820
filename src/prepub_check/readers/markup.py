"""XML as a tree, from a parser that knows no entities of the document's own (XML 1.0)."""

from __future__ import annotations

import gc
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from xml.parsers import expat

from ..errors import SourceError

_PROLOG: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?>\s++|<\?.*?\?>|<!--.*?-->)*+<!", re.DOTALL)
# How UTF-16 begins, its mark or the zero byte of an ASCII character: the parser goes by the same.
_WIDE: Final = re.compile(rb"(?P<le>\xff\xfe|[^\0]\0)|(?P<be>\xfe\xff|\0[^\0])")
_ENCODING: Final = re.compile(r"""(<\?xml[^>]*?)\sencoding\s*=\s*(?:"[^"]*"|'[^']*')""")


class Markup(NamedTuple):
    """A tree, as far as the text is well formed: ``whole`` says whether that is all of it."""

    root: Element | None
    whole: bool


class LocalNames(dict[object, str]):
    """The names of elements and attributes without their namespaces, by their full names."""

    def __missing__(self, tag: object) -> str:
        name = tag.rpartition("}")[2] if isinstance(tag, str) else "#comment"
        self[tag] = name
        return name

    def value(self, element: Element, name: str) -> str:
        """Give an attribute by its local name, or nothing."""
        for key, value in element.attrib.items():
            if self[key] == name:
                return value
        return ""


def words(names: str) -> frozenset[str]:
    """Give the names that a table lists, which spaces set apart."""
    return frozenset(names.split())


def parse(data: bytes) -> Markup:
    """Parse a part, its comments too; raises SourceError where it declares a document type or entities."""
    data = narrowed(data)
    refuse_declarations(data)
    builder = TreeBuilder(insert_comments=True)
    parser = XMLParser(target=builder)  # noqa: S314 -- what is dangerous in XML was just refused
    try:
        with _uncollected():
            parser.feed(data)
            parser.close()
    except (ParseError, ValueError, LookupError):
        return Markup(_begun(builder), whole=False)
    return Markup(_begun(builder), whole=True)


def parse_events(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    characters: Callable[[str], None],
) -> bool:
    """Read a part as events, up to where it is sound; give whether that is its end."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- that is how expat is called
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return True


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put off the search for garbage: a tree that grows holds none, and is slow to search."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def narrowed(data: bytes) -> bytes:
    """Give UTF-16 as UTF-8, so that what it declares can be seen."""
    wide = _WIDE.match(data)
    if wide is None:
        return data.removeprefix(BOM_UTF8)
    text = data.decode(f"utf-16-{wide.lastgroup}", "replace").removeprefix("\ufeff")
    return _ENCODING.sub(r"\1", text, count=1).encode("utf-8", "replace")


def refuse_declarations(data: bytes) -> None:
    """Raise SourceError where a document type is declared: no office program writes one."""
    if _PROLOG.match(data):
        raise SourceError(
            "entity-declaration",
            "含有文档类型或实体声明（DOCTYPE），可能是攻击，没有检查；请核对文件来源，用原来的软件另存后再检查",
        )


def _begun(builder: TreeBuilder) -> Element | None:
    try:
        root = builder.close()
    except (AssertionError, ParseError):
        return None
    return root if isinstance(root, Element) else None
