"""A yearly report with tables, many times over, as HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_TEXT: Final = Path(__file__).parents[3] / "examples" / "yearly-report.txt"
_PAGE: Final = '<!doctype html><html><head><meta charset="utf-8"></head><body>{}</body></html>'
_TABLE: Final = '<table border="1" style="border-collapse: collapse; width: 100%">{}</table>\n'
_LINK: Final = '<a href="/art/2026/{0}.html" title="第{0}件">某某{0}</a>'
_ROW: Final = (
    '<tr><td>{number}</td><td class="name">{name}</td><td>关于某某事项的答复</td>'
    "<td>2026-01-{day:02}</td><td>{value}</td></tr>\n"
)


def report(times: int, *, linked: bool) -> str:
    """Give the report, its paragraphs justified, each time with a table of 29 rows; on the web, they link."""
    lines = [line for line in _TEXT.read_text(encoding="utf-8").splitlines() if line.strip()]
    text = "".join(f'<p style="text-align: justify">{line}</p>\n' for line in lines)
    name = _LINK if linked else "某某{0}"
    rows = (
        _ROW.format(number=at, name=name.format(at), day=at % 28 + 1, value=at * 37) for at in range(1, 30)
    )
    return _PAGE.format((text + _TABLE.format("".join(rows))) * times)
