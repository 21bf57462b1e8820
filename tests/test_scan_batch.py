from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prepub_check import Checker, Gap, SourceError
from prepub_check.config import Config
from prepub_check.key import load_key
from prepub_check.rescan import arrow, digest
from prepub_check.rescan.arrow import PAGES, RESULTS, scan_batch
from prepub_check.rescan.batch import read_batch, write_batch
from prepub_check.rescan.examine import Examined, examine_page
from prepub_check.rescan.page import Page

CHECKER = Checker()
ID = "11010519491231002X"
MOBILE = "13800138000"

PIECES = st.sampled_from(
    [
        f"身份证号{ID}",
        f"联系电话{MOBILE}",
        "内部资料 注意保存",
        "机密★10年",
        "<p>",
        "</p>\n",
        "关于公示的通知",
        "\x00",
        "密码：Abc12345!",
    ]
)
CONTENTS = st.one_of(
    st.lists(PIECES, max_size=5).map(lambda pieces: "".join(pieces).encode()), st.binary(max_size=40)
)
NAMES = st.sampled_from(["a.html", "b.txt", "c.csv", "d", "e.gz", "附件.htm"])
LISTS = st.lists(st.tuples(CONTENTS, NAMES), max_size=6)


def page(content: bytes, name: str = "a.html", page_id: str = "https://x.gov.cn/a.html") -> Page:
    return Page(id=page_id, name=name, data=content, url=page_id)


def scan(*items: Page | Gap, checker: Checker = CHECKER) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = scan_batch(write_batch(items), checker).to_pylist()
    return rows


def batch(**columns: list[Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


@settings(max_examples=50, deadline=None)
@given(LISTS)
def test_a_batch_gives_what_the_checker_gives_page_by_page(contents: list[tuple[bytes, str]]) -> None:
    pages = [page(data, name, f"p{number}") for number, (data, name) in enumerate(contents)]
    rows = scan(*pages)
    told = [row["page_id"] for row in rows if row["kind"] == "page"]
    assert told == [each.id for each in pages]
    for each in pages:
        examined = examine_page(each, CHECKER)
        first, *others = (row for row in rows if row["page_id"] == each.id)
        assert (first["kind"], first["ordinal"], first["verdict"]) == ("page", 0, examined.verdict)
        assert first["counts"] == any(row.counts for row in examined.rows)
        assert [
            tuple(
                row[name] or ""
                for name in ("kind", "code", "severity", "fingerprint", "place", "shown", "record")
            )
            for row in others
        ] == [
            (row.kind, row.code, row.severity, row.fingerprint, row.place, row.shown, row.record)
            for row in examined.rows
        ]
        assert [row["counts"] for row in others] == [row.counts for row in examined.rows]
        assert [row["ordinal"] for row in others] == list(range(1, len(others) + 1))


@settings(max_examples=20, deadline=None)
@given(LISTS)
def test_the_batch_that_a_page_is_in_bears_on_nothing(contents: list[tuple[bytes, str]]) -> None:
    pages = [page(data, name, f"p{number}") for number, (data, name) in enumerate(contents)]
    assert scan(*pages) == [row for each in pages for row in scan(each)]


def test_each_row_tells_what_it_was_found_in_and_with() -> None:
    content = f"身份证号{ID}".encode()
    for row in scan(page(content)):
        assert row["url"] == row["page_id"] == "https://x.gov.cn/a.html"
        assert row["content_digest"] == digest.content_digest(load_key(None), content, "a.html")
        assert row["settings_digest"] == digest.settings_digest(CHECKER)


def test_no_column_holds_a_value() -> None:
    rows = scan(page(f"<p>身份证号{ID}，电话{MOBILE}</p>".encode()))
    assert {"personal.resident-id", "personal.mobile"} <= {row["code"] for row in rows}
    assert not [row for row in rows for value in row.values() if ID in str(value) or MOBILE in str(value)]


def test_an_empty_batch_gives_an_empty_one() -> None:
    result = scan_batch(write_batch([]), CHECKER)
    assert result.schema == RESULTS
    assert result.num_rows == 0


def test_what_has_no_content_is_a_gap_and_no_page() -> None:
    rows = scan_batch(batch(page_id=["a", "b"], content=[None, b"abc"]), CHECKER).to_pylist()
    assert [(row["page_id"], row["kind"], row["verdict"], row["code"]) for row in rows] == [
        ("a", "gap", None, "missing-body"),
        ("b", "page", "pass", None),
    ]
    assert rows[0]["counts"]
    assert rows[0]["content_digest"] == ""


@pytest.mark.parametrize("content", [None, f"身份证号{ID}".encode()])
def test_a_gap_of_the_source_is_told_as_it_was_given(content: bytes | None) -> None:
    columns: dict[str, Any] = {"page_id": ["a"], "content": pa.array([content], pa.binary())}
    told: dict[str, Any] = {
        "gap_cause": ["damaged"],
        "gap_message": ["文件不完整"],
        "gap_part": ["尾部"],
        "gap_partial": [True],
    }
    (row,) = scan_batch(batch(**columns, **told), CHECKER).to_pylist()
    assert (row["kind"], row["code"], row["place"], row["shown"]) == ("gap", "damaged", "尾部", "文件不完整")
    assert json.loads(row["record"])["partial"]


def test_a_row_without_id_or_name_is_examined_all_the_same() -> None:
    content = f"身份证号{ID}".encode()
    rows = scan_batch(
        batch(page_id=[None, "https://x.gov.cn/b.html"], content=[content] * 2, name=[None, ""]), CHECKER
    )
    assert [row["page_id"] for row in rows.to_pylist() if row["code"] == "personal.resident-id"] == [
        "",
        "https://x.gov.cn/b.html",
    ]


@given(st.text(max_size=20))
def test_any_id_gives_a_name(page_id: str) -> None:
    (item,) = read_batch(write_batch([page(b"", "", page_id)]))
    assert isinstance(item, Page)
    assert item.name


@pytest.mark.parametrize(
    ("page_id", "name"), [("附件/名单.xls", "名单.xls"), ("http://[x/a.pdf", "a.pdf"), ("", "index.html")]
)
def test_a_name_is_the_last_of_an_address(page_id: str, name: str) -> None:
    (item,) = read_batch(write_batch([page(b"", "", page_id)]))
    assert isinstance(item, Page)
    assert item.name == name


def test_columns_come_in_any_order_and_of_kindred_types() -> None:
    content = f"身份证号{ID}"
    kindred = batch(
        content=pa.array([content], pa.large_string()),
        published=[dt.date(2020, 1, 2)],
        name=pa.array(["a.html"]).dictionary_encode(),
        url=pa.array(["https://x.gov.cn/a.html"], pa.large_string()),
        page_id=pa.array(["https://x.gov.cn/a.html"], pa.string_view()),
    )
    assert scan_batch(kindred, CHECKER).to_pylist() == scan(page(content.encode()))


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (batch(page_id=["a"]), "content"),
        (batch(content=[b""]), "page_id"),
        (batch(page_id=["a"], content=[b""], titel=["b"]), "titel"),
        (batch(page_id=["a"], content=[1.5]), "content"),
        (batch(page_id=[["a"]], content=[b""]), "page_id"),
        (batch(), "page_id"),
    ],
)
def test_other_columns_are_refused_by_name(wrong: pa.RecordBatch, named: str) -> None:
    with pytest.raises(SourceError, match=named) as caught:
        scan_batch(wrong, CHECKER)
    assert caught.value.cause == "wrong-columns"


