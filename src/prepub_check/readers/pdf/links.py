"""The links of a page whose annotations are all links within the document or to addresses, as most are.

pdfium has read them already, and pypdf takes its time over each.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from ...model import Box
from .decoding import decoded
from .strings import on_one_line

_PLAIN: Final = (pdfium.PDFACTION_GOTO, pdfium.PDFACTION_URI)


class Link(NamedTuple):
    """The address or file that a link leads to, and where the link is on the page."""

    address: str
    box: Box | None


def plain_links(document: Any, page: Any) -> list[Link] | None:
    """Give the links to addresses, or None where there is more than plain links on the page."""
    links = list(_links(page))
    if not links or len(links) != pdfium.FPDFPage_GetAnnotCount(page):
        return None
    found: list[Link] = []
    for link in links:
        action = pdfium.FPDFLink_GetAction(link)
        if not action:
            continue
        box = _box(link)
        if box is None or pdfium.FPDFAction_GetType(action) not in _PLAIN:
            return None
        if address := on_one_line(decoded(_address(document, action))):
            found.append(Link(address, box))
    return found


def _links(page: Any) -> Iterator[Any]:
    position, link = ctypes.c_int(), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        yield link
        link = pdfium.FPDF_LINK()


def _address(document: Any, action: Any) -> bytes:
    size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.raw[:-1]


def _box(link: Any) -> Box | None:
    found = pdfium.FS_RECTF()
    if not pdfium.FPDFLink_GetAnnotRect(link, found) or found.left == found.right:
        return None
    left, right = sorted((found.left, found.right))
    bottom, top = sorted((found.bottom, found.top))
    return left, bottom, right, top
