"""A table of separated values keeps its rows, columns and headers, whatever separates them."""

from __future__ import annotations

import csv
import io
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepub_check import Checker
from prepub_check.model import Source
from prepub_check.readers import read
from prepub_check.readers.separated.rows import split_rows

CHECKER = Checker()
ID = "11010519491231002X"
TABLE = [["姓名", "身份证号", "备注"], ["张三", ID, "已核"], ["李四", "440524188001010014", "多行\n备注"]]


def written(separator: str) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(TABLE)
    return file.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16", None])
def test_a_value_is_found_in_its_row_and_column(separator: str, encoding: str | None) -> None:
    text = written(separator)
    if encoding is None:
        report = CHECKER.check_text(text, "a.csv")
    else:
        report = CHECKER.check_bytes(text.encode(encoding), "a.csv")
    found = {str(finding.location): finding.value.reveal() for finding in report.findings}
    assert found["表 1 第 2 行第 2 列"] == ID
    assert found["表 1 第 3 行第 2 列"] == TABLE[2][1]
    assert {finding.location.kind for finding in report.findings} == {"cell"}
    assert report.gaps == ()


def test_cells_stand_under_their_headers() -> None:
    (part,) = read(Source("a.csv", written(",").encode())).parts
    assert part.text == f"姓名\t身份证号\t备注\n张三\t{ID}\t已核\n李四\t{TABLE[2][1]}\t多行 备注\n"


@given(
    st.lists(st.lists(st.text(st.sampled_from('甲乙,"\n\r\t;x')), min_size=1), min_size=1),
    st.sampled_from(",;\t|"),
)
def test_what_a_spreadsheet_writes_is_read_back(table: list[list[str]], separator: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(table)
    assert list(split_rows(file.getvalue(), separator)) == table


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("sep=;\n甲;乙,丙\n", "sep=\t\n甲\t乙,丙\n"),
        ('甲,乙"丙\n丁,戊\n', '甲\t乙"丙\n丁\t戊\n'),
        ("甲,,丙\n,乙,\n", "甲\t\t丙\n\t乙\t\n"),
        ("只有一列\n又一行\n", "只有一列\n又一行\n"),
        ('"没有结束,乙\n丙,丁\n', '"没有结束\t乙\n丙\t丁\n'),
    ],
)
def test_what_is_written_by_hand_is_read_as_meant(text: str, rows: str) -> None:
    assert read(Source("a.csv", text=text)).parts[0].text == rows


def test_tabs_set_apart_where_the_suffix_says_so() -> None:
    document = read(Source("a.tsv", "甲,乙\t丙\n丁,戊\t己\n".encode()))
    assert (document.media_type, document.parts[0].text) == (
        "text/tab-separated-values",
        "甲,乙\t丙\n丁,戊\t己\n",
    )


def test_a_workbook_under_the_name_of_a_table_is_told() -> None:
    assert "与内容不符" in read(Source("a.csv", b"<html><table><tr><td>x</table>")).notices[0]


def test_a_wide_table_is_no_burden() -> None:
    tracemalloc.start()
    document = read(Source("a.csv", b"a," * 1_000_000))
    assert str(document.parts[0].places.locate(1_000_000)) == "表 1 第 1 行第 500001 列"
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100 << 20


def test_a_large_table_is_no_burden() -> None:
    text = "姓名,电话\n" + '张三,"13800138000"\n' * 100_000
    started = time.monotonic()
    assert len(read(Source("a.csv", text=text)).parts[0].text) > 10**6
    assert time.monotonic() - started < 5
