"""Bytes that spell no character: shown as U+FFFD, and every stretch of them disclosed as a flaw."""

from __future__ import annotations

import re
from typing import Final

from .decoded import Flaw
from .lines import LineIndex

_ESCAPED: Final = re.compile(r"[\ud800-\udfff]+")
_LISTED: Final = 1000
_NEXT_STEP: Final = "这里的文字没有检查；请找到完好的原文件，用原来的软件打开并另存为 UTF-8 后重新检查"


def disclose(text: str, encoding: str, width: int = 1) -> tuple[str, tuple[Flaw, ...]]:
    """Replace the bytes escaped as surrogates, ``width`` bytes each, and name every stretch.

    A file damaged in more than a thousand places has the rest counted in one last flaw.
    """
    stretches = list(_ESCAPED.finditer(text))
    if not stretches:
        return text, ()
    lines = LineIndex(text)
    listed = stretches if len(stretches) <= _LISTED else stretches[: _LISTED - 1]
    flaws = [_flaw(lines.at(found.start())[0], width * len(found[0]), encoding) for found in listed]
    if rest := stretches[len(listed) :]:
        flaws.append(_summary(rest, lines, width, encoding))
    return _ESCAPED.sub("\ufffd", text), tuple(flaws)


def disclose_cut(text: str, count: int, encoding: str) -> Flaw:
    """Name the ``count`` bytes after the end of a text that are the beginning of one more character."""
    line = LineIndex(text).at(len(text))[0]
    message = (
        f"第 {line} 行末尾的 {count} 个字节不成 {encoding} 字符，文件可能不完整；请找到完整的原文件重新检查"
    )
    return Flaw("undecodable", message, line)


def _flaw(line: int, count: int, encoding: str) -> Flaw:
    return Flaw("undecodable", f"第 {line} 行有 {count} 个字节无法按 {encoding} 解码，{_NEXT_STEP}", line)


def _summary(rest: list[re.Match[str]], lines: LineIndex, width: int, encoding: str) -> Flaw:
    first, last = lines.at(rest[0].start())[0], lines.at(rest[-1].start())[0]
    count = width * sum(len(found[0]) for found in rest)
    return Flaw(
        "undecodable",
        f"第 {first} 至 {last} 行另有 {len(rest)} 处、共 {count} 个字节无法按 {encoding} 解码，{_NEXT_STEP}",
        first,
    )
