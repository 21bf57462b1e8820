"""HTML pages as documents."""

from __future__ import annotations

from typing import Final

from ...config import Limits
from ...model import Document, Gap, Part, Source
from ..decode import decode_source
from ..lines import LineIndex
from ..runs import Origin
from .charset import declared_charset
from .embedded import embedded_files
from .page import Page

_NO_VISIBLE_TEXT: Final = (
    "页面没有可见的文字，正文可能由脚本载入；请在浏览器中打开，把显示的内容另存为文本后检查"
)


def read(source: Source, media_type: str, limits: Limits) -> Document:  # noqa: ARG001 -- as every reader
    """Read a page: its title, what it shows, and what it hides; raises SourceError where it is no text."""
    decoded = decode_source(source, declared_charset(source.data))
    page = Page(decoded.text)
    origin = Origin(source.name, LineIndex(decoded.text))
    body = page.body.part("body", origin)
    hidden = (
        page.hidden.part("hidden", origin),
        page.comments.part("comment", origin),
        page.attributes.part("attribute", origin),
    )
    title = page.heading.part("heading", origin)
    files, broken = embedded_files(page.embedded, origin)
    gaps = [*decoded.gaps(source.name), *broken]
    if not body.text.strip():
        gaps.append(Gap(path=source.name, cause="no-visible-text", message=_NO_VISIBLE_TEXT))
    return Document(
        name=source.name,
        media_type=media_type,
        encoding=decoded.encoding,
        decided_by=decoded.decided_by,
        parts=(*filter(_has_text, (title,)), body, *filter(_has_text, hidden)),
        gaps=tuple(gaps),
        attachments=tuple(files),
    )


def _has_text(part: Part) -> bool:
    return part.text != ""
