"""HTML pages as documents."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Document, Gap, Location, Source
from ..decode import decode_source
from ..lines import LineIndex
from ..runs import Origin
from .charset import declared_charset
from .page import Page


def read_html(source: Source, media_type: str = "text/html") -> Document:
    """Read a page: what it shows, its title, and what it hides; raises SourceError where it is no text."""
    decoded = decode_source(source, declared_charset(source.data))
    page = Page(decoded.text)
    origin = Origin(source.name, LineIndex(decoded.text))
    optional = (
        page.hidden.part("hidden", origin),
        page.comments.part("comment", origin),
        page.attributes.part("attribute", origin),
    )
    title = page.heading.part("heading", origin)
    return Document(
        name=source.name,
        media_type=media_type,
        encoding=decoded.encoding,
        decided_by=decoded.decided_by,
        parts=(
            *((title,) if title.text else ()),
            page.body.part("body", origin),
            *(part for part in optional if part.text),
        ),
        gaps=(*decoded.gaps(source.name), *_unread(page, origin)),
    )


def _unread(page: Page, origin: Origin) -> Iterator[Gap]:
    if page.embedded:
        line = origin.lines.at(page.embedded[0])[0]
        yield Gap(
            path=origin.path,
            cause="embedded-data",
            message=f"第 {line} 行等处共有 {len(page.embedded)} 个内嵌文件（data: 地址，多为图片），"
            "其中的内容没有检查；请人工核对",
            location=Location(path=origin.path, line=line),
        )
    if page.body.empty:
        yield Gap(
            path=origin.path,
            cause="no-visible-text",
            message="页面没有可见的文字，正文可能由脚本载入；请在浏览器中打开，把显示的内容另存为文本后检查",
        )
