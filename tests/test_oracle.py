"""The fast path equals the slow path."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.quality.generate import generate
from prepub_check.detect import Detection
from prepub_check.model import Part
from prepub_check.rehearse.examples import plain
from prepub_check.ruleset import Rule, RuleSet, load_rules
from prepub_check.ruleset.rule import Context, Examples, Find, Judge, Requires, Zone
from prepub_check.text.segment import Segment

from .oracle import NOWHERE, naive_candidates, naive_windows

ALPHABET = "密级机内部a1 \n：:2号年\t-"
LITERALS = st.text("密级机内部a12号年", min_size=2, max_size=3)
PIECES = [
    "密级",
    "机密?",
    "[0-9]{2,4}",
    "(?P<value>[^\\n]{1,3})号",
    "内部(?!年)",
    "(?<![0-9A-Za-z])a1",
    "密[ ]*\\n[ ]*级",
    "^机",
    "年$",
]
ATS = ["(?<=[密：])", "[密级1]", "..[^年\\n]", "[^\\n]{1,4}\\n?号"]

ZONES: list[Zone] = ["head", "tail", "own-line", "title", "cell"]


def requirements(name: str) -> st.SearchStrategy[Requires]:
    earlier = [f"t.{other}" for other in "Abcdefgh" if other < name]
    names = st.lists(st.sampled_from(earlier), min_size=1, max_size=2).map(tuple)
    scopes = st.sampled_from(["line", "row", "paragraph", "part"])
    return st.builds(Requires, rules=names, within=scopes)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    name = draw(st.sampled_from("abcdefgh"))
    if draw(st.booleans()):
        find = Find(terms=tuple(draw(st.lists(LITERALS, min_size=1, max_size=4))))
    else:
        anchor = tuple(
            draw(
                st.lists(
                    st.one_of(st.sampled_from(["<digits>", "<digits 9>"]), LITERALS), min_size=1, max_size=3
                )
            )
        )
        find = Find(
            anchor=anchor,
            at=draw(st.sampled_from(["", *ATS])),
            longest=draw(st.none() | st.integers(3, 30)),
            also=tuple(map(re.escape, draw(st.lists(LITERALS, max_size=2)))),
            pattern=draw(st.sampled_from(PIECES)),
            across_lines=draw(st.integers(0, 2)),
            zone=tuple(draw(st.lists(st.sampled_from(ZONES), max_size=2))),
        )
    return Rule(
        id=f"t.{name}",
        title="t",
        severity="info",
        basis=("b",),
        advice="",
        mask="all",
        find=find,
        judge=Judge(
            requires=draw(st.none() | requirements(name)),
            expects=Context(header=tuple(draw(st.lists(st.just("密"), max_size=1)))),
            tags=draw(st.sampled_from([None, "name"])),
        ),
        examples=Examples(hit=(), miss=()),
        category="internal",
    )


def found(text: str, ruleset: RuleSet) -> set[tuple[str, tuple[int, int], tuple[int, int]]]:
    detection = Detection(Segment.of(Part("body", text, NOWHERE)), ruleset)
    candidates = []
    for step in detection:
        candidates += step
        for candidate in step:
            detection.hold(candidate.rule.id, candidate.value[0])
    assert not detection.gaps
    listed = [(candidate.rule.id, candidate.match, candidate.value) for candidate in candidates]
    assert len(listed) == len(set(listed))
    return set(listed)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(rules(), min_size=1, max_size=6, unique_by=lambda rule: rule.id), st.text(ALPHABET, max_size=200)
)
def test_random_rules_find_the_same_in_random_texts(chosen: list[Rule], text: str) -> None:
    ruleset = RuleSet.of(tuple(chosen), "test")
    assert found(text, ruleset) == naive_candidates(text, ruleset)


@pytest.fixture(scope="module")
def shipped() -> RuleSet:
    return load_rules()


def example_texts() -> list[str]:
    return [
        example.replace("«", "").replace("»", "")
        for rule in load_rules().rules
        for example in (*rule.examples.hit, *rule.examples.miss, *rule.examples.doubtful)
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(example_texts()), st.text(max_size=20)), max_size=12),
    st.sampled_from(["\n", "", "，", "。\n"]),
)
def test_shipped_rules_find_the_same_in_mixed_examples(pieces: list[str], joint: str) -> None:
    text, ruleset = joint.join(pieces), load_rules()
    assert found(text, ruleset) == naive_candidates(text, ruleset)


def test_shipped_rules_find_the_same_in_the_example_drafts(shipped: RuleSet) -> None:
    for draft in sorted(Path(__file__).parents[1].glob("examples/*.txt")):
        text = draft.read_text(encoding="utf-8")
        assert found(text, shipped) == naive_candidates(text, shipped)


def test_what_must_match_at_anchors_takes_nothing_away() -> None:
    shipped = load_rules()
    bare = (replace(rule, find=replace(rule.find, at="")) for rule in shipped.rules)
    without = RuleSet.of(tuple(bare), shipped.version)
    texts = [
        plain(example)
        for rule in shipped.rules
        for example in (*rule.examples.hit, *rule.examples.doubtful, *rule.examples.miss)
    ]
    texts += [draft.text for draft in generate(20261128, 60)]
    for text in texts:
        assert found(text, shipped) == found(text, without)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 20000), st.text("密a1。，,、； \t@", min_size=1, max_size=40))
def test_long_lines_are_cut_where_the_oracle_cuts_them(length: int, piece: str) -> None:
    text = (piece * (length // len(piece) + 1))[:length] + "\n" + "密" * 5000 + "\n尾"
    segment = Segment.of(Part("body", text, NOWHERE))
    lines = [segment.lines.span(number) for number in range(len(segment.lines))]
    windows = [window for line in lines for window in segment.windows(*line)]
    assert [(window.low, window.high) for window in windows] == naive_windows(segment.text)
