"""An RTF file as a document: its tokens one by one, and where each puts its text."""

from __future__ import annotations

from ...config import Limits
from ...errors import SourceError
from ...model import Document, Source
from .reader import Reader
from .tokens import tokens


def read(source: Source, media_type: str, limits: Limits) -> Document:  # noqa: ARG001 -- as every reader
    """Read an RTF file; raises SourceError where there is nothing in it."""
    reader = Reader(source.name)
    for token in tokens(source.data):
        reader.take(token)
    document = reader.document(media_type)
    if not (document.parts or document.attachments):
        raise SourceError("empty", "RTF 文档没有任何文字；请确认选对了文件，并且文件已经写完、保存")
    return document
