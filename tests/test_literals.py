"""Both finders of literals give what looking at every place gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality.generate import generate
from prepub_check import load_rules
from prepub_check.detect.automaton import Automaton
from prepub_check.detect.literals import LiteralFinder, RarePairs
from prepub_check.detect.plan import plans_for
from prepub_check.text.fold import fold

FINDERS = [pytest.param(RarePairs, id="pairs"), pytest.param(Automaton, id="automaton")]
Finder = Callable[[Iterable[str]], LiteralFinder]

# Few characters, so that literals overlap and hold one another; half a character of UTF-16 is one of them.
LITERALS = st.lists(st.text("机密秘aA(.🗹", min_size=2, max_size=4), max_size=6)
TEXTS = st.text("机密秘aA(.🗹\n\ud800", max_size=40)


def look_everywhere(literals: Iterable[str], text: str, low: int, high: int) -> set[tuple[int, str]]:
    return {
        (start, literal)
        for start in range(low, high)
        for literal in literals
        if text.startswith(literal, start, high)
    }


@pytest.mark.parametrize("finder", FINDERS)
@given(literals=LITERALS, lines=st.lists(TEXTS, min_size=3, max_size=3))
def test_overlapping_literals(finder: Finder, literals: list[str], lines: list[str]) -> None:
    text = "\n".join(lines)
    low, high = len(lines[0]) + 1, len(text) - len(lines[2]) - 1
    found = finder(literals).find(text, low, high)
    assert len(found) == len(set(found))
    assert set(found) == look_everywhere(literals, text, low, high)


@pytest.mark.parametrize("finder", FINDERS)
def test_halves_of_characters_are_no_literal(finder: Finder) -> None:
    text = "机密".encode("utf-16-be").join((b"\x4e", b"\x00")).decode("utf-16-be")
    assert finder(["机密"]).find(text, 0, len(text)) == []


@pytest.mark.parametrize("finder", FINDERS)
def test_shipped_literals(finder: Finder) -> None:
    plan = plans_for(load_rules(), "body")[0]
    literals = [*plan.terms, *(anchor for anchor in plan.called if not anchor.startswith("<"))]
    for draft in generate(20261127, 40):
        text = fold(draft.text).text
        assert set(finder(literals).find(text, 0, len(text))) == look_everywhere(literals, text, 0, len(text))
