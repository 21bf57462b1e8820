"""What LibreOffice prints: reports, prose in one column and in two, tables with lines and without, links."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from . import report as yearly

_TABLE: Final = re.compile("<table.*?</table>", re.DOTALL)
_ROW: Final = (
    "<tr><td>{number}</td><td>张某{number}</td><td>{identity}</td><td>139{number:08}</td>"
    "<td>某区某街道{number}号</td></tr>"
)
_PAGE: Final = '<html><head><meta charset="utf-8"></head><body><table {look}>{rows}</table></body></html>'
_LIST: Final = '<html><head><meta charset="utf-8"></head><body><ul>{}</ul></body></html>'
_ENTRY: Final = '<li><a href="/art/2026/{0}.html" title="第{0}件">关于某某工作的通知（第{0}号）</a></li>'


def report() -> list[bytes]:
    """Give the yearly report of some 90 pages, text and tables."""
    return [_printed(yearly.report(30, linked=False))]


def prose() -> list[bytes]:
    """Give some 40 pages of text."""
    return [_printed(_TABLE.sub("", yearly.report(30, linked=False)))]


def two_columns() -> list[bytes]:
    """Give some 20 pages of text in two columns."""
    text = _TABLE.sub("", yearly.report(15, linked=False))
    text = text.replace("<body>", '<body><div style="column-count: 2">')
    return [_printed(text.replace("</body>", "</div></body>"))]


def ruled_table() -> list[bytes]:
    """Give a roster of 600 rows with lines around its cells."""
    return [_printed(_roster('border="1" width="100%" style="border-collapse: collapse"'))]


def plain_table() -> list[bytes]:
    """Give the roster without lines."""
    return [_printed(_roster("width='100%'"))]


def links() -> list[bytes]:
    """Give some 50 pages of a website's list of notices, each a link."""
    return [_printed(_LIST.format("".join(map(_ENTRY.format, range(1500)))))]


def _roster(look: str) -> str:
    rows = (_ROW.format(number=number, identity=110105194912310000 + number) for number in range(600))
    return _PAGE.format(look=look, rows="".join(rows))


def _printed(page: str) -> bytes:
    """Print a page to a file; LibreOffice must be installed."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "report.html").write_text(page, encoding="utf-8")
        for target, name in (("odt", "report.html"), ("pdf", "report.odt")):
            command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
            command += ["--convert-to", target, "--outdir", folder, str(Path(folder) / name)]
            subprocess.run(command, check=True, capture_output=True, timeout=240)  # noqa: S603 -- a fixed command
        return (Path(folder) / "report.pdf").read_bytes()
