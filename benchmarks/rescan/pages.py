"""A made-up site as it is mirrored: articles in a frame of links, and attachments, one in ten with leaks."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.quality.generate import generate
from benchmarks.speed.prose import documents
from tests.documents.pdf import pdf, write

_POOL: Final = 4_000_000
_LEAKS: Final = 400
_IN_FOLDER: Final = 500
_LINKS: Final = "".join(
    f'<li><a href="/zwgk/{number}/" title="栏目">公开栏目{number}</a></li>' for number in range(60)
)
_PAGE: Final = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head><body>'
    '<ul class="nav">{links}</ul><h1>{title}</h1><div class="content">{body}</div></body></html>'
)
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/'
    'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.'
    'main+xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KINDS: Final = ("html", "txt", "docx", "pdf")


def write_pages(tree: Path, numbers: Iterator[int], seed: int, version: int = 0) -> None:
    """Write the pages with these numbers; another version of a page says something else in one line."""
    for number in numbers:
        file = tree / place(number)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content(number, seed, version))


def place(number: int) -> str:
    """Give where a page stands."""
    return f"{number // _IN_FOLDER:04}/{number:07}.{kind_of(number)}"


def kind_of(number: int) -> str:
    """Give the format of a page: of a hundred, five are plain texts, two Word and one PDF documents."""
    if number % 100 == 33:  # noqa: PLR2004 -- as the docstring says
        return "pdf"
    if number % 50 == 7:  # noqa: PLR2004 -- the same
        return "docx"
    return "txt" if number % 20 == 9 else "html"  # noqa: PLR2004 -- the same


def content(number: int, seed: int, version: int = 0, kind: str = "") -> bytes:
    """Give the bytes of a page."""
    rng = Random(f"{seed}/{number}/{version}")  # noqa: S311 -- repeatable on purpose
    prose, leaks = _pool(seed)
    lines = [f"第{number}号第{version}版"]
    lines += rng.choice(prose).splitlines()[: rng.randrange(10, 40)]
    if number % 10 == 0:
        lines.insert(rng.randrange(len(lines)), rng.choice(leaks))
    return _FORMS[kind or kind_of(number)](f"关于第{number}号事项的公告", "\n".join(lines))


@cache
def _pool(seed: int) -> tuple[Sequence[str], Sequence[str]]:
    leaks = [draft.text for draft in islice(generate(seed, _LEAKS), _LEAKS) if draft.leaks]
    return list(documents(_POOL, seed)), leaks


def _html(title: str, text: str) -> bytes:
    body = "".join(f'<p style="text-indent: 2em">{html.escape(line)}</p>\n' for line in text.splitlines())
    return _PAGE.format(title=title, links=_LINKS, body=body).encode()


def _txt(title: str, text: str) -> bytes:
    return f"{title}\n{text}".encode()


def _docx(title: str, text: str) -> bytes:
    runs = "".join(
        f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in (title, *text.splitlines())
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{runs}</w:body></w:document>'),
        ):
            package.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def _pdf(title: str, text: str) -> bytes:
    lines = [
        line[start : start + 36] for line in (title, *text.splitlines()) for start in range(0, len(line), 36)
    ]
    sheets = [lines[start : start + 40] for start in range(0, len(lines), 40)]
    return pdf(
        *("".join(write(60, 780 - 18 * at, line) for at, line in enumerate(sheet)) for sheet in sheets)
    )


_FORMS: Final = {"html": _html, "txt": _txt, "docx": _docx, "pdf": _pdf}
