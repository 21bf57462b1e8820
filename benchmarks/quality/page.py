"""The web page around a document: navigation, a column of years, the foot with its addresses."""

from __future__ import annotations

import html
from importlib.resources import files
from typing import NamedTuple

from .scene import Scene
from .template import Filling

_PAGES = ("page-portal.html", "page-bureau.html")
_SEAM = "<!-- text -->\n"


class Page(NamedTuple):
    """What stands before and after the text."""

    head: str
    foot: str


def choose_page(scene: Scene, title: str) -> Page:
    """Give one of the pages, filled for a document."""
    rng = scene.rng
    text = files(__package__).joinpath("templates", rng.choice(_PAGES)).read_text("utf-8")
    values = {
        "title": html.escape(title),
        "years": " ".join(str(year) for year in range(scene.date.year, scene.date.year - 8, -1)),
        "index": f"{scene.county.code}{scene.date:%Y%m}{rng.randrange(100000):05d}",
        "views": str(rng.randrange(20, 90000)),
        "sitecode": f"{scene.county.code}0001",
    }
    head, foot = Filling(scene, values=values).plain(text).split(_SEAM)
    return Page(head, foot)
