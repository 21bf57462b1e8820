"""The formats that are measured: a sample, the peers that read it, and the goal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from .samples.docx import large_docx


class Format(NamedTuple):
    """A format: its suffix, how its sample is made, and its peers (modules of ``peers``) with our goals."""

    suffix: str
    sample: Callable[[], bytes]
    peers: tuple[tuple[str, float], ...]


FORMATS: Final = (Format(".docx", large_docx, (("python_docx", 5.0),)),)
