"""An RTF file as a document: its tokens one by one, and where each puts its text."""

from __future__ import annotations

from ...config import Limits
from ...model import Document, Source
from .reader import Reader
from .tokens import tokens


def read(source: Source, media_type: str, limits: Limits) -> Document:  # noqa: ARG001 -- as every reader
    """Read an RTF file."""
    reader = Reader(source.name)
    for token in tokens(source.data):
        reader.take(token)
    return reader.document(media_type)
