"""Parquet files as a source: every row a page, and what is missing told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from prepub_check import Config
from prepub_check.config import Limits
from prepub_check.errors import SourceError
from prepub_check.model import Gap
from prepub_check.rescan.page import Page
from prepub_check.rescan.sources.parquet import pages

from .sources import wanted


def written(path: Path, **columns: list[object]) -> Path:
    parquet.write_table(pa.table(columns), path, row_group_size=2)
    return path


def told(where: Path, limits: Limits | None = None) -> list[tuple[str, str]]:
    items = pages(wanted(where, Config(limits=limits or Limits())))
    return [(item.path, item.cause) if isinstance(item, Gap) else (item.id, "page") for item in items]


def test_rows_are_pages_with_what_their_columns_tell(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.parquet",
        page_id=["http://a.gov.cn/1.html", "2"],
        url=["http://a.gov.cn/1.html", None],
        name=[None, "名单.xlsx"],
        content=["<title>通知</title>".encode("gbk"), b"PK"],
        published=[dt.date(2019, 5, 6), None],
        unit=[None, "民政局"],
        other=[1, 2],
    )
    first, second = pages(wanted(path))
    assert first == Page(
        id="http://a.gov.cn/1.html", name="1.html", data="<title>通知</title>".encode("gbk"),
        url="http://a.gov.cn/1.html", title="通知", published="2019-05-06",
    )  # fmt: skip
    assert second == Page(id="2", name="名单.xlsx", data=b"PK", unit="民政局")


def test_a_body_is_a_web_page(tmp_path: Path) -> None:
    (page,) = pages(wanted(written(tmp_path / "a.parquet", id=[7], body=["<p>一</p>"])))
    assert isinstance(page, Page)
    assert (page.id, page.name, page.data) == ("7", "7.html", "\ufeff<p>一</p>".encode())


def test_what_is_missing_double_or_too_large_is_told_over_all_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    written(tmp_path / "a.parquet", page_id=["1", None, "2", "3"], content=[b"a", b"b", None, bytes(2 << 20)])
    written(tmp_path / "b" / "c.parquet", page_id=["1", "4"], content=[b"a", b"b"])
    assert told(tmp_path, Limits(unpacked_mb=1)) == [
        ("1", "page"), ("a.parquet 第 2 行", "missing-id"), ("2", "missing-body"), ("3", "too-large"),
        ("b/c.parquet 第 1 行", "duplicate-id"), ("4", "page"),
    ]  # fmt: skip


def test_a_broken_file_is_a_gap_and_the_next_is_read(tmp_path: Path) -> None:
    data = written(tmp_path / "a.parquet", page_id=["1"], content=[b"a"]).read_bytes()
    (tmp_path / "a.parquet").write_bytes(data[:-9])
    written(tmp_path / "b.parquet", page_id=["2"], content=[b"a"])
    assert told(tmp_path) == [("a.parquet", "damaged"), ("2", "page")]


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a\.parquet：没有 page_id 列"):
        told(written(tmp_path / "a.parquet", url=["1"]))
