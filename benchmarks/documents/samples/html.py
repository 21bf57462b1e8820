"""Web pages: the yearly report as one long page, and pages as the sites of public bodies serve them."""

from __future__ import annotations

from pathlib import Path
from random import Random
from string import Template
from typing import Final

from .report import report

_PAGE: Final = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
_WORDS: Final = (
    "关于进一步规范全市政务公开工作提高服务水平有关事项的通知各区县人民政府市各部门单位请结合实际贯彻执行"
)
_SCRIPT: Final = "$('.m{0}').hover(function() {{ $(this).addClass('on'); }});\n"
_STYLE: Final = ".c{0} {{ color: #{1:06x}; margin: 0 auto; padding: {0}px }}\n"
_LINK: Final = (
    '<li class="item"><span class="date">2026-03-{1:02}</span>'
    '<a href="/art/2026/3/{1}/art_{0}.html" target="_blank" title="{2}">{2}</a></li>\n'
)
_FONT: Final = '<span style="font-family: 仿宋; font-size: 16pt">{0}</span>'
_PARAGRAPH: Final = (
    f'<p style="text-indent: 2em; line-height: 2">{_FONT}<strong>{{1}}</strong>&nbsp;{{2}}</p>\n'
)
_CELL: Final = '<td style="border: 1px solid #000"><p style="text-align: center"><span>{}</span></p></td>'


def long_page() -> list[bytes]:
    """Give a page of about two megabytes."""
    return [report(150, linked=True).encode()]


def government_pages() -> list[bytes]:
    """Give 60 pages: head with style and script, lists of links, paragraphs, a table of 50 rows, foot."""
    return [_page(Random(seed)).encode() for seed in range(60)]  # noqa: S311 -- samples, no secrets


def _page(rng: Random) -> str:
    def words(count: int) -> str:
        return "".join(rng.choices(_WORDS, k=count))

    rows = (
        f"<tr>{''.join(map(_CELL.format, (number, words(3), words(8), rng.randrange(9999))))}</tr>\n"
        for number in range(50)
    )
    paragraphs = (_PARAGRAPH.format(words(60), words(6), words(30)) for _ in range(20))
    links = [_LINK.format(rng.randrange(10**5), rng.randrange(1, 29), words(22)) for _ in range(45)]
    return _PAGE.substitute(
        title=words(24),
        styles="".join(_STYLE.format(number, rng.randrange(1 << 24)) for number in range(40)),
        scripts="".join(_SCRIPT.format(number) for number in range(20)),
        menu="".join(links[:12]),
        news="".join(links[12:27]),
        sites="".join(links[27:]),
        paragraphs="".join(paragraphs),
        rows="".join(rows),
    )
