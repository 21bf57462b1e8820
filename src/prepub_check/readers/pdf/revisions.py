"""Earlier versions that a PDF keeps: each ends with its own end-of-file mark (ISO 32000-1, 7.5.6)."""

from __future__ import annotations

import re
from typing import Final

MOST: Final = 20
_END: Final = re.compile(rb"%%EOF[ \t]*(?:\r\n?|\n)?")
_LINEARIZED: Final = re.compile(rb"/Linearized\b")
_HEAD: Final = 2048


def earlier_versions(data: bytes) -> list[bytes]:
    """Give the file as it was at each earlier end, the oldest first."""
    ends = [found.end() for found in _END.finditer(data)]
    if ends and _LINEARIZED.search(data[:_HEAD]):
        ends = ends[1:]
    return [data[:end] for end in ends[:-1]]
