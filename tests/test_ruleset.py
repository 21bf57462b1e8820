"""Rule files: what they may say, how they combine, and how mistakes in them are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from prepub_check import Checker, RuleError, load_rules
from prepub_check.rehearse import lint, rehearse, survivors
from prepub_check.ruleset import RuleSet, shipped_folder, verify_shipped

RULE = """
    # A made-up project code.
    id       = "own.project"
    title    = "项目代号"
    severity = "review"
    category = "internal"
    basis    = ["单位规定 第一条"]
    advice   = "删除"
    mask     = "all"

    [find]
    anchor  = ["代号"]
    pattern = '''
    代号:
    (?P<value>[A-Z]{2}[0-9]{3})
    (?![0-9A-Za-z])
    '''

    [examples]
    hit  = ["项目代号：«QZ104»。"]
    miss = ["代号：QZ1045", "代号 QZ104", "QZ104"]
"""


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text).lstrip(), encoding="utf-8")
    return folder


def ids(ruleset: RuleSet) -> set[str]:
    return {rule.id for rule in ruleset.rules}


def problems(folder: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(RuleError) as caught:
        load_rules([folder])
    return [(problem.field, problem.line, problem.message) for problem in caught.value.problems]


def test_a_folder_adds_rules_that_fire(tmp_path: Path) -> None:
    rules = load_rules([write(tmp_path, "own/project.toml", RULE)])
    rule = rules.get("own.project")
    assert rule is not None
    assert ids(rules) == ids(load_rules()) | {"own.project"}
    assert (rehearse(rule, rules), survivors(rule, rules), lint(rule)) == ((), (), ())
    (finding,) = Checker(rules=[tmp_path]).check_text("项目代号：QZ104。").findings
    assert (finding.rule, finding.span, finding.shown) == ("own.project", (5, 10), "*****")


def test_a_folder_overrides_by_id_and_switches_off(tmp_path: Path) -> None:
    shipped = load_rules().rules[0]
    group, name = shipped.id.split(".")
    write(tmp_path, f"{group}/{name}.toml", RULE.replace("own.project", shipped.id))
    assert getattr(load_rules([tmp_path]).get(shipped.id), "title", None) == "项目代号"
    write(tmp_path, f"{group}/{name}.toml", f'id = "{shipped.id}"\nenabled = false\n')
    assert ids(load_rules([tmp_path])) == ids(load_rules()) - {shipped.id}


def test_packs_disable_and_severity_choose_among_the_shipped() -> None:
    shipped = load_rules(packs=["secrecy"])
    assert {rule.category for rule in shipped.rules} == {"secrecy"}
    first = shipped.rules[0].id
    assert first not in ids(load_rules(disable=[first]))
    assert getattr(load_rules(severity={first: "info"}).get(first), "severity", None) == "info"


def test_unknown_names_are_told_with_the_nearest() -> None:
    with pytest.raises(RuleError, match=r"没有规则组 secrecyy，是不是 secrecy？"):
        load_rules(packs=["secrecyy"])
    with pytest.raises(RuleError, match=r"没有规则 personal.resident-idd，是不是 personal.resident-id"):
        load_rules(disable=["personal.resident-idd"])


@pytest.mark.parametrize(
    ("before", "after", "field", "line", "message"),
    [
        ("anchor  =", "anchr  =", "find.anchr", 11, "没有这个键，是不是 anchor？"),
        ('severity = "review"', 'severity = "high"', "severity", 4, "只能是 block、review、info 之一"),
        (
            'mask     = "all"',
            'mask     = "half"',
            "mask",
            8,
            '应写作 "keep"、"all" 或 "前几位+后几位"，如 "2+3"',
        ),
        (
            'anchor  = ["代号"]',
            'anchor  = ["<digit>"]',
            "find.anchor",
            11,
            "没有名为 digit 的形状，是不是 digits？",
        ),
        ("[A-Z]{2}", "([A-Z]{2}", "find.pattern", 12, "正则表达式不成立"),
        ('basis    = ["单位规定 第一条"]', "basis    = []", "basis", 6, "至少写一条法律依据"),
        ("«QZ104»", "QZ104", "examples.hit", 19, "要用一对 «» 标出命中的准确位置"),
        ("代号:", "{{codes}}:", "find.pattern", 12, "没有名为 codes 的片段"),
        ('anchor  = ["代号"]', 'anchor  = ["代号："]', "find.anchor", 11, "“代号：”要用规整后的写法"),
        ('anchor  = ["代号"]', 'anchor  = ["代"]', "find.anchor", 11, "“代”太短"),
        ("own.project", "own.projects", "id", 2, "应当是 own.project"),
        ('title    = "项目代号"', "title    = 项目", "TOML", 3, "这里不符合 TOML 语法"),
        (
            "[examples]",
            '[judge]\nvalidator = "resident"\n\n[examples]',
            "judge.validator",
            19,
            "没有名为 resident 的校验器，是不是 resident_id？",
        ),
    ],
)
def test_a_mistake_names_field_line_and_remedy(
    tmp_path: Path, before: str, after: str, field: str, line: int, message: str
) -> None:
    text = dedent(RULE)
    assert before in text
    found = problems(write(tmp_path, "own/project.toml", text.replace(before, after, 1)))
    assert [(told[0], told[1]) for told in found] == [(field, line)]
    assert found[0][2].startswith(message)


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "own/project.toml", RULE.replace("mask ", "masc ").replace('"review"', '"high"'))
    write(tmp_path, "own/other.toml", RULE)
    assert {field for field, _, _ in problems(tmp_path)} == {"id", "mask", "masc", "severity"}


def test_rules_that_require_one_another_are_refused(tmp_path: Path) -> None:
    for name, other in (("project", "other"), ("other", "project")):
        judge = f'[judge]\n    requires = {{ rules = ["own.{other}"] }}\n\n    [examples]'
        text = RULE.replace("own.project", f"own.{name}").replace("[examples]", judge)
        write(tmp_path, f"own/{name}.toml", text)
    assert {message[:4] for _, _, message in problems(tmp_path)} == {"绕了一圈"}


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path / "nowhere")[0][2].startswith("没有这个规则目录")


def test_a_list_beside_the_rule_serves_patterns_and_terms(tmp_path: Path) -> None:
    write(tmp_path, "own/codes.txt", "# made up\nQZ\nＲＸ（甲）\n")
    write(tmp_path, "own/project.toml", RULE.replace("[A-Z]{2}", "{{codes}}"))
    text = RULE.replace("own.project", "own.word").split("    [find]")[0]
    text += '    [find]\n    terms = "codes.txt"\n\n    [examples]\n    hit = ["«QZ»"]\n    miss = ["甲"]\n'
    write(tmp_path, "own/word.toml", text)
    report = Checker(rules=[tmp_path]).check_text("代号：RX(甲)104 QZ")
    assert [(finding.rule, finding.span) for finding in report.findings] == [
        ("own.project", (3, 11)),
        ("own.word", (12, 14)),
    ]


def test_examples_and_mutants_guard_a_rule(tmp_path: Path) -> None:
    write(
        tmp_path,
        "own/project.toml",
        RULE.replace('"代号：QZ1045", ', "").replace(
            'hit  = ["项目代号：«QZ104»。"]', 'hit  = ["项目代号：QZ«104»。"]'
        ),
    )
    rules = load_rules([tmp_path])
    rule = rules.get("own.project")
    assert rule is not None
    (failure,) = rehearse(rule, rules)
    assert str(failure) == "own.project 的 hit 例子“项目代号：QZ«104»。”：实际标出的是：«QZ104»"
    write(tmp_path, "own/project.toml", RULE.replace('"代号：QZ1045", ', ""))
    rules = load_rules([tmp_path])
    rule = rules.get("own.project")
    assert rule is not None
    assert len(survivors(rule, rules)) == 1
    assert "(?![0-9A-Za-z])" in survivors(rule, rules)[0]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("(?![0-9A-Za-z])", r"\b", "汉字也算"),
        ('["代号"]', '["代号", "项目名"]', "项目名"),
        ("[0-9]{3}", ".*[0-9]{3}", "没有上限"),
        ("[0-9]{3}", "(?:[0-9]+)+", "没有上限"),
        ("[0-9]{3}", "(?:[0-9]|[0-9][0-9])+[a-z]", "刁难文本"),
    ],
)
def test_lint_tells_what_is_risky(tmp_path: Path, before: str, after: str, told: str) -> None:
    rules = load_rules(
        [write(tmp_path, "own/project.toml", RULE.replace(before, after).replace("代号:\n", "\n"))]
    )
    rule = rules.get("own.project")
    assert rule is not None
    assert any(told in sentence for sentence in lint(rule))


def test_a_rule_that_runs_out_of_time_is_a_gap_not_a_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prepub_check.detect.match.BUDGET", 0.05)
    slow = RULE.replace("[A-Z]{2}[0-9]{3}", "(?:[A-Z]|[A-Z][A-Z])+[0-9]{9}")
    report = Checker(rules=[write(tmp_path, "own/project.toml", slow)]).check_text("代号：" + "A" * 60)
    assert [gap.cause for gap in report.gaps] == ["rule-timeout"]
    assert "own.project" in report.gaps[0].message
    assert report.verdict == "review"


def test_shipped_rules_hold_to_the_schema_and_are_what_validation_would_make_of_them() -> None:
    assert [str(problem) for problem in verify_shipped()] == []
    validated = load_rules([Path(str(shipped_folder()))])
    assert tuple(replace(rule, trusted=True) for rule in validated.rules) == load_rules().rules


def test_shipped_rules_keep_their_examples() -> None:
    rules = load_rules()
    assert [str(failure) for rule in rules.rules for failure in rehearse(rule, rules)] == []


def test_the_fingerprint_follows_the_rules_and_nothing_else(tmp_path: Path) -> None:
    first, again = load_rules(), load_rules()
    assert first.fingerprint == again.fingerprint == load_rules(examples=False).fingerprint
    assert load_rules([write(tmp_path, "own/project.toml", RULE)]).fingerprint != first.fingerprint
