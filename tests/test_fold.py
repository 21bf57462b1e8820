"""Folding keeps every offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepub_check.text.fold import fold
from prepub_check.text.layout import without_layout
from prepub_check.text.patterns import compile_pattern

INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u2060\ufe0f\u202e"
TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("１２Ａ：（）　—－\r\n" + INVISIBLE))
)


@given(TEXTS)
def test_every_visible_character_folds_to_one_and_maps_back_to_itself(text: str) -> None:
    folded, text = fold(text), without_layout(text)
    visible = [place for place, character in enumerate(text) if not is_invisible(character)]
    assert len(folded.text) == len(visible)
    for place, origin in enumerate(visible):
        assert folded.original((place, place + 1)) == (origin, origin + 1)
        same = {"\r": " \n", "|": "|\t", "\uff5c": "|\t"}.get(text[origin], fold(text[origin]).text)
        assert folded.text[place] in same


@given(TEXTS, st.data())
def test_a_span_maps_back_to_its_own_characters(text: str, data: st.DataObject) -> None:
    folded, text = fold(text), without_layout(text)
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


@given(st.text(st.sampled_from('张密码a1*`",：　 \n|①③⑧'), max_size=40))
def test_layout_is_left_out_one_for_one(text: str) -> None:
    plain = without_layout(text)
    assert len(plain) == len(text)
    folded = fold(text)
    for place in range(len(folded.text)):
        low, high = folded.original((place, place + 1))
        assert high - low == 1


@pytest.mark.parametrize(
    "text",
    [
        "张**、李**，均已核实",
        "138****1234，6222**********7890",
        "（**）",
        "一、**",
        "机密**10年",
        '{"a":"b","c":"d"}',
        "①②③",
    ],
)
def test_masks_and_lists_are_no_layout(text: str) -> None:
    assert without_layout(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**密级**：机密", "密级:机密"),
        ("密级：**机密**", "密级:机密"),
        ("证号：`110105`；", "证号:110105;"),
        ("身　份　证　号∶１１", "身份证号:11"),
        ('"户主","卡号"\n"张三","1,2"', "户主\t卡号\n张三\t1,2"),
        ("❶❸❽⓿⓿❶❸❽", "13800138"),
    ],
)
def test_layout_does_not_part_a_label_from_its_value(text: str, plain: str) -> None:
    assert fold(text).text == plain


def test_line_ends_of_every_system_end_a_line() -> None:
    assert fold("a\r\nb\rc\nd\u2028e").text == "a \nb\nc\nd\ne"


def test_full_width_punctuation_in_a_pattern_means_the_same_as_half_width() -> None:
    assert compile_pattern("密级：[（(]秘密[)）]").fullmatch(fold("密级：（秘密）").text)
    assert compile_pattern("密级：（秘密）").fullmatch("密级:(秘密)")


def is_invisible(character: str) -> bool:
    return fold(character).text == ""
