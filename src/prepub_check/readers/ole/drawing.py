"""Drawings (MS-ODRAW): what shapes are called and say as WordArt, and where their pictures came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ...model import PartKind
from ..strands import Mark, Strands

_HEAD: Final = 8
_CONTAINER: Final = 0xF
_OPTIONS: Final = frozenset((0xF00B, 0xF121, 0xF122))
_COMPLEX: Final = 0x8000
_Place = tuple[PartKind, str]
_SAID: Final[Mapping[int, _Place]] = MappingProxyType(
    {
        0xC0: ("body", "艺术字或水印"),
        0x105: ("attribute", "图片来源"),
        0x380: ("attribute", "图形名称"),
        0x381: ("attribute", "替代文字"),
        0x382: ("attribute", "链接目标"),
        0x38D: ("attribute", "链接提示"),
    }
)
_DEEPEST: Final = 40


def read_drawings(data: bytes, strands: Strands, *, loose: bool = False) -> None:
    """Read a stretch of drawing records; in a ``loose`` one a byte stands between the drawings."""
    at = 0
    while at + _HEAD <= len(data):
        for text, (kind, name) in _said(data, at, 0):
            strands.of(kind, name).line(text, Mark(name))
        at += _HEAD + _size(data, at) + loose


def read_options(data: bytes, count: int, strands: Strands, mark: Mark) -> None:
    """Read the properties of one shape."""
    for text, (kind, name) in _options(data, count):
        strands.of(kind, name).line(text, mark._replace(name=name))


def _said(data: bytes, at: int, depth: int) -> Iterator[tuple[str, _Place]]:
    kind, end = int.from_bytes(data[at + 2 : at + 4], "little"), at + _HEAD + _size(data, at)
    if data[at] & 0xF == _CONTAINER and depth < _DEEPEST:
        at += _HEAD
        while at + _HEAD <= min(end, len(data)):
            yield from _said(data, at, depth + 1)
            at += _HEAD + _size(data, at)
    elif kind in _OPTIONS:
        count = int.from_bytes(data[at : at + 2], "little") >> 4
        yield from _options(data[at + _HEAD : end], count)


def _options(data: bytes, count: int) -> Iterator[tuple[str, _Place]]:
    after = 6 * count
    for at in range(0, min(after, len(data) - 5), 6):
        option = int.from_bytes(data[at : at + 2], "little")
        if option & _COMPLEX:
            size = int.from_bytes(data[at + 2 : at + 6], "little")
            said = _SAID.get(option & 0x3FFF)
            text = data[after : after + size].decode("utf-16-le", "replace").partition("\0")[0]
            if said and text.strip():
                yield text, said
            after += size


def _size(data: bytes, at: int) -> int:
    return int.from_bytes(data[at + 4 : at + 8], "little")
