"""The benchmark's own laws: its gold holds, and its scorer counts what it says it counts."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from stdnum import luhn
from stdnum.cn import uscc

from benchmarks.quality.catalogue import load_catalogue
from benchmarks.quality.compare import compare_with, ours
from benchmarks.quality.document import Document, Leak, LeakKind
from benchmarks.quality.gates import Gate, gates
from benchmarks.quality.generate import generate
from benchmarks.quality.match import Outcome, match
from benchmarks.quality.peers import naive, words
from benchmarks.quality.peers.rows import ROWS
from benchmarks.quality.run import run
from benchmarks.quality.score import Score, Tally, doubts, state
from benchmarks.quality.values.identity import check_digit
from prepub_check import Checker, Doubt, Finding, Location, Report
from prepub_check.model import Excerpt, RuleSetVersion, Secret

KIND = LeakKind("personal/mobile", "手机", frozenset({"personal"}), "block", "identifier")
TEXT = "电话 13812345678，传真 02512345678\n第二行 13987654321"


@pytest.fixture(scope="module")
def drafts() -> list[Document]:
    return list(generate(seed=7, documents=400))


def finding(start: int, end: int, **changes: Any) -> Finding:
    line = TEXT.count("\n", 0, start) + 1
    column = start - (TEXT.rfind("\n", 0, start) + 1) + 1
    found = Finding(
        rule="personal.mobile",
        title="手机",
        category="personal",
        severity="block",
        location=Location(path="x", line=line, column=column),
        span=(start, end),
        shown="***",
        value=Secret(TEXT[start:end]),
        excerpt=Excerpt("***", 0, 0, Secret("")),
    )
    return replace(found, **changes)


def outcome(*findings: Finding, leaks: tuple[Leak, ...] | None = None, **changes: Any) -> Outcome:
    planted = (Leak(KIND, 3, 14, "13812345678"),) if leaks is None else leaks
    document = replace(Document("L1", "通知", "text/plain", TEXT, planted), **changes)
    return match(document, Report(verdict="block", ruleset=RuleSetVersion("1", "x"), findings=findings))


DOUBT = Doubt("exception", "规则列为例外")


class TestGenerator:
    def test_same_seed_same_documents(self, drafts: list[Document]) -> None:
        assert list(generate(seed=7, documents=400)) == drafts

    def test_another_seed_gives_other_documents(self, drafts: list[Document]) -> None:
        assert {one.text for one in generate(seed=8, documents=20)}.isdisjoint(one.text for one in drafts)

    def test_half_of_the_documents_are_harmless(self, drafts: list[Document]) -> None:
        assert sum(bool(one.leaks) for one in drafts) == len(drafts) // 2

    def test_gold_points_at_its_value(self, drafts: list[Document]) -> None:
        for document in drafts:
            for leak in document.leaks:
                source = document.text[leak.start : leak.end]
                seen = html.unescape(re.sub(r"</?(?:b|span)>", "", source))
                assert (seen if document.media_type == "text/html" else source) == leak.value

    def test_a_text_file_holds_no_template_signs(self, drafts: list[Document]) -> None:
        for document in drafts:
            assert not re.search(r"[«»‹›⟦⟧]|\{\*?[a-z]+[0-9]*\}", document.text), document.id

    def test_harmless_documents_hold_no_labelled_identity_number(self, drafts: list[Document]) -> None:
        for document in drafts:
            if not document.leaks:
                assert not re.search(r"身份证号码?[：:为]?[1-9]\d{16}[\dX]", document.text)

    def test_every_kind_of_leak_and_negative_is_planted(self) -> None:
        catalogue, drafts = load_catalogue(), list(generate(seed=3, documents=1200))
        planted = {leak.kind.id for document in drafts for leak in document.leaks}
        looks = {origin.negative for document in drafts for origin in document.negatives}
        rosters = {roster.negative for roster in catalogue.rosters}
        assert planted == set(catalogue.kinds)
        assert looks == {*catalogue.negatives, *rosters} - {""}

    def test_there_is_enough_of_everything(self) -> None:
        catalogue = load_catalogue()
        assert len(catalogue.kinds) >= 40
        assert len(catalogue.negatives) >= 25
        assert len(catalogue.shapes) >= 10

    @pytest.mark.parametrize(
        ("kind", "valid"),
        [
            ("personal/resident-id", lambda value: check_digit(value[:17]) == value[17]),
            ("personal/residence-permit", lambda value: check_digit(value[:17]) == value[17]),
            ("personal/resident-id-mistyped", lambda value: check_digit(value[:17]) != value[17]),
            ("personal/bank-card", luhn.is_valid),
        ],
    )
    def test_values_hold_by_their_standards(
        self, drafts: list[Document], kind: str, valid: Callable[[str], bool]
    ) -> None:
        values = [
            leak.value
            for document in drafts
            for leak in document.leaks
            if leak.kind.id == kind and not leak.disguise
        ]
        assert values
        assert all(map(valid, values))

    def test_credit_codes_hold(self, drafts: list[Document]) -> None:
        codes = [code for one in drafts for code in re.findall(r"信用代码：?([0-9A-Z]{18})", one.text)]
        assert codes
        assert all(map(uscc.is_valid, codes))


class TestMatching:
    @pytest.mark.parametrize(
        ("found", "expected"),
        [
            pytest.param(finding(3, 14), "found", id="exact"),
            pytest.param(finding(0, 14), "found", id="with its label"),
            pytest.param(finding(3, 9), "found", id="more than half"),
            pytest.param(finding(3, 7), "missed", id="less than half"),
            pytest.param(finding(18, 29), "missed", id="another place"),
            pytest.param(finding(34, 45), "missed", id="another line"),
            pytest.param(finding(3, 14, category="secrecy"), "missed", id="another family"),
            pytest.param(finding(3, 14, severity="info"), "missed", id="only information"),
            pytest.param(finding(3, 14, doubts=(DOUBT,)), "doubtful", id="in doubt"),
        ],
    )
    def test_a_finding_answers_where_it_covers_half(self, found: Finding, expected: str) -> None:
        assert state(outcome(found).answered[0]) == expected

    def test_a_doubt_is_enough_for_a_leak_that_asks_no_more(self) -> None:
        leak = Leak(replace(KIND, grade="doubt"), 3, 14, "13812345678")
        assert state(outcome(finding(3, 14, doubts=(DOUBT,)), leaks=(leak,)).answered[0]) == "found"

    def test_a_place_that_stands_for_the_leak_answers(self) -> None:
        leak = Leak(KIND, 3, 14, "13812345678", also=((34, 45),))
        assert state(outcome(finding(34, 45), leaks=(leak,)).answered[0]) == "found"

    def test_strays_are_what_touches_no_leak_and_no_tolerated_place(self) -> None:
        found = finding(3, 14), finding(3, 5), finding(18, 29), finding(34, 45)
        strays = outcome(*found, tolerated=((18, 20),)).stray
        assert [stray.span for stray in strays] == [(34, 45)]

    def test_in_html_the_value_counts_where_markup_cuts_it(self) -> None:
        source = "<p>电话 138<b>123</b>45678</p>"
        leak = Leak(KIND, 6, 24, "13812345678", "inline-tag")
        found = finding(3, 14, location=Location(path="x", line=1, column=7))
        document = Document("L1", "网页", "text/html", source, (leak,))
        report = Report(verdict="block", ruleset=RuleSetVersion("1", "x"), findings=(found,))
        assert state(match(document, report).answered[0]) == "found"


class TestScore:
    def test_precision_and_recall(self) -> None:
        second = Leak(KIND, 34, 45, "13987654321")
        both = (Leak(KIND, 3, 14, "13812345678"), second)
        score = Score([outcome(finding(3, 14), finding(18, 29), leaks=both)])
        assert score.by_family()["personal"] == Tally(right=1, wrong=1, found=1, missed=1)
        assert score.by_rule() == {"personal.mobile": Tally(right=1, wrong=1, found=1, missed=1)}
        assert score.by_kind() == {"personal/mobile": Tally(found=1, missed=1)}

    def test_f1(self) -> None:
        assert Tally(right=3, wrong=1, found=1, missed=1).f1 == pytest.approx(0.6)
        assert Tally(found=0, missed=2, wrong=2).f1 == 0
        assert Tally().f1 == 1

    def test_doubts_count_what_they_hide_and_what_they_calm(self) -> None:
        doubtful = finding(3, 14, doubts=(DOUBT,)), finding(18, 29, doubts=(DOUBT,))
        assert doubts([outcome(*doubtful)]) == {("personal.mobile", "exception"): (1, 1)}

    def test_a_perfect_run_passes_every_gate(self) -> None:
        assert all(gate.passed for gate in gates(Score([outcome(finding(3, 14)), outcome(leaks=())])))

    @pytest.mark.parametrize(
        ("outcomes", "failed"),
        [
            pytest.param([outcome()], {"block recall", "recall above info"}, id="a miss"),
            pytest.param(
                [outcome(finding(3, 14), finding(18, 29))],
                {"block precision", "firm findings"},
                id="a false alarm",
            ),
            pytest.param(
                [outcome(finding(3, 14, severity="review"))], {"block recall"}, id="only for review"
            ),
            pytest.param(
                [outcome(finding(3, 14)), outcome(finding(18, 29), leaks=())],
                {"block precision", "firm findings", "harmless documents"},
                id="an alarm in a harmless document",
            ),
            pytest.param(
                [outcome(finding(3, 14, doubts=(DOUBT,)))],
                {"block recall", "recall above info", "leaks of a rule"},
                id="a doubt that hides",
            ),
        ],
    )
    def test_gates_fail_for_what_they_watch(self, outcomes: list[Outcome], failed: set[str]) -> None:
        fallen = [gate for gate in gates(Score(outcomes)) if not gate.passed]
        assert {title for title in failed for gate in fallen if gate.title.startswith(title)} == failed
        assert len(fallen) == len(failed)

    def test_a_bound_counts_as_reached(self) -> None:
        assert Gate("x", 0.99, 0.99).passed
        assert Gate("x", 0.01, 0.01, at_most=True).passed
        assert not Gate("x", 0.011, 0.01, at_most=True).passed

    def test_a_leak_to_block_asks_for_a_block_finding(self) -> None:
        score = Score([outcome(finding(3, 14, severity="review")), outcome(finding(3, 14))])
        shares = {gate.title.partition(":")[0]: gate.value for gate in gates(score)}
        assert (shares["block recall"], shares["recall above info"]) == (0.5, 1.0)


class TestRun:
    def test_most_leaks_are_found_and_harmless_text_is_quiet(self, drafts: list[Document]) -> None:
        everything = Score(run(Checker(), drafts[:40] + drafts[-40:])).tally(lambda _: True, lambda _: True)
        assert everything.precision > 0.95
        assert everything.recall > 0.7

    def test_peers_are_measured_on_what_they_claim(self, drafts: list[Document]) -> None:
        naive_column, words_column = (compare_with(peer, drafts[:120]) for peer in (naive, words))
        assert set(naive_column.tallies) == naive.COVERS
        assert 0 < naive_column.tallies["resident-id"].recall < 1
        assert words_column.tallies["secrecy"].precision < 0.5

    def test_rows_name_kinds_that_exist(self) -> None:
        assert frozenset().union(*(row.kinds for row in ROWS.values())) <= set(load_catalogue().kinds)

    def test_ours_stands_in_the_row_of_its_leaks(self) -> None:
        column = ours(Score([outcome(finding(3, 14), finding(18, 29))]), "1")
        assert column.tallies["mobile"] == Tally(right=1, wrong=1, found=1)
