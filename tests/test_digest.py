from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepub_check import Checker, Config, load_rules
from prepub_check.config import Allowance, CheckSettings, Limits, RuleSettings, Suppression
from prepub_check.rescan import digest

KEY = bytes(range(32))
TODAY = dt.datetime.now().astimezone().date()


def suppression(until: dt.date) -> Suppression:
    return Suppression(rule="personal.mobile", reason="已核", by="张三", until=until, value_hmac="v1:0")


@given(st.tuples(st.binary(), st.text()), st.tuples(st.binary(), st.text()))
def test_two_pages_have_one_digest_only_where_they_are_the_same(
    one: tuple[bytes, str], other: tuple[bytes, str]
) -> None:
    assert (digest.content_digest(KEY, *one) == digest.content_digest(KEY, *other)) == (one == other)


def test_no_byte_moves_from_the_name_to_the_content() -> None:
    assert digest.content_digest(KEY, b"bc", "a") != digest.content_digest(KEY, b"c", "ab")


def test_a_digest_needs_the_key() -> None:
    assert digest.content_digest(KEY, b"page", "a.html") != digest.content_digest(
        KEY[::-1], b"page", "a.html"
    )
    assert len(digest.content_digest(bytes(100), b"page", "a.html")) == 32


SAME: Mapping[str, Config] = {
    "another threshold": Config(check=CheckSettings(fail_on="block", fail_on_gaps=False)),
    "rules that are loaded already": Config(rules=RuleSettings(folders=(Path("more"),))),
    "an expired suppression": Config(suppress=(suppression(TODAY - dt.timedelta(days=1)),)),
}
OTHER: Mapping[str, Config] = {
    "another kind of disclosure": Config(check=CheckSettings(disclosure="依申请公开")),
    "another limit": Config(limits=Limits(depth=1)),
    "an allowance": Config(allow=(Allowance(values=("13800000000",), reason="公开"),)),
    "a suppression": Config(suppress=(suppression(TODAY),)),
}


@pytest.mark.parametrize("config", SAME.values(), ids=SAME)
def test_what_bears_on_no_result_leaves_the_digest_of_the_settings(config: Config) -> None:
    rules = Checker().rules
    assert digest.settings_digest(Checker(rules, config)) == digest.settings_digest(Checker(rules))


@pytest.mark.parametrize("config", OTHER.values(), ids=OTHER)
def test_what_bears_on_a_result_changes_the_digest_of_the_settings(config: Config) -> None:
    rules = Checker().rules
    assert digest.settings_digest(Checker(rules, config)) != digest.settings_digest(Checker(rules))


def test_other_rules_change_the_digest_of_the_settings() -> None:
    fewer = load_rules((), disable=("personal.mobile",), examples=False)
    assert digest.settings_digest(Checker(fewer)) != digest.settings_digest(Checker())


def test_another_key_changes_the_digest_of_the_settings(tmp_path: Path) -> None:
    rules = Checker().rules
    assert digest.settings_digest(Checker(rules, Config(folder=tmp_path))) != digest.settings_digest(
        Checker(rules)
    )


def test_a_reader_installed_or_upgraded_changes_the_digest_of_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = digest.settings_digest(Checker())
    monkeypatch.setattr(digest, "_installed", lambda: {"pypdf": "99"})
    assert digest.settings_digest(Checker()) != before
