"""A Word document: its stories one by one, then what it says of itself, then what was left behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ...called import signed
from ...strands import Mark
from ..drawing import read_drawings
from . import fib as at
from .fib import Fib
from .formats import formats_of
from .looks import Looks
from .remains import read_remains
from .story import Story
from .tables import comment_authors, positions, strings, variables
from .text import Text

if TYPE_CHECKING:
    from ....model import PartKind
    from ..reading import Reading
    from ..storage import Storage

_BOOKMARK: Final = Mark("图形与书签名称")
# Six separators of notes come first; then each section has these.
_SEPARATORS: Final = 6
_HEADERS: Final[tuple[tuple[PartKind, str], ...]] = (
    ("header", "页眉（偶数页）"),
    ("header", "页眉"),
    ("footer", "页脚（偶数页）"),
    ("footer", "页脚"),
    ("header", "页眉（首页）"),
    ("footer", "页脚（首页）"),
)
_TEMPLATE: Final = 1


def read_word(storage: Storage, reading: Reading) -> None:
    """Read a document; raises SourceError where it is encrypted, too old, or broken from the start."""
    fib = Fib(storage)
    text = Text(fib)
    runs, paragraphs = formats_of(fib)
    revisers = list(strings(fib.block(at.REVISERS)))
    story = Story(text, Looks(text, runs), paragraphs, revisers, reading.strands)
    starts = dict(_starts(fib))
    _read_stories(story, fib, starts)
    _read_properties(fib, revisers, reading)
    read_drawings(fib.block(at.DRAWINGS), reading.strands, loose=True)
    read_remains(fib, text, reading)
    if not text.pieces:
        reading.gap("damaged", "Word 文档的正文读不出来，文件可能已损坏；请用 Word 或 WPS 打开、另存后再检查")


def _starts(fib: Fib) -> Iterator[tuple[str, tuple[int, int]]]:
    start = 0
    for name, length in zip(at.STORIES, fib.lengths, strict=True):
        yield name, (start, start + max(length, 0))
        start += max(length, 0)


def _read_stories(story: Story, fib: Fib, starts: dict[str, tuple[int, int]]) -> None:
    story.read(*starts["正文"], "body")
    for title, index in (("脚注", at.FOOTNOTES), ("尾注", at.ENDNOTES)):
        for number, (start, end) in enumerate(_spans(starts[title], positions(fib.block(index))), 1):
            story.read(start, end, "note", f"{title} {number}", title)
    authors = dict(enumerate(comment_authors(fib), 1))
    for number, (start, end) in enumerate(_spans(starts["批注"], positions(fib.block(at.COMMENT_TEXTS))), 1):
        story.read(start, end, "comment", signed(f"批注 {number}", authors.get(number, "")), "批注")
    for number, (start, end) in enumerate(_spans(starts["页眉"], positions(fib.block(at.HEADERS)))):
        if number >= _SEPARATORS:
            kind, name = _HEADERS[(number - _SEPARATORS) % len(_HEADERS)]
            story.read(start, end, kind, name)
    story.read(*starts["文本框"], "body", "文本框")
    story.read(*starts["页眉文本框"], "header", "页眉文本框")


def _spans(span: tuple[int, int], bounds: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Give stretches of a story as its table has them; all of it where the table does not cover it."""
    start, end = span
    inner = [start + bound for bound in bounds if bound <= end - start]
    if inner != sorted(inner) or inner[:1] != [start]:
        inner = [start]
    yield from zip(inner, (*inner[1:], end), strict=True)


def _read_properties(fib: Fib, revisers: list[str], reading: Reading) -> None:
    strands = reading.strands
    for reviser in revisers:
        if reviser != "Unknown":
            reading.author("修订作者", reviser)
    for author in comment_authors(fib):
        reading.author("批注作者", author)
    associated = list(strings(fib.block(at.ASSOCIATED)))
    if len(associated) > _TEMPLATE:
        strands.property("模板", associated[_TEMPLATE])
    savers = list(strings(fib.block(at.SAVERS)))
    for saver, path in zip(savers[::2], savers[1::2], strict=False):
        strands.property("最后修改者", saver, "保存记录")
        strands.property("保存路径", path, "保存记录")
    for bookmark in strings(fib.block(at.BOOKMARKS)):
        if not bookmark.startswith("_"):
            strands.of("attribute", "图形与书签名称").line(bookmark, _BOOKMARK)
    for name, value in variables(fib.block(at.VARIABLES)):
        strands.property(name, value, "文档变量")
