r"""Regular expressions as they are pasted from the web: word boundaries by ``\b``, no checks."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Iterator
from typing import Final

from .hit import Hit

TITLE: Final = r"朴素 \b 正则"
NOTE: Final = r"身份证、手机、邮箱、银行卡、护照、车牌、内网 IP 各一条，边界用 \b，不校验"
_PATTERNS: Final = (
    ("resident-id", re.compile(r"\b[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]\b")),
    ("mobile", re.compile(r"\b1[3-9]\d{9}\b")),
    ("mail", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")),
    ("card", re.compile(r"\b(?:62|4|5)\d{14,17}\b")),
    ("passport", re.compile(r"\b[EG]\d{8}\b")),
    ("vehicle", re.compile(r"\b[\u4e00-\u9fa5][A-Z][A-Z0-9]{5,6}\b")),
    ("address-ip", re.compile(r"\b(?:10|172|192)\.\d{1,3}\.\d{1,3}\.\d{1,3}\b")),
)
COVERS: Final = frozenset(row for row, _ in _PATTERNS)


def version() -> str:
    """Give the version of the regular expressions' engine."""
    return f"re, Python {platform.python_version()}"


def scan(texts: Iterable[str]) -> Iterator[list[Hit]]:
    """Scan every text."""
    for text in texts:
        yield [Hit(row, *found.span()) for row, pattern in _PATTERNS for found in pattern.finditer(text)]
