"""Reports for people and for machines: one pure function a format, Report and Style → text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ..model import Report
from . import json, jsonl, text
from .style import Style

Writer = Callable[[Report, Style], str]

WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {"text": text.write, "json": json.write, "jsonl": jsonl.write}
)

__all__ = ["WRITERS", "Style", "Writer"]
