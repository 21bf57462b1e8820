"""Masked values (the conventions of published rules): a whole mask is silent, a weak one is not."""

from __future__ import annotations

import pytest

from prepub_check import check_text

SILENT = [
    "身份证号：35*************123",
    "身份证号：３５＊＊＊＊＊＊＊＊＊＊＊＊＊１２３",
    "身份证号：440305********7531",
    "身份证号：440***********7531",
    "手机：138****1234",
    "手机：138××××1234",
    "手机：138 * * * * 1234",
    "银行卡号：***************1234",
    "住址：某某镇某某街道",
    "姓名：张某",
    "姓名：张*三",
]
WEAK = [
    ("weak-mask-id", "身份证号：350402199003**8510"),
    ("weak-mask-mobile", "手机：138****12345"),
    ("weak-mask-mobile", "手机：138001***00"),
    ("weak-mask-card", "银行卡号：622202021234****909"),
    ("masked-id-with-birth", "姓名\t出生日期\t身份证号\n李某某\t1990年3月7日\t440305********7531"),
    ("home-address", "户主住址：幸福小区3栋1单元502室"),
]


@pytest.mark.parametrize("text", SILENT)
def test_a_whole_mask_is_silent(text: str) -> None:
    report = check_text(f"公示\n{text}\n")
    assert (report.findings, report.verdict) == ((), "pass")


@pytest.mark.parametrize(("rule", "text"), WEAK, ids=[text for _, text in WEAK])
def test_a_mask_that_lets_the_value_be_inferred_is_for_review(rule: str, text: str) -> None:
    found = {finding.rule: finding for finding in check_text(f"公示\n{text}\n").findings}
    assert found[f"personal.{rule}"].counts
    assert found[f"personal.{rule}"].severity == "review"
