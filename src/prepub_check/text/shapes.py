"""The named shapes an anchor may ask for instead of literals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

import regex

_PLATE: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领WJ"

_DIGITS: Final = "digits "
_BETWEEN: Final = r"[^0-9A-Za-z\u4e00-\u9fff\n\t]{0,3}+"
_FEWEST_DIGITS: Final = 6
_USUAL_DIGITS: Final = 7
# A longer run is several: the pattern keeps a place for each digit.
_LONGEST_RUN: Final = 4000

SHAPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # So many digits or more, with no more than marks and spaces between them.
        **{
            f"{_DIGITS}{fewest}": rf"[0-9](?:{_BETWEEN}[0-9]){{{fewest - 1},{_LONGEST_RUN}}}+"
            for fewest in range(_FEWEST_DIGITS, 20)
        },
        # Sixteen ASCII characters or more in one piece, letters and digits both.
        "code": r"(?<![0-9A-Za-z_.-])(?=[0-9_.-]{0,200}+[A-Za-z])(?=[A-Za-z_.-]{0,200}+[0-9])"
        "[0-9A-Za-z_.-]{16,}+",
        # How a vehicle plate begins.
        "plate": f"[{_PLATE}][A-HJ-NP-Z]",
        # A level of secrecy, spaced out, upright or neither; no 国家秘密 or 商业秘密 as a sentence has them.
        "level": "[绝絕机機秘祕](?:[ ]{0,4}\n)?[ ]{0,4}密"
        "(?!(?<=(?:国家|商业|工作|技术)秘密)[\u4e00-\u9fff、,;:。)”])",
        # 汉字 spaced out one by one, as titles and marks are.
        "spaced": "[\u4e00-\u9fff](?:[ ]{1,4}[\u4e00-\u9fff](?![\u4e00-\u9fff])){2,}+",
        # Every line: for rules that look at one kind of part only.
        "line": "[^\n]+",
        # How a hardware address begins.
        "mac": "[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}\\1[0-9A-Fa-f]{2}\\1",
    }
)
# Shapes that one pass over the rare ASCII characters finds together, and how far before them each begins.
_FUSED: Final[Mapping[str, int]] = MappingProxyType({"code": 0, "mac": 0, "plate": 1})
_ASCII: Final = re.compile(
    "[0-9A-Za-z_.-](?:"
    f"(?P<piece>(?<![0-9A-Za-z_.-].)(?=[0-9A-Za-z_.-]{{15}})|(?=[0-9A-Fa-f][:-][0-9A-Fa-f])"
    f"|(?<=[{_PLATE}][A-HJ-NP-Z]))"
    f"|(?<=[0-9])(?<![0-9].)(?=(?:{_BETWEEN}[0-9]){{{_FEWEST_DIGITS - 1}}}))",
    re.DOTALL,
)


@cache
def shape(name: str) -> regex.Pattern[str]:
    """Give the pattern of a named shape."""
    return regex.compile(SHAPES[name])


def shape_named(anchor: str) -> str | None:
    """Give the name in an anchor written ``<name>``; other anchors are literals."""
    if anchor == "<digits>":
        return f"{_DIGITS}{_USUAL_DIGITS}"
    return anchor[1:-1] if anchor[:1] == "<" and anchor[-1:] == ">" else None


class ShapeFinder:
    """All occurrences of some of the named shapes; of a run of digits, its start under each count it has."""

    __slots__ = ("_alone", "_counts", "_pieces", "_run")

    def __init__(self, names: Collection[str]) -> None:
        counts = {name: int(name.removeprefix(_DIGITS)) for name in names if name.startswith(_DIGITS)}
        alone = sorted(names - counts.keys() - _FUSED.keys())
        self._alone = [(name, shape(name)) for name in alone]
        self._pieces = [(name, re.compile(SHAPES[name]), _FUSED[name]) for name in _FUSED if name in names]
        self._counts = counts
        self._run = re.compile(SHAPES[min(counts, key=counts.__getitem__)] if counts else "(?!)")

    def find(self, text: str, low: int, high: int) -> list[tuple[int, str]]:
        """Give the start and the name of each occurrence between two places where lines begin and end."""
        found = [
            (match.start(), name)
            for name, pattern in self._alone
            for match in pattern.finditer(text, low, high)
        ]
        if self._pieces or self._counts:
            found += self._find_ascii(text, low, high)
        return found

    def _find_ascii(self, text: str, low: int, high: int) -> Iterator[tuple[int, str]]:
        reached = low
        for hit in _ASCII.finditer(text, low, high):
            place = hit.start()
            if hit.lastgroup:
                for name, pattern, shift in self._pieces:
                    if place >= shift and pattern.match(text, place - shift):
                        yield place - shift, name
            while place >= reached and (run := self._run.match(text, place)):
                digits = sum(map(str.isdigit, run[0]))
                for name, fewest in self._counts.items():
                    if digits >= fewest:
                        yield place, name
                place = reached = run.end()
