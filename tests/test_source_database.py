"""A table of pages as a source: every row in order, what is missing told, the password never."""

from __future__ import annotations

import os
import sqlite3
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
import sqlalchemy as sa

from prepub_check import Checker, Config, ConfigError
from prepub_check.config import DatabaseSettings, Limits, RescanSettings
from prepub_check.errors import SourceError
from prepub_check.model import Gap
from prepub_check.rescan.page import Page
from prepub_check.rescan.sources import database

from .postgres import PASSWORD, find_program, postgres
from .sources import wanted

ID = "11010519491231002X"
ROWS = [
    (1, "公示", f"<p>申请人身份证号{ID}。</p>", "http://a.gov.cn/1.html", "2019-05-06 10:20:00", "民政局"),
    (2, None, None, None, None, None),
    (
        10,
        None,
        '<html><head><meta name="SiteName" content="某县"><title>通知</title></head><body>a',
        None,
        None,
        None,
    ),
]
_TYPES = '"Id" bigint, title text, body text, url text, "changed at" text, unit text'
COLUMNS = DatabaseSettings(
    table="article", id="Id", body="body", title="title", url="url", modified="changed at", unit="unit"
)


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    if find_program("initdb") is None:
        assert "CI" not in os.environ, "PostgreSQL is not installed"
        pytest.skip("PostgreSQL is not installed")
    with postgres() as port:
        yield port


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'site.db'}"
    port = request.getfixturevalue("server")
    return f"postgresql+psycopg://reader:{quote(PASSWORD, safe='')}@127.0.0.1:{port}/postgres"


def fill(address: str, rows: Sequence[tuple[object, ...]], table: str = "article") -> None:
    engine = sa.create_engine(address)
    with engine.begin() as connection:
        connection.execute(sa.text(f"DROP TABLE IF EXISTS {table}"))
        connection.execute(sa.text(f"CREATE TABLE {table} ({_TYPES})"))
        for row in reversed(rows):
            values = dict(zip("abcdef", row, strict=True))
            connection.execute(sa.text(f"INSERT INTO {table} VALUES (:a, :b, :c, :d, :e, :f)"), values)  # noqa: S608
    engine.dispose()


def items_in(
    address: str, settings: DatabaseSettings | None = COLUMNS, limits: Limits | None = None
) -> list[Page | Gap]:
    config = Config(limits=limits or Limits(), rescan=RescanSettings(database=settings))
    return [*database.pages(wanted(address, config))]


def test_rows_are_pages_in_the_order_of_their_ids(address: str) -> None:
    fill(address, ROWS)
    first, second, third = items_in(address)
    assert isinstance(first, Page)
    assert isinstance(second, Gap)
    assert isinstance(third, Page)
    assert (first.id, first.name, first.title, first.url) == ("1", "1.html", "公示", "http://a.gov.cn/1.html")
    assert (first.published, first.unit) == ("2019-05-06", "民政局")
    assert (second.path, second.cause, second.partial) == ("2", "missing-body", False)
    assert (third.id, third.title, third.unit) == ("10", "通知", "某县")
    (finding,) = Checker().check_bytes(first.data, first.name).findings
    assert finding.rule == "personal.resident-id"


def test_ids_that_are_missing_or_double_are_told(address: str) -> None:
    fill(
        address,
        [
            (1, None, "a", None, None, None),
            (1, None, "b", None, None, None),
            (None, None, "c", None, None, None),
        ],
    )
    causes = sorted(item.cause for item in items_in(address) if isinstance(item, Gap))
    assert causes == ["duplicate-id", "missing-id"]


def test_a_body_beyond_the_limit_is_a_gap(address: str) -> None:
    fill(address, [(1, None, "a" * (2 << 20), None, None, None)])
    (gap,) = items_in(address, limits=Limits(unpacked_mb=1))
    assert isinstance(gap, Gap)
    assert (gap.path, gap.cause) == ("1", "too-large")


def test_many_rows_come_whole(address: str) -> None:
    fill(address, [(number, None, f"<p>{number}", None, None, None) for number in range(1050)])
    assert [page.id for page in items_in(address) if isinstance(page, Page)] == [*map(str, range(1050))]


def test_a_table_may_stand_in_a_schema(server: int) -> None:
    address = f"postgresql+psycopg://reader:{quote(PASSWORD, safe='')}@127.0.0.1:{server}/postgres"
    engine = sa.create_engine(address)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE SCHEMA IF NOT EXISTS cms"))
    engine.dispose()
    fill(address, ROWS[:1], "cms.article")
    (page,) = items_in(address, DatabaseSettings(table="cms.article", id="Id", body="body"))
    assert isinstance(page, Page)
    assert page.id == "1"


@pytest.mark.parametrize(
    ("settings", "field", "message"),
    [
        (None, "rescan.database", "要写明"),
        (
            DatabaseSettings(table="articles", id="Id", body="body"),
            "rescan.database.table",
            "没有表 articles",
        ),
        (DatabaseSettings(table="article", id="Id", body="bodi"), "rescan.database.body", "是不是 body？"),
    ],
)
def test_a_wrong_table_or_column_is_a_mistake_in_the_configuration(
    address: str, settings: DatabaseSettings | None, field: str, message: str
) -> None:
    fill(address, ROWS)
    with pytest.raises(ConfigError) as caught:
        items_in(address, settings)
    (problem,) = caught.value.problems
    assert problem.field == field
    assert message in problem.message


@pytest.mark.parametrize(
    ("where", "cause"),
    [
        ("postgresql+psycopg://reader:{wrong}@127.0.0.1:{port}/postgres", "unreachable"),
        ("postgresql+psycopg://reader:{wrong}@127.0.0.1:1/postgres", "unreachable"),
        ("postgresql+psycopg://127.0.0.1:{port}/postgres?user=reader&password={wrong}", "unreachable"),
        ("postgresql+psycopg://reader:{wrong}@127.0.0.1:port/postgres", "unreachable"),
        ("mysql+mysqldb://reader:{wrong}@127.0.0.1/a", "missing-driver"),
        ("nosuch://reader:{wrong}@127.0.0.1/a", "missing-driver"),
    ],
)
def test_a_database_out_of_reach_is_told_without_its_password(server: int, where: str, cause: str) -> None:
    secret = "wr0ng-secret"  # noqa: S105 -- it opens nothing
    with pytest.raises(SourceError) as caught:
        items_in(where.format(wrong=secret, port=server))
    assert caught.value.cause == cause
    assert secret not in "".join(traceback.format_exception(caught.value))


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"no database at all" * 99)
    with pytest.raises((ConfigError, SourceError)):
        items_in(f"sqlite:///{tmp_path / 'a.db'}")


def test_a_database_that_breaks_off_says_that_pages_may_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, body TEXT)")
        connection.executemany("INSERT INTO article VALUES (?, ?)", ((n, "x" * 3000) for n in range(900)))
    connection.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40_000] = b"\xff" * 40_000
    path.write_bytes(data)
    *_, last = items_in(f"sqlite:///{path}", DatabaseSettings(table="article", id="id", body="body"))
    assert isinstance(last, Gap)
    assert (last.cause, last.partial) == ("connection-lost", True)
