"""What a PDF carries beside its pages: bookmarks, scripts, and the layers that are off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from .strings import each, follow, get, on_one_line, text_of

_MOST: Final = 50_000
_DEEPEST: Final = 20


def bookmarks_of(structure: PdfReader) -> Iterator[str]:
    """Give the titles of all bookmarks in order."""
    waiting = [get(structure.root_object, "/Outlines", "/First")]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST:
        entry = waiting.pop()
        if not isinstance(entry, DictionaryObject) or id(entry) in seen:
            continue
        seen.add(id(entry))
        if title := on_one_line(text_of(get(entry, "/Title"))):
            yield title
        waiting += (get(entry, "/Next"), get(entry, "/First"))


def scripts_of(structure: PdfReader) -> Iterator[str]:
    """Give the scripts of the document."""
    root = structure.root_object
    actions = (get(root, "/OpenAction"), *named(get(root, "/Names", "/JavaScript")))
    for action in actions:
        if isinstance(action, DictionaryObject) and (script := text_of(get(action, "/JS"))):
            yield script


def layers_off(structure: PdfReader) -> Iterator[str]:
    """Give the names of optional-content groups that are off at first (ISO 32000-1, 8.11.4)."""
    content = get(structure.root_object, "/OCProperties")
    off = list(each(get(content, "/D", "/OFF")))
    if get(content, "/D", "/BaseState") == "/OFF":
        on = list(each(get(content, "/D", "/ON")))
        off += [group for group in each(get(content, "/OCGs")) if group not in on]
    yield from (text_of(get(group, "/Name")) for group in off)


def named(tree: Any, depth: int = 0) -> Iterator[Any]:
    """Give the values of a name tree (ISO 32000-1, 7.9.6)."""
    if depth > _DEEPEST:
        return
    yield from list(each(get(tree, "/Names")))[1::2]
    for child in each(get(tree, "/Kids")):
        yield from named(follow(child), depth + 1)
