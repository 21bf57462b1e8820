"""Conditions of conditional formats, as far as they ask only for what stands in the cell itself.

A condition is None where it asks for more: whether it holds is then not known.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

# A kind (number before text before truth, as sheets order them) and a value of this kind.
_Value = tuple[int, float | str]

_AMOUNT, _TEXT, _TRUE_OR_FALSE = range(3)
_SIGNS: Final[Mapping[str, Callable[[_Value, _Value], bool]]] = MappingProxyType(
    {
        "=": operator.eq,
        "<>": operator.ne,
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }
)
_STRING: Final = re.compile(r'"(?:[^"]|"")*+"')
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_TRUTH: Final = MappingProxyType({"TRUE": 1.0, "TRUE()": 1.0, "FALSE": 0.0, "FALSE()": 0.0})
_TERM: Final = r'"(?:[^"]|"")*+"|[^"<>=]++'
_COMPARED: Final = re.compile(rf"({_TERM})(<>|<=|>=|=|<|>)({_TERM})")
_WILD: Final = re.compile(r"[*?~]")
# What people whiten in ordinary sheets: zeros, errors and marks that stand for nothing.
_NOTHING: Final = re.compile(r"[-+]?[0.]*%?|#[A-Z0-9/?!]*|.|N/A", re.IGNORECASE)


class Held(NamedTuple):
    """What a cell shows, and whether it holds a number."""

    text: str
    number: bool

    @property
    def says_nothing(self) -> bool:
        """Whether nobody would miss it, so that a rule may well hide it to tidy the sheet."""
        return bool(_NOTHING.fullmatch(self.text))

    @property
    def value(self) -> _Value:
        """The value to compare by; dates, which are shown in words, are more than any number here as well."""
        if self.number and _NUMBER.fullmatch(self.text):
            return _AMOUNT, float(self.text)
        return _TEXT, self.text.casefold()


Test = Callable[[Held], bool]
_Read = Callable[[Held], _Value]


def by_formula(formula: str, own: str) -> Test | None:
    """Give the condition that a formula states of the cell that it calls ``own``.

    >>> holds = by_formula('A1<>""', "A1")
    >>> holds(Held("甲", number=False)), by_formula("A1<>B1", "A1")
    (True, None)
    """
    formula = formula.strip().removeprefix("=").strip()
    if formula.upper() == f"NOT(ISBLANK({own}))":
        return lambda held: bool(held.text)
    if (truth := _constant(formula)) is not None and truth[0] != _TEXT:
        return lambda _: bool(truth[1])
    compared = _COMPARED.fullmatch(formula)
    if compared is None:
        return None
    left, holds, right = _read(compared[1], own), _SIGNS[compared[2]], _read(compared[3], own)
    if left is None or right is None:
        return None
    return lambda held: holds(left(held), right(held))


def by_value(sign: str, limit: str) -> Test | None:
    """Give the condition that a cell's value stands to a constant as a sign says."""
    holds, other = _SIGNS.get(sign), _constant(limit)
    return None if holds is None or other is None else lambda held: holds(held.value, other)


def by_range(low: str, high: str, *, inside: bool) -> Test | None:
    """Give the condition that a cell's value lies between two constants, or does not."""
    least, most = _constant(low), _constant(high)
    if least is None or most is None:
        return None
    return lambda held: (least <= held.value <= most) == inside


def by_part(wanted: str, *, inside: bool) -> Test | None:
    """Give the condition that a text is part of the cell's, or is not."""
    wanted = wanted.casefold()
    if not wanted or _WILD.search(wanted):
        return None
    return lambda held: (wanted in held.text.casefold()) == inside


def _read(term: str, own: str) -> _Read | None:
    """Give the way from a cell to what a term of a formula stands for."""
    term = term.strip()
    if term.upper() == own:
        return lambda held: held.value
    if term.upper() == f"LEN({own})":
        return lambda held: (_AMOUNT, float(len(held.text)))
    constant = _constant(term)
    return None if constant is None else lambda _: constant


def _constant(term: str) -> _Value | None:
    term = term.strip()
    if _STRING.fullmatch(term):
        return _TEXT, term[1:-1].replace('""', '"').casefold()
    if _NUMBER.fullmatch(term):
        return _AMOUNT, float(term)
    truth = _TRUTH.get(term.upper())
    return None if truth is None else (_TRUE_OR_FALSE, truth)
