"""Files inside a PDF: those of the document, and those pinned to a page."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any, NamedTuple

from pypdf import PdfReader

from .outline import named
from .strings import each, get, text_of


class Attachment(NamedTuple):
    """A file inside: the names that it was given, the one to go by first, and its content."""

    names: tuple[str, ...]
    content: bytes


def attachments_of(structure: PdfReader, without: Container[int]) -> Iterator[Attachment]:
    """Give each file once, named as the document names it; pages ``without`` have none pinned to them."""
    seen: set[int] = set()
    for specification in _specifications(structure, without):
        stream = get(specification, "/EF", "/UF") or get(specification, "/EF", "/F")
        if stream is None or id(stream) in seen:
            continue
        seen.add(id(stream))
        names = (text_of(get(specification, key)) for key in ("/UF", "/F", "/Desc"))
        yield Attachment(tuple(dict.fromkeys(filter(None, names))), stream.get_data())


def _specifications(structure: PdfReader, without: Container[int]) -> Iterator[Any]:
    root = structure.root_object
    yield from named(get(root, "/Names", "/EmbeddedFiles"))
    yield from each(get(root, "/AF"))
    for number, page in enumerate(structure.pages, 1):
        yield from each(get(page, "/AF"))
        for annotation in () if number in without else each(page.get("/Annots")):
            if get(annotation, "/Subtype") == "/FileAttachment":
                yield get(annotation, "/FS")
