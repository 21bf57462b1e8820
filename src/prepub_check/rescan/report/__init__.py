"""The follow-up of a rescan for people and machines: one function a format, Followup → bytes in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import IO, Final

from . import html, jsonl, text, xlsx
from .followup import Followup

Writer = Callable[[Followup, IO[bytes]], None]

WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {"text": text.write, "html": html.write, "xlsx": xlsx.write, "jsonl": jsonl.write}
)

__all__ = ["WRITERS", "Followup", "Writer"]