def test_bytes_that_are_no_text_spoil_no_batch() -> None:
    spoilt = pa.Array.from_buffers(pa.string(), 1, pa.array(["通知".encode("gbk")], pa.binary()).buffers())
    rows = scan_batch(batch(page_id=["a"], content=[b"abc"], title=spoilt), CHECKER).to_pylist()
    assert [row["verdict"] for row in rows] == ["pass"]


def test_a_page_that_breaks_the_checker_costs_no_other_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_on(each: Page, checker: Checker) -> Examined:
        if each.id == "bad":
            raise RuntimeError(ID)
        return examine_page(each, checker)

    monkeypatch.setattr(arrow, "examine_page", break_on)
    rows = scan(page(b"abc", page_id="before"), page(b"abc", page_id="bad"), page(b"abc", page_id="after"))
    assert [(row["page_id"], row["code"]) for row in rows] == [
        ("before", None),
        ("bad", None),
        ("bad", "internal-error"),
        ("after", None),
    ]
    assert ID not in str(rows)
    assert "RuntimeError" in rows[2]["shown"]


def test_without_a_checker_it_is_that_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "prepub.toml").write_text('[rules]\ndisable = ["personal.resident-id"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    arrow._default.cache_clear()
    rows = scan_batch(write_batch([page(f"身份证号{ID}".encode())])).to_pylist()
    arrow._default.cache_clear()
    assert rows
    assert "personal.resident-id" not in {row["code"] for row in rows}


def test_half_a_surrogate_pair_spoils_no_batch(tmp_path: Path) -> None:
    odd = page(b"", "\udcff.html", "\udcff.html")
    rows = scan(odd, checker=Checker(CHECKER.rules, Config(folder=tmp_path)))
    assert {row["page_id"] for row in rows} == {"\\udcff.html"}


def test_items_come_back_from_a_batch_as_they_went_in() -> None:
    items: list[Page | Gap] = [
        page(b"abc"),
        Gap(path="b", cause="damaged", message="断了", part="尾部", partial=True),
    ]
    assert list(read_batch(write_batch(items))) == items


@pytest.mark.parametrize("schema", [PAGES, RESULTS], ids=["PAGES", "RESULTS"])
def test_every_column_says_what_it_means_and_is_documented(schema: pa.Schema) -> None:
    told = Path(__file__).parents[1].joinpath("docs/rescan-cluster.md").read_text(encoding="utf-8")
    for field in schema:
        assert f"| `{field.name}` | {field.type} | {field.metadata[b'meaning'].decode()} |" in told
