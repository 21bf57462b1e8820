"""Text to rows of cells, with quoted cells that hold separators and line breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

_SEPARATORS: Final = (",", "\t", ";", "|", "，")
_SAID: Final = re.compile("sep=(.)\r?\n")
_LINE: Final = re.compile("[^\r\n]*(?:\r\n|[\r\n]|$)")
_SAMPLE: Final = 100
# A quote that nothing closes for so many lines is none.
_LONGEST: Final = 200


def separator_of(text: str, usual: str) -> str:
    r"""Give the separator: as the first line says (``sep=;``), else what most lines have equally often.

    >>> separator_of("甲;乙\n1,5;2\n3;4\n", ",")
    ';'
    """
    if said := _SAID.match(text.lstrip("\ufeff")):
        return said[1]
    lines = [line for line in islice(_lines(text), _SAMPLE) if line.strip()]
    scores = {separator: _agreement(lines, separator) for separator in dict.fromkeys((usual, *_SEPARATORS))}
    return max(scores, key=lambda separator: scores[separator])


def split_rows(text: str, separator: str) -> Iterator[list[str]]:
    r"""Give the cells of each row.

    >>> list(split_rows('甲,"乙\n丙",\n丁', ","))
    [['甲', '乙\n丙', ''], ['丁']]
    """
    cell = re.compile(rf'\s*"((?:[^"]|"")*)"\s*(?={re.escape(separator)}|$)|([^{re.escape(separator)}]*)')
    for line in _records(text.removeprefix("\ufeff"), separator):
        if '"' in line:
            yield list(_quoted(line, cell))
        else:
            yield line.split(separator)


def _agreement(lines: list[str], separator: str) -> int:
    counts = Counter(line.count(separator) for line in lines)
    counts.pop(0, None)
    return max(counts.values(), default=0)


def _lines(text: str) -> Iterator[str]:
    return (found[0] for found in _LINE.finditer(text) if found[0])


def _records(text: str, separator: str) -> Iterator[str]:
    """Join lines that a quoted cell runs across."""
    waiting: list[str] = []
    quotes = 0
    for line in _lines(text):
        quotes += line.count('"') if waiting or _opens(line, separator) else 0
        waiting.append(line)
        if quotes % 2 == 0:
            yield "".join(waiting).rstrip("\r\n")
        elif len(waiting) > _LONGEST:
            yield from (lost.rstrip("\r\n") for lost in waiting)
        else:
            continue
        waiting, quotes = [], 0
    yield from (lost.rstrip("\r\n") for lost in waiting)


def _opens(line: str, separator: str) -> bool:
    """Tell whether a cell of a line begins with a quote: one within a cell stands for itself."""
    return line.lstrip().startswith('"') or re.search(rf'{re.escape(separator)}[ ]*"', line) is not None


def _quoted(line: str, cell: re.Pattern[str]) -> Iterator[str]:
    at = 0
    while at <= len(line):
        found = cell.match(line, at)
        if found is None:
            return
        yield found[2] if found[1] is None else found[1].replace('""', '"')
        at = found.end() + 1
