"""Rules of a sheet that hide cells from view: conditional formats whose condition holds (§18.3.1.18)."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from ...conditions import Held, Test, by_formula, by_part, by_range, by_value
from ...counts import listed, natural
from ...markup import parse_events
from ...places import column_of
from .colours import Change, Look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .formats import Styles

_ELEMENT: Final = b"conditionalFormatting"
_RANGE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_MOST: Final = 100
_SIGNS: Final = MappingProxyType(
    {
        "equal": "=",
        "notEqual": "<>",
        "lessThan": "<",
        "lessThanOrEqual": "<=",
        "greaterThan": ">",
        "greaterThanOrEqual": ">=",
    }
)


class _Rule(NamedTuple):
    """Where a rule counts, its place in the order, whether none counts after it, and what it changes when."""

    ranges: tuple[tuple[int, int, int, int], ...]
    order: int
    last: bool
    change: Change
    holds: Test

    def covers(self, row: int, column: int) -> bool:
        return any(
            left <= column <= right and top <= row <= bottom for left, top, right, bottom in self.ranges
        )


class Rules:
    """Tells which cells do not show, by the rules that are known to hold for them."""

    def __init__(self, rules: Sequence[_Rule], looks: Sequence[Look]) -> None:
        self._rules = sorted(rules, key=lambda rule: rule.order)[:_MOST]
        self._looks = looks

    def veil(self, row: int, column: int, style: str, held: Held) -> str:
        """Name what keeps a cell from being seen that its own style shows, or nothing."""
        if held.says_nothing:
            return ""
        change = Change()
        for rule in self._rules:
            if rule.covers(row, column) and rule.holds(held):
                change = change.over(rule.change)
                if rule.last:
                    break
        return change.veil(listed(self._looks, style, Look()))


class _Reader:
    """Collects the rules of one sheet that can be told from a cell alone."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.rules: list[_Rule] = []
        self._changes = changes
        self._ranges: list[re.Match[str]] = []
        self._rule: dict[str, str] = {}
        self._formulas: list[str] = []
        self._texts: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "conditionalFormatting":
                self._ranges = list(_RANGE.finditer(attributes.get("sqref", "")))
            case "cfRule":
                self._rule, self._formulas = attributes, []
        self._texts = []

    def characters(self, text: str) -> None:
        self._texts.append(text)

    def end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "formula":
                self._formulas.append("".join(self._texts))
            case "cfRule" if self._ranges:
                self._add(self._rule, "".join(self._ranges[0].group(1, 2)))

    def _add(self, rule: Mapping[str, str], own: str) -> None:
        holds = _test(rule, self._formulas, own)
        if holds is not None:
            change = listed(self._changes, rule.get("dxfId", ""), Change())
            last = rule.get("stopIfTrue") in ("1", "true")
            order = natural(rule.get("priority", ""))
            self.rules.append(_Rule(tuple(map(_corners, self._ranges)), order, last, change, holds))


def _test(rule: Mapping[str, str], formulas: Sequence[str], own: str) -> Test | None:
    match rule.get("type"), rule.get("operator", ""), formulas:
        case "expression", _, [formula]:
            return by_formula(formula, own)
        case "cellIs", ("between" | "notBetween") as name, [low, high]:
            return by_range(low, high, inside=name == "between")
        case "cellIs", name, [limit]:
            return by_value(_SIGNS.get(name, ""), limit)
        case ("containsText" | "notContainsText") as kind, _, _:
            return by_part(rule.get("text", ""), inside=kind == "containsText")
        case "notContainsBlanks", _, _:
            return lambda held: bool(held.text.strip())
    return None


def _corners(found: re.Match[str]) -> tuple[int, int, int, int]:
    left, top, right, bottom = found.groups()
    return column_of(left), natural(top), column_of(right or left), natural(bottom or top)


def read_rules(data: bytes, styles: Styles) -> Rules | None:
    """Read the rules of a worksheet's markup, as far as it is sound; None where there are none to tell by."""
    if _ELEMENT not in data or not styles.changes:
        return None
    reader = _Reader(styles.changes)
    parse_events(data, reader.start, reader.end, reader.characters)
    return Rules(reader.rules, styles.looks) if reader.rules else None
