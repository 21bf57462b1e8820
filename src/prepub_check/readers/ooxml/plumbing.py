"""Parts of a package that hold nothing for people: fonts, printer settings, signatures of file types."""

from __future__ import annotations

import re
from typing import Final

_PLUMBING: Final = re.compile(
    r"\[Content_Types\]\.xml|mimetype|.*\.rels|.*/printerSettings\d*\.bin|.*\.odttf|.*\.fntdata"
    r"|.*/calcChain\.xml|_xmlsignatures/.*",
    re.IGNORECASE,
)


_THUMBNAIL: Final = re.compile(r"(?:docProps|_rels)/thumbnail\.\w+", re.IGNORECASE)


def is_thumbnail(name: str) -> bool:
    """Tell whether a part is the picture of the first page."""
    return _THUMBNAIL.fullmatch(name) is not None


def is_plumbing(name: str) -> bool:
    """Tell whether a part is left alone: relations are read where they lead, the others say nothing."""
    return _PLUMBING.fullmatch(name) is not None
