"""Cells hidden by a conditional format or a pattern are told; what only tidies a sheet is not."""

from __future__ import annotations

import pytest

from prepub_check import Checker
from prepub_check.model import Source
from prepub_check.readers import read

from .documents.conditional import CONDITIONAL, conditional
from .documents.find import places
from .documents.sheets import part, xlsx

XLSX = "xlsx:Calc MS Excel 2007 XML"
WHITE, LOST, UNSHOWN = "白色的文字", "与底色相同的文字", "不显示的单元格"
FONT = '<font><color rgb="FF{}"/></font>'
PATTERN = '<fill><patternFill patternType="{}"><fgColor rgb="FF{}"/>{}</patternFill></fill>'
BEHIND = '<bgColor rgb="FF{}"/>'
RED, BLUE, BLACK = "FF0000", "0070C0", "000000"
FONTS = ("<font/>", FONT.format(RED))
FILLS = (
    '<fill><patternFill patternType="none"/></fill>',
    PATTERN.format("solid", BLUE, ""),
    PATTERN.format("darkGrid", RED, BEHIND.format(RED)),
    PATTERN.format("gray125", RED, ""),
)
CELLS = (
    '<xf fontId="0"/>',
    '<xf fontId="0" fillId="1"/>',
    '<xf fontId="1" fillId="2"/>',
    '<xf fontId="1" fillId="3"/>',
    '<xf fontId="0" numFmtId="14"/>',
)
CHANGES = (
    FONT.format("FFFFFF"),
    f"<fill><patternFill>{BEHIND.format(BLACK)}</patternFill></fill>",
    '<numFmt numFmtId="171" formatCode=";;;"/>',
    FONT.format(RED),
    FONT.format(BLUE),
    PATTERN.format("solid", RED, BEHIND.format(BLUE)),
)
STYLES = (
    f"<fonts>{''.join(FONTS)}</fonts><fills>{''.join(FILLS)}</fills><cellXfs>{''.join(CELLS)}</cellXfs>"
    f"<dxfs>{''.join(f'<dxf>{change}</dxf>' for change in CHANGES)}</dxfs>"
)
ALWAYS = '<cfRule type="expression" dxfId="{}" priority="{}"><formula>TRUE</formula></cfRule>'
WHITENED = '<cfRule dxfId="0" priority="1" {}>{}</cfRule>'


def veils(cell: str, rules: str = "") -> list[str]:
    """Give what hides the only cell of a sheet, A2, or nothing."""
    markup = f'<sheetData><row r="2">{cell}</row></sheetData>'
    if rules:
        markup += f'<conditionalFormatting sqref="A2:A9 C2">{rules}</conditionalFormatting>'
    document = read(Source("a.xlsx", xlsx(markup, {"xl/styles.xml": part("styleSheet", STYLES)})))
    return [
        each.name.removeprefix("工作表“名单”的")
        for each in document.parts
        if each.kind in ("hidden", "covered") and each.name.startswith("工作表“名单”的")
    ]


def text(value: str, style: int = 0) -> str:
    return f'<c r="A2" s="{style}" t="inlineStr"><is><t>{value}</t></is></c>'


def number(value: str, style: int = 0) -> str:
    return f'<c r="A2" s="{style}"><v>{value}</v></c>'


@pytest.mark.parametrize(("target", "name"), [(XLSX, "a.xlsx"), ("ods", "a.ods")])
def test_what_a_condition_that_holds_hides_is_told(target: str, name: str) -> None:
    report = Checker().check_bytes(conditional(target), name)
    found = {value: places(report, CONDITIONAL[value]) for value in CONDITIONAL}
    sheet = "工作表“名单”"
    assert {value: [place for place in told if sheet in place[1]] for value, told in found.items()} == {
        "恒真": [("hidden", f"{WHITE}，{sheet}!A2")],
        "不为空": [("hidden", f"{WHITE}，{sheet}!A3")],
        "大于": [("hidden", f"{WHITE}，{sheet}!A4")],
        "涂黑": [("covered", f"涂黑的文字，{sheet}!A5")],
        "不成立": [("cell", f"{sheet}!A6")],
        "由他格决定": [("cell", f"{sheet}!A7")],
        "另有底色": [("cell", f"{sheet}!A8")],
    }


@pytest.mark.parametrize(("target", "name"), [(XLSX, "a.xlsx"), ("ods", "a.ods")])
def test_a_whitened_zero_is_none_but_another_number_is(target: str, name: str) -> None:
    document = read(Source(name, conditional(target)))
    (white,) = (each for each in document.parts if each.name.endswith(WHITE))
    shown = next(each for each in document.parts if each.kind == "cell")
    assert "\t10\n" in white.text
    assert "\t0\n" in shown.text


@pytest.mark.parametrize(
    ("rules", "veil"),
    [
        pytest.param(ALWAYS.format(0, 1), WHITE, id="white"),
        pytest.param(ALWAYS.format(1, 1), "涂黑的文字", id="black fill under black text"),
        pytest.param(ALWAYS.format(2, 1), UNSHOWN, id="number format"),
        pytest.param(ALWAYS.format(4, 1) + ALWAYS.format(5, 2), LOST, id="both from rules"),
    ],
)
def test_whatever_a_rule_hides_a_cell_by_is_named(rules: str, veil: str) -> None:
    assert veils(text("某某"), rules) == [veil]


