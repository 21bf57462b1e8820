"""Part of speech is one cue among several: for a name or against it, and silent on a bare cell."""

from __future__ import annotations

import re
import subprocess
import sys

import jieba
import jieba.posseg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prepub_check import check_text
from prepub_check.judge.names import read_tags
from prepub_check.model import Location, Part
from prepub_check.text.segment import Segment

PIECES = ["李小明", "申请人", "反映", "水土保持", "普遍", "驾驶", "高峰", "，", "138", "。", "\n", "\t"]


class Nowhere:
    def locate(self, offset: int) -> Location:
        return Location(path="t", column=offset)


def segment(text: str) -> Segment:
    return Segment.of(Part("body", text, Nowhere()))


TAGGER = jieba.posseg.POSTokenizer(jieba.Tokenizer())


def naive_reading(text: str, start: int, end: int) -> str:
    """Read the tags of the whole text: ``name``, ``word``, ``crossed`` or nothing."""
    place = 0
    for pair in TAGGER.cut(text):
        first, place = place, place + len(pair.word)
        if first < end < place and place > start:
            return "crossed"
        if (first, place) == (start, end):
            last = not re.match("[\u4e00-\u9fd5a-zA-Z0-9]", text[end:])
            if pair.flag in {"nr", "nrt", "nrfg"}:
                return "name"
            return "" if last or pair.flag in {"ns", "nt", "nz", "x"} else "word"
    return ""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join), st.data())
def test_reading_the_block_equals_reading_the_whole_text(text: str, data: st.DataObject) -> None:
    runs = [found.span() for found in re.finditer("[\u4e00-\u9fff]{2,}", segment(text).text)]
    if not runs:
        return
    low, high = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(low, high - 2))
    end = data.draw(st.integers(start + 2, min(high, start + 3)))
    found = segment(text)
    if found.fills_cell((start, end)):
        assert read_tags(found, (start, end)) == (None, [])
        return
    cue, doubts = read_tags(found, (start, end))
    kinds = {"crossing-word": "crossed", "ordinary-word": "word"}
    told = "name" if cue else "".join(kinds[doubt.kind] for doubt in doubts)
    assert told == naive_reading(found.text, start, end)


def test_a_tagged_name_says_so_and_an_ordinary_word_is_doubted() -> None:
    (name,) = (
        found
        for found in check_text("申请人李小明（13800138000）反映施工扰民").findings
        if "姓名" in found.title
    )
    assert "词性：人名" in name.cues
    (word,) = (
        found
        for found in check_text("群众普遍反映，接听13800138000的态度不好").findings
        if "姓名" in found.title
    )
    assert [doubt.kind for doubt in word.doubts] == ["ordinary-word"]
    assert "普遍" not in word.doubts[0].text


@pytest.mark.parametrize("text", ["姓名\t电话\n全体人\t13800138000\n", "申请人李小明，0533-2770001\n"])
def test_bare_cells_and_drafts_without_a_name_to_judge_load_no_jieba(text: str) -> None:
    code = (
        "import sys\nfrom prepub_check import check_text\n"
        f"check_text({text!r})\n"
        "assert 'jieba' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
