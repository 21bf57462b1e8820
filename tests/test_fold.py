"""Folding keeps every offset."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prepub_check.text.fold import fold
from prepub_check.text.patterns import compile_pattern

INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u2060\ufe0f\u202e"
TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("１２Ａ：（）　—－\r\n" + INVISIBLE))
)


@given(TEXTS)
def test_every_visible_character_folds_to_one_and_maps_back_to_itself(text: str) -> None:
    folded = fold(text)
    visible = [place for place, character in enumerate(text) if not is_invisible(character)]
    assert len(folded.text) == len(visible)
    for place, origin in enumerate(visible):
        assert folded.original((place, place + 1)) == (origin, origin + 1)
        same = {"\r": " \n", "|": "|\t", "\uff5c": "|\t"}.get(text[origin], fold(text[origin]).text)
        assert folded.text[place] in same


@given(TEXTS, st.data())
def test_a_span_maps_back_to_its_own_characters(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    low, high = folded.original((start, end))
    piece = "".join(character for character in text[low:high] if not is_invisible(character))
    assert len(piece) == end - start
    if start < end:
        assert not is_invisible(text[low])
        assert not is_invisible(text[high - 1])


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_line_ends_of_every_system_end_a_line() -> None:
    assert fold("a\r\nb\rc\nd\u2028e").text == "a \nb\nc\nd\ne"


def test_full_width_punctuation_in_a_pattern_means_the_same_as_half_width() -> None:
    assert compile_pattern("密级：[（(]秘密[)）]").fullmatch(fold("密级：（秘密）").text)
    assert compile_pattern("密级：（秘密）").fullmatch("密级:(秘密)")


def is_invisible(character: str) -> bool:
    return fold(character).text == ""
