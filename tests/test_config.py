"""prepub.toml: thresholds, allowances, suppressions and the key beside it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from prepub_check import Checker, ConfigError, Finding, load_config
from prepub_check.config import find_config

ID = "11010519491231002X"
OTHER = "440524188001010014"
DRAFT = f"附件名单\n申请人身份证号{ID}，住址略。\n"


def configure(folder: Path, text: str = "") -> Path:
    file = folder / "prepub.toml"
    file.write_text(text, encoding="utf-8")
    return file


def only(checker: Checker, text: str = DRAFT) -> Finding:
    (finding,) = checker.check_text(text).findings
    return finding


def suppress(finding: Finding, until: str = "2999-01-01", by: str = "fingerprint") -> str:
    return (
        f'[[suppress]]\nrule = "{finding.rule}"\n{by} = "{getattr(finding, by)}"\n'
        f'reason = "示例数据"\nby = "张审查"\nuntil = {until}\n'
    )


@pytest.mark.parametrize("by", ["fingerprint", "value_hmac"])
def test_a_suppressed_finding_stays_visible_and_no_longer_counts(tmp_path: Path, by: str) -> None:
    file = configure(tmp_path)
    configure(tmp_path, suppress(only(Checker(config=file)), by=by))
    report = Checker(config=file).check_text(DRAFT)
    (finding,) = report.findings
    assert finding.suppressed is not None
    assert (finding.suppressed.by, finding.suppressed.until) == ("张审查", "2999-01-01")
    assert (report.verdict, report.unused_suppressions) == ("pass", ())


def test_a_suppression_of_one_value_leaves_another(tmp_path: Path) -> None:
    file = configure(tmp_path)
    configure(tmp_path, suppress(only(Checker(config=file))))
    report = Checker(config=file).check_text(DRAFT.replace(ID, OTHER))
    assert [finding.suppressed for finding in report.findings] == [None]
    assert report.verdict == "block"
    assert len(report.unused_suppressions) == 1


def test_an_expired_suppression_stops_working_and_says_so(tmp_path: Path) -> None:
    file = configure(tmp_path)
    configure(tmp_path, suppress(only(Checker(config=file)), until="2020-01-01"))
    report = Checker(config=file).check_text(DRAFT)
    assert report.verdict == "block"
    assert report.notices[0].startswith("压制已到期，不再生效")
    assert report.unused_suppressions == ()


def test_a_fingerprint_outlives_moves_and_tells_equals_apart(tmp_path: Path) -> None:
    checker = Checker(config=configure(tmp_path))
    first = only(checker)
    moved = only(checker, "新增一段\n\n" + DRAFT)
    spaced = only(checker, DRAFT.replace(ID, "110105 19491231 002X"))
    assert moved.fingerprint == first.fingerprint == spaced.fingerprint
    twice = checker.check_text(DRAFT + DRAFT).findings
    assert twice[0].fingerprint == first.fingerprint != twice[1].fingerprint
    assert twice[0].value_hmac == twice[1].value_hmac


def test_the_key_stands_beside_the_configuration_for_its_owner_only(tmp_path: Path) -> None:
    file = configure(tmp_path)
    only(Checker(config=file))
    key = tmp_path / ".prepub.key"
    assert len(key.read_bytes()) >= 32
    if os.name == "posix":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".prepub.key", "prepub.toml"]


def test_a_key_that_is_not_whole_is_told(tmp_path: Path) -> None:
    (tmp_path / ".prepub.key").write_bytes(b"short")
    with pytest.raises(ConfigError, match="密钥不完整"):
        only(Checker(config=configure(tmp_path)))


def test_two_keys_give_two_fingerprints(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    first, second = (only(Checker(config=configure(folder))) for folder in folders)
    assert first.fingerprint != second.fingerprint
    assert first.value_hmac != second.value_hmac


def test_an_allowed_value_is_recognised_with_its_reason(tmp_path: Path) -> None:
    file = configure(
        tmp_path,
        f'[[allow]]\nrule = "personal.resident-id"\nvalues = ["{ID[:6]} {ID[6:]}"]\n'
        'reason = "国家标准示例号码"\n',
    )
    report = Checker(config=file).check_text(DRAFT)
    assert (report.findings, report.verdict) == ((), "pass")
    assert "国家标准示例号码" in report.recognised[0].cues


def test_settings_choose_rules_and_disclosure(tmp_path: Path) -> None:
    file = configure(
        tmp_path,
        '[check]\ndisclosure = "依申请公开"\n[rules]\npacks = ["personal", "internal"]\n'
        'severity = { "personal.resident-id" = "review" }\n',
    )
    report = Checker(config=file).check_text(DRAFT + "（此件依申请公开）\n")
    assert {finding.rule: finding.severity for finding in report.findings} == {
        "personal.resident-id": "review",
        "internal.attr-on-request": "info",
    }
    assert report.disclosure == "依申请公开"


def test_the_nearest_file_upward_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_config(deep) in (None, find_config(tmp_path))
    file = configure(tmp_path)
    assert find_config(deep) == file
    nearer = configure(tmp_path / "a")
    assert find_config(deep) == nearer


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[chek]\n", 1, "没有这个键，是不是 check？"),
        ('[check]\nfail_on = "all"\n', 2, "只能是 block、review、info 之一"),
        ('\n[[suppress]]\nrule = "a.b"\nreason = "r"\nby = "b"\nuntil = 2027-01-01\n', 2, "第 1 条要写"),
        ('[[suppress]]\nrule = "a.b"\nreason = "r"\nby = "b"\nuntil = "soon"\n', 5, "应当是日期"),
        ("[check\n", 1, "这里不符合 TOML 语法"),
    ],
)
def test_a_mistake_names_line_and_remedy(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(configure(tmp_path, text))
    (problem,) = caught.value.problems
    assert (problem.line, problem.message[: len(message)]) == (line, message)


def test_a_missing_file_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="打不开"):
        load_config(tmp_path / "prepub.toml")


@pytest.mark.parametrize(
    "line",
    [
        "seconds = 0", "seconds = -5", "seconds = nan", "seconds = inf", "memory_mb = 1", "unpacked_mb = 0",
        "members = -1", "depth = 0", "megapixels = 0", "memory_mb = 99999999999999999999", "seconds = 'x'",
        "members = 1.5", "size = 3",
    ],
)  # fmt: skip
def test_a_limit_that_makes_no_sense_is_refused_where_it_stands(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(configure(tmp_path, f"[limits]\n{line}\n"))
    (problem,) = caught.value.problems
    assert (problem.field, problem.line) == (f"limits.{line.partition(' ')[0]}", 2)


def test_limits_are_settings_like_any_other(tmp_path: Path) -> None:
    config = load_config(configure(tmp_path, "[limits]\nseconds = 1.5\nmembers = 7\n"))
    assert (config.limits.seconds, config.limits.members, config.limits.depth) == (1.5, 7, 5)


@pytest.mark.parametrize(
    "line",
    ["per_second = 0", "per_second = nan", "pages = 0", "megabytes = 0", "seconds = 0", "user_agent = '检查'",
     "user_agent = ''", r'user_agent = "a\nb"'],
)  # fmt: skip
def test_a_visit_that_makes_no_sense_is_refused_where_it_stands(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(configure(tmp_path, f"[rescan.site]\n{line}\n"))
    (problem,) = caught.value.problems
    assert (problem.field, problem.line) == (f"rescan.site.{line.partition(' ')[0]}", 2)


def test_a_table_of_pages_needs_its_columns(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(configure(tmp_path, "[rescan.database]\ntable = 'a'\nbody = 'b'\n"))
    (problem,) = caught.value.problems
    assert (problem.field, problem.message) == ("rescan.database.id", "缺少这一项")