@pytest.mark.parametrize(
    ("cell", "rules"),
    [
        pytest.param(text("某某", 1), ALWAYS.format(0, 1), id="white on a fill of its own"),
        pytest.param(text("某某"), ALWAYS.format(3, 1) + ALWAYS.format(0, 2), id="a rule before it says red"),
        pytest.param(text("某某"), ALWAYS.format(0, 2) + ALWAYS.format(3, 1), id="in either order"),
        pytest.param(
            text("某某"),
            ALWAYS.format(5, 1).replace("<cfRule", '<cfRule stopIfTrue="1"') + ALWAYS.format(4, 2),
            id="no rule counts after it",
        ),
        pytest.param(text("某某"), ALWAYS.format(9, 1), id="no such format"),
        pytest.param(text("某某").replace("A2", "B2"), ALWAYS.format(0, 1), id="outside the range"),
        pytest.param(number("0"), ALWAYS.format(0, 1), id="zero"),
        pytest.param(number("0.00"), ALWAYS.format(0, 1), id="zero with digits"),
        pytest.param(text("—"), ALWAYS.format(0, 1), id="a dash"),
        pytest.param('<c r="A2" t="e"><v>#N/A</v></c>', ALWAYS.format(0, 1), id="an error"),
    ],
)
def test_a_cell_that_shows_or_says_nothing_is_not_told(cell: str, rules: str) -> None:
    assert veils(cell, rules) == []


@pytest.mark.parametrize(
    ("cell", "kind", "formulas", "holds"),
    [
        (number("250"), 'type="cellIs" operator="greaterThan"', ["100"], True),
        (number("99"), 'type="cellIs" operator="greaterThan"', ["100"], False),
        (number("100"), 'type="cellIs" operator="greaterThanOrEqual"', ["100"], True),
        (number("100"), 'type="cellIs" operator="lessThan"', ["100"], False),
        (number("100"), 'type="cellIs" operator="lessThanOrEqual"', ["100"], True),
        (number("12"), 'type="cellIs" operator="equal"', ["12"], True),
        (number("12"), 'type="cellIs" operator="notEqual"', ["12"], False),
        (number("15"), 'type="cellIs" operator="between"', ["10", "20"], True),
        (number("15"), 'type="cellIs" operator="notBetween"', ["10", "20"], False),
        (number("25"), 'type="cellIs" operator="notBetween"', ["10", "20"], True),
        (number("46088", 4), 'type="cellIs" operator="greaterThan"', ["100"], True),
        (text("某某"), 'type="cellIs" operator="lessThan"', ["100"], False),
        (text("50"), 'type="cellIs" operator="lessThan"', ["100"], False),
        (text("Secret"), 'type="cellIs" operator="equal"', ["&quot;secret&quot;"], True),
        (number("12"), 'type="cellIs" operator="equal"', ["$B$1"], False),
        (text("某某"), 'type="expression"', ["TRUE()"], True),
        (text("某某"), 'type="expression"', ["1=1"], True),
        (text("某某"), 'type="expression"', ["1"], True),
        (text("某某"), 'type="expression"', ["0"], False),
        (text("某某"), 'type="expression"', ["FALSE"], False),
        (text("某某"), 'type="expression"', ["&quot;x&quot;"], False),
        (text("某某"), 'type="expression"', ["LEN(A2)&gt;0"], True),
        (text("某某"), 'type="expression"', ["LEN(A2)&gt;5"], False),
        (text("某某"), 'type="expression"', ["NOT(ISBLANK(A2))"], True),
        (text("某某"), 'type="expression"', ["A2=&quot;某某&quot;"], True),
        (text("某某"), 'type="expression"', ["A2=A1"], False),
        (text("某某"), 'type="expression"', ["ISERROR(A2)"], False),
        (text("某某"), 'type="duplicateValues"', [], False),
        (text("某某"), 'type="notContainsBlanks"', ["LEN(TRIM(A2))&gt;0"], True),
        (text("某某局"), 'type="containsText" text="局"', ["…"], True),
        (text("某某局"), 'type="notContainsText" text="局"', ["…"], False),
        (
            text("某某局"),
            'type="containsText" text="?局"',
            ["…"],
            False,
        ),
    ],
)
def test_a_condition_holds_where_the_cell_alone_shows_that(
    cell: str, kind: str, formulas: list[str], *, holds: bool
) -> None:
    told = "".join(f"<formula>{formula}</formula>" for formula in formulas)
    assert veils(cell, WHITENED.format(kind, told)) == [WHITE] * holds


def test_the_runs_of_a_cell_are_not_parted_by_a_rule() -> None:
    runs = '<c r="A2" t="inlineStr"><is><r><t>1</t></r><r><t>10105</t></r></is></c>'
    document = read(
        Source(
            "a.xlsx",
            xlsx(
                f'<sheetData><row r="2">{runs}</row></sheetData><conditionalFormatting sqref="A2">'
                f"{ALWAYS.format(0, 1)}</conditionalFormatting>",
                {"xl/styles.xml": part("styleSheet", STYLES)},
            ),
        )
    )
    assert any("110105" in each.text for each in document.parts)


@pytest.mark.parametrize(("style", "told"), [(2, [LOST]), (3, [])], ids=["of one colour", "of two"])
def test_text_in_the_colour_of_a_pattern_is_told(style: int, told: list[str]) -> None:
    assert veils(text("某某", style)) == told
