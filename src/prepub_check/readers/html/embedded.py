"""Files inside a page: the values of attributes that are a whole file in base64 (RFC 2397)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote_to_bytes

from ...model import Gap, Location, Source
from ..runs import Origin

_HEAD: Final = re.compile(r"\s*data:([^;,]*)[^,]*,", re.IGNORECASE)
_SUFFIXES: Final = MappingProxyType(
    {
        "image/png": ".png",
        "image/jpeg": ".jpg",
        "image/jpg": ".jpg",
        "image/gif": ".gif",
        "image/webp": ".webp",
        "image/bmp": ".bmp",
        "image/svg+xml": ".svg",
        "application/pdf": ".pdf",
        "text/html": ".html",
        "text/plain": ".txt",
    }
)
# What stands for an image until it is loaded, and other points and lines: nothing legible is as small.
_SMALLEST: Final = 200


def embedded_files(values: Iterable[tuple[int, str]], origin: Origin) -> tuple[list[Source], list[Gap]]:
    """Give the files in values at their offsets, each once, and a gap for each that is no sound base64."""
    files: dict[bytes, Source] = {}
    gaps: list[Gap] = []
    for offset, value in values:
        line, column = origin.lines.at(offset)
        data = _decoded(value)
        if data is None:
            gaps.append(_damaged(origin.path, line, column))
        elif len(data) >= _SMALLEST and data not in files:
            name = f"{origin.path} › 第 {line} 行第 {column} 列的内嵌文件{_suffix(value)}"
            files[data] = Source(name, data)
    return list(files.values()), gaps


def _decoded(value: str) -> bytes | None:
    written = unquote_to_bytes(_HEAD.sub("", value, count=1)).translate(None, b" \t\r\n")
    try:
        return base64.b64decode(
            written + b"=" * (-len(written) % 4), altchars=b"-_" if b"_" in written else None
        )
    except (binascii.Error, ValueError):
        return None


def _suffix(value: str) -> str:
    head = _HEAD.match(value)
    return _SUFFIXES.get(head[1].strip().lower(), "") if head else ""


def _damaged(path: str, line: int, column: int) -> Gap:
    message = "内嵌文件（data: 地址）损坏，没有检查；请在浏览器中核对，删去或换成完好的文件"
    place = Location(path=path, kind="attachment", line=line, column=column)
    return Gap(path=path, cause="embedded-data", message=message, location=place)
