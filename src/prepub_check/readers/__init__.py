"""Source to document: a table of readers, chosen by content, then by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ..errors import SourceError
from ..model import Document, Gap, Source
from .files import opened, source_at
from .media import media_type_of
from .plain import read_plain

__all__ = ["read", "source_at"]


def _read_html(source: Source, media_type: str) -> Document:
    from .html import read_html  # noqa: PLC0415 -- most drafts are not HTML

    return read_html(source, media_type)


_READERS: Final[Mapping[str, Callable[[Source, str], Document]]] = MappingProxyType(
    {
        "text/plain": read_plain,
        "text/markdown": read_plain,
        "text/html": _read_html,
        "application/xhtml+xml": _read_html,
    }
)


def read(source: Source) -> Document:
    """Read a source; never raises for what is in it: one that cannot be read is a document with a gap."""
    media_type = "application/octet-stream"
    try:
        found = opened(source)
        media_type = media_type_of(found)
        return _READERS[media_type](found, media_type)
    except SourceError as error:
        gap = Gap(path=source.name, cause=error.cause, message=str(error))
        return Document(name=source.name, media_type=media_type, gaps=(gap,))
