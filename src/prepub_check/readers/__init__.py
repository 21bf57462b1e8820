"""Source to document: a reader chosen by content, then by suffix; files inside files are read in turn."""

from __future__ import annotations

from dataclasses import replace

from ..config import Limits
from ..errors import SourceError
from ..model import Document, Gap, Source
from .file_name import masked_path, name_parts
from .files import opened, source_at
from .media import media_type_of, suffix_notice
from .reading import read_with
from .registry import READERS
from .remnants import with_remnants
from .unpacking import Unpacking

__all__ = ["masked_path", "name_parts", "read", "source_at"]


def read(source: Source, limits: Limits | None = None) -> Document:
    """Read a source and all inside it; never raises for what is in it: what cannot be read is a gap."""
    return _read(source, Unpacking(limits or Limits()))


def _read(source: Source, unpacking: Unpacking) -> Document:
    media_type = "application/octet-stream"
    try:
        found = opened(source)
        media_type = media_type_of(found)
        document = with_remnants(_not_empty(_read_as(media_type, found, unpacking.left)))
    except SourceError as error:
        gap = Gap(path=source.name, cause=error.cause, message=str(error))
        return Document(name=source.name, media_type=media_type, gaps=(gap,))
    return _with_members(document, unpacking)


def _read_as(media_type: str, source: Source, limits: Limits) -> Document:
    reader = READERS.get(media_type, READERS["text/plain"])
    if reader.apart:
        from .apart import read_apart as read_in  # noqa: PLC0415 -- most drafts need no other process
    else:
        read_in = read_with
    document = read_in(reader, source, media_type, limits)
    told = tuple(suffix_notice(source.name, media_type))
    return replace(document, notices=(*told, *document.notices)) if told else document


def _not_empty(document: Document) -> Document:
    if not (document.parts or document.attachments or document.gaps):
        raise SourceError("empty", "没有任何文字；请确认选对了文件，并且文件已经写完、保存")
    return document


def _with_members(document: Document, unpacking: Unpacking) -> Document:
    """Read what is inside a document, as far as the limits reach; the bytes themselves are let go."""
    if not document.attachments:
        return document
    inside = unpacking.inside()
    admitted, gaps = inside.admit(document.name, document.attachments)
    return replace(
        document,
        attachments=(),
        members=tuple(_read(source, inside) for source in admitted),
        gaps=(*document.gaps, *gaps),
    )
