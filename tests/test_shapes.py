"""Shapes are found as their patterns say, however they are looked for."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from prepub_check.text.shapes import SHAPES, ShapeFinder, shape

FINDER = ShapeFinder(SHAPES.keys())


@given(st.text("0019aBF:- .\t\n京号密机", max_size=60))
@example("1" * 9000)
@example(f"{'1' * 4001}-{'2 ' * 4010}")
def test_every_shape(text: str) -> None:
    found = set(FINDER.find(text, 0, len(text)))
    assert all(shape(name).match(text, start) for start, name in found)
    for name in SHAPES.keys() - {f"digits {count}" for count in range(7, 20)}:
        assert {(match.start(), name) for match in shape(name).finditer(text)} <= found
    runs = {match.start(): sum(map(str.isdigit, match[0])) for match in shape("digits 6").finditer(text)}
    counted = {(start, f"digits {count}") for start, digits in runs.items() for count in range(6, digits + 1)}
    assert {each for each in found if each[1].startswith("digits")} == {
        each for each in counted if each[1] in SHAPES
    }
