"""Conditional formats of a sheet, as LibreOffice writes them, that are known to hold for a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from ..conditions import Held, Test, by_formula, by_part, by_range, by_value
from ..counts import natural
from ..places import column_of
from .looks import Look

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..markup import LocalNames

_MOST: Final = 100
_SHEET: Final = r"(?:'(?:[^']|'')*+'|[^ ':.]*+)"
_CELL: Final = r"\.([A-Z]{1,3})([0-9]{1,7})"
_RANGE: Final = re.compile(rf"{_SHEET}{_CELL}(?::{_SHEET}{_CELL})?(?= |$)")
_OWN: Final = re.compile(r"\[\.([A-Z]{1,3}[0-9]{1,7})\]")
_FORMULA: Final = re.compile(r"formula-is\((.*)\)", re.DOTALL)
_COMPARED: Final = re.compile(r"(!=|<=|>=|=|<|>)(.*)", re.DOTALL)
_BETWEEN: Final = re.compile(r"(not-)?between\(([^,]*),([^,]*)\)")
_PART: Final = re.compile(r'(not-)?contains-text\("([^"]*)"\)')


class Rule(NamedTuple):
    """A style, and where and when it comes over that of a cell."""

    ranges: tuple[tuple[int, int, int, int], ...]
    look: Look
    holds: Test

    def counts(self, row: int, column: int, held: Held) -> bool:
        """Whether a cell is shown in this style."""
        inside = any(
            left <= column <= right and top <= row <= bottom for left, top, right, bottom in self.ranges
        )
        return inside and self.holds(held)


def read_rules(table: Element, names: LocalNames, looks: Mapping[str, Look]) -> list[Rule]:
    """Give the rules of a sheet that can be told from a cell alone."""
    return list(islice(_rules(table, names, looks), _MOST))


def veil_of(look: Look, rules: Sequence[Rule], row: int, column: int, held: Held) -> str:
    """Name what keeps a cell of some look from being seen, or nothing."""
    if (veil := look.veil("")) or not rules or held.says_nothing:
        return veil
    for rule in rules:
        if rule.counts(row, column, held):
            return look.under(rule.look).veil("")
    return ""


def _rules(table: Element, names: LocalNames, looks: Mapping[str, Look]) -> Iterator[Rule]:
    for item in (child for child in table if names[child.tag] == "conditional-formats"):
        for group in item:
            ranges = _ranges(names.value(group, "target-range-address"))
            for condition in group:
                look = looks.get(names.value(condition, "apply-style-name"))
                own = _RANGE.fullmatch(names.value(condition, "base-cell-address"))
                holds = _test(names.value(condition, "value"), own[1] + own[2] if own else "")
                if look is not None and holds is not None:
                    yield Rule(ranges, look, holds)


def _ranges(told: str) -> tuple[tuple[int, int, int, int], ...]:
    found = (match.groups() for match in _RANGE.finditer(told))
    return tuple(
        (column_of(left), natural(top), column_of(right or left), natural(bottom or top))
        for left, top, right, bottom in found
    )


def _test(told: str, own: str) -> Test | None:
    if found := _FORMULA.fullmatch(told):
        return by_formula(_OWN.sub(r"\1", found[1]), own)
    if found := _COMPARED.fullmatch(told):
        return by_value("<>" if found[1] == "!=" else found[1], found[2])
    if found := _BETWEEN.fullmatch(told):
        return by_range(found[2], found[3], inside=not found[1])
    if found := _PART.fullmatch(told):
        return by_part(found[2], inside=not found[1])
    return None
