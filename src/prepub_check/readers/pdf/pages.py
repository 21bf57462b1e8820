"""The pages of a PDF: text by how it shows, and pictures whose text is still to be recognised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import pypdfium2

from ...model import Box
from ..layout import Span, lay_out
from ..layout.collection import BY_SIGHT, Collection
from ..layout.drawn import ruling_of
from ..layout.sight import Sight
from .covers import cover_above, fills_page, find_covers
from .links import Link, plain_links
from .paint import Painting, painting_of
from .photos import photos_of
from .sight import Viewer
from .spans import Characters
from .view import View

_LEAST_SIDE: Final = 30.0
_LEAST_SHARE: Final = 0.02
_ILLEGIBLE: Final = 0.1
_ILLEGIBLE_CHARACTER: Final = re.compile("[\ufffd\ue000-\uf8ff\0-\x1f]")


class Sheet(NamedTuple):
    """What a page holds beside text: boxes with pictures to recognise, and photographs as files.

    ``links`` are None where there are annotations of other kinds too, for pypdf to read.
    """

    number: int
    view: View
    links: list[Link] | None
    pictures: tuple[Box, ...]
    characters: int
    illegible: bool
    scanned: bool
    photos: tuple[bytes, ...]

    @property
    def is_picture(self) -> bool:
        """Whether all of the page's text is in its pictures."""
        return not self.characters and bool(self.pictures)


def read_page(
    document: pypdfium2.PdfDocument,
    number: int,
    covered: Callable[[int], Iterable[Box]],
    off: AbstractSet[str],
    into: Collection,
) -> Sheet:
    """Collect the text of a page (``number`` counts from 1); ``covered`` tells what annotations lie over."""
    with _loaded(document, number) as (page, text_page):
        view = View.of(page)
        painting = painting_of(page.raw, view.matrix)
        links = plain_links(document, page)
        covers = [
            *find_covers(document, page, painting, view.box),
            *(cover_above(view.place(*box)) for box in (covered(number) if links is None else ())),
        ]
        viewer = Viewer(painting, covers, view.box, off)
        spans: dict[Sight, list[Span]] = {}
        for sight, stretch in viewer.sorted(Characters(text_page.raw, view)):
            spans.setdefault(sight, []).append(Span(stretch.text, stretch.box, stretch.aside))
        filled = (outline for fill in painting.fills for outline in fill.outlines)
        ruling = ruling_of(painting.lines, filled)
        for sight, found in spans.items():
            into_bin = BY_SIGHT[sight]
            lay_out(found, view.width, into.pieces(into_bin), into.placed(into_bin, number), ruling)
        return _sheet(number, view, links, painting, spans)


@contextmanager
def _loaded(document: pypdfium2.PdfDocument, number: int) -> Any:
    page = document[number - 1]
    try:
        text_page = page.get_textpage()
        try:
            yield page, text_page
        finally:
            text_page.close()
    finally:
        page.close()


def _sheet(
    number: int, view: View, links: list[Link] | None, painting: Painting, spans: dict[Sight, list[Span]]
) -> Sheet:
    seen = "".join(span.text for span in spans.get(Sight.SEEN, ()))
    strange = len(_ILLEGIBLE_CHARACTER.findall(seen))
    scanned = Sight.SCAN in spans
    pictures = () if scanned else tuple(_telling(painting, view))
    illegible = strange > _ILLEGIBLE * len(seen)
    photos = tuple(photos_of(painting))
    return Sheet(number, view, links, pictures, len(seen), illegible, scanned, photos)


def _telling(painting: Painting, view: View) -> Sequence[Box]:
    """Give the pictures that are large enough to hold text; one that is the page, alone."""
    for picture in painting.pictures:
        if fills_page(picture, view.box):
            return (view.box,)
    return [
        picture.box
        for picture in painting.pictures
        if min(picture.box[2] - picture.box[0], picture.box[3] - picture.box[1]) >= _LEAST_SIDE
        and _share(picture.box, view) >= _LEAST_SHARE
    ]


def _share(box: Box, view: View) -> float:
    return (box[2] - box[0]) * (box[3] - box[1]) / max(view.width * view.height, 1)
