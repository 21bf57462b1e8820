"""Words of a block are the words of the whole text, and jieba stays private and quiet."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

import jieba
import jieba.posseg
from hypothesis import given, settings
from hypothesis import strategies as st

from prepub_check.tokens import Word, block_at, crossing_word, tagged_words, words_around
from prepub_check.tokens.pages import Dictionary, Frequencies, Tags

SENTENCES = st.lists(
    st.sampled_from(
        [
            "国内部分地区",
            "计算机密码",
            "机密文件",
            "内部资料",
            "，",
            "。",
            " ",
            "\n",
            "（",
            "A1-b_c.d",
            "更加密切",
            "区域内参加",
            "㐀",
            "12345",
            "！",
            "、",
        ]
    ),
    max_size=14,
).map("".join)


def reference() -> jieba.Tokenizer:
    return jieba.Tokenizer()


REFERENCE = reference()


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_cutting_the_block_equals_cutting_the_whole(text: str) -> None:
    whole = [(start, end) for _, start, end in REFERENCE.tokenize(text)]
    for offset in range(len(text)):
        first, last = block_at(text, offset)
        if first < last:
            assert list(words_around(text, offset)) == [span for span in whole if first <= span[0] < last]


def test_a_word_that_crosses_an_edge_is_named() -> None:
    text = "国内部分地区"
    assert crossing_word(text, 1, 3) in {"国内", "部分"}
    assert crossing_word("这是内部资料", 2, 4) is None
    assert crossing_word("更加密切联系", 1, 3) is not None
    assert crossing_word("，，", 0, 2) is None


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_tagged_words_are_those_of_the_block(text: str) -> None:
    for offset in range(len(text)):
        first, last = block_at(text, offset)
        words = list(tagged_words(text, offset))
        assert "".join(text[word.start : word.end] for word in words) == text[first:last]
        assert not words or (words[0].start, words[-1].end) == (first, last)


def test_a_name_is_tagged_as_one() -> None:
    text = "申请人李小明反映，施工扰民"
    assert Word(3, 6, "nr") in tagged_words(text, 3)
    assert [text[word.start : word.end] for word in tagged_words(text, 10)] == ["施工", "扰民"]


def test_loading_jieba_writes_nothing_and_leaves_the_shared_tokenizer_alone() -> None:
    code = (
        "import tempfile, pathlib, sys\n"
        "tempfile.tempdir = sys.argv[1]\n"
        "from prepub_check.tokens import crossing_word, tagged_words\n"
        "assert 'jieba' not in sys.modules\n"
        "crossing_word('国内部分', 1, 3)\n"
        "assert 'jieba.posseg' not in sys.modules\n"
        "list(tagged_words('国内部分', 1))\n"
        "import jieba\n"
        "assert not jieba.dt.initialized\n"
        "assert list(pathlib.Path(sys.argv[1]).iterdir()) == []\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", code, folder], capture_output=True, text=True, check=False
        )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_pages_say_what_the_whole_dictionary_says() -> None:
    with REFERENCE.get_dict_file() as file:
        frequencies, total = REFERENCE.gen_pfdict(file)
    with REFERENCE.get_dict_file() as file:
        dictionary = Dictionary(file.read())
    paged = Frequencies(dictionary)
    assert dictionary.total == total
    assert all(word in paged and paged[word] == frequency for word, frequency in frequencies.items())
    assert len(paged) == len(frequencies)
    assert paged.get("㐀㐀") is None


def test_the_frequencies_of_any_dictionary_are_added_up() -> None:
    assert Dictionary("机密 3 n\n机要 40 n\nB超 3 n".encode()).total == 46


def test_tags_are_those_of_the_whole_dictionary() -> None:
    with REFERENCE.get_dict_file() as file:
        tags = Tags(Dictionary(file.read()))
    whole = jieba.posseg.POSTokenizer(REFERENCE).word_tag_tab
    assert {word: tags.get(word, "x") for word in whole} == whole


def test_whoever_tags_with_jieba_beside_us_gets_what_jieba_gives() -> None:
    sentence = "李小明同志去了济南市，区域内参加计算机密码培训"
    tagged = "import jieba.posseg; print(jieba.posseg.lcut(sentence))"
    ours = "from prepub_check.tokens import tagged_words; list(tagged_words(sentence, 0)); "
    told = [
        subprocess.run(
            [sys.executable, "-c", f"sentence = {sentence!r}; {program}"],
            capture_output=True, check=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"},
        ).stdout
        for program in (tagged, ours + tagged)
    ]  # fmt: skip
    assert told[0] == told[1]
    assert "李小明/nr" in told[0] or "pair('李小明', 'nr')" in told[0]
