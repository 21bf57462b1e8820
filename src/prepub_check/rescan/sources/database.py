"""A table of pages in a database: any that SQLAlchemy speaks to, read once in the order of the ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from ...config import FILE_NAME, DatabaseSettings
from ...errors import ConfigError, Problem, SourceError
from ...model import Gap
from ...readers.names import harmless
from ...tomlfile import did_you_mean
from ..page import Page
from .encodings import MEGABYTE, too_large
from .known import as_bytes, page_of
from .masking import hide_password

if TYPE_CHECKING:
    from . import Wanted

_TOGETHER: Final = 100
_SECTION: Final = "rescan.database"


def pages(wanted: Wanted) -> Iterator[Page | Gap]:
    """Give every row; its id is the id column as text, its name that with ``.html``.

    A row without body or without id, and one whose id was there before, is a gap. Raises ConfigError where
    the table or a column is not there, SourceError where the database cannot be reached; neither says the
    password.
    """
    settings = wanted.config.rescan.database
    if settings is None:
        raise _problem(wanted, "", '要写明存放页面的表和列，如 table = "article"、id = "id"、body = "body"')
    columns = {name: column for name, column in asdict(settings).items() if column and name != "table"}
    with _connected(wanted.where) as connection:
        _look(wanted, connection, settings, columns)
        yield from _pages(wanted, connection, settings.table, columns)


def _pages(
    wanted: Wanted, connection: Connection, table: str, columns: Mapping[str, str]
) -> Iterator[Page | Gap]:
    most = wanted.config.limits.unpacked_mb * MEGABYTE
    last = None
    try:
        rows = connection.execution_options(yield_per=_TOGETHER).execute(_query(table, columns))
        for number, row in enumerate(rows, 1):
            told = dict(zip(columns, row, strict=True))
            if told["id"] is None:
                yield Gap(
                    path=f"第 {number} 行", cause="missing-id", message="编号为空，没有检查；请补上编号"
                )
            elif told["id"] == last:
                told_twice = "编号与另一行重复，没有检查；请换用不重复的编号列"
                yield Gap(path=str(last), cause="duplicate-id", message=told_twice, partial=True)
            else:
                yield _page(told, most)
            last = told["id"]
    except sa.exc.SQLAlchemyError:
        broken = "读到一半时数据库出错或断开，其余的行没有检查；请恢复后重新检查"
        yield Gap(path=hide_password(wanted.where), cause="connection-lost", message=broken, partial=True)


def _page(row: Mapping[str, Any], most: int) -> Page | Gap:
    page_id, body = str(row["id"]), row["body"]
    if body is None:
        return Gap(path=page_id, cause="missing-body", message="正文为空值（NULL），没有检查；请核对这一行")
    if not isinstance(body, str | bytes | bytearray | memoryview):
        body = str(body)
    data = as_bytes(body)
    if len(data) > most:
        return Gap(path=page_id, cause="too-large", message=str(too_large(most)))
    return page_of(page_id, f"{harmless(page_id).replace('/', '_')}.html", data, row)


def _query(table: str, columns: Mapping[str, str]) -> sa.Select[Any]:
    schema, _, name = table.rpartition(".")
    source = sa.table(name, *map(sa.column, dict.fromkeys(columns.values())), schema=schema or None)
    return sa.select(*(source.c[column].label(key) for key, column in columns.items())).order_by(
        source.c[columns["id"]]
    )


def _look(
    wanted: Wanted, connection: Connection, settings: DatabaseSettings, columns: Mapping[str, str]
) -> None:
    """Raise ConfigError unless the table and every column are there."""
    schema, _, name = settings.table.rpartition(".")
    try:
        found = [item["name"] for item in sa.inspect(connection).get_columns(name, schema=schema or None)]
    except sa.exc.SQLAlchemyError:
        raise _problem(wanted, ".table", f"数据库里没有表 {settings.table}；请核对表名和模式名") from None
    for key, column in columns.items():
        if column not in found:
            guess = did_you_mean(column, found)
            raise _problem(wanted, f".{key}", f"表 {settings.table} 里没有列 {column}{guess}")


@contextmanager
def _connected(where: str) -> Iterator[Connection]:
    """Connect; the errors of the drivers go no further, for they may quote the address."""
    shown = hide_password(where)
    try:
        engine = sa.create_engine(where, hide_parameters=True)
        connection = _connect(engine)
    except ImportError as error:
        missing = error.name or "数据库的驱动程序"
        raise SourceError(
            "missing-driver",
            f"{shown}：缺少驱动 {missing}；请安装后重试，PostgreSQL 用 pip install psycopg[binary]",
        ) from None
    except sa.exc.NoSuchModuleError:
        raise SourceError("missing-driver", f"{shown}：不认识这种数据库；请核对地址开头的写法") from None
    except (sa.exc.SQLAlchemyError, ValueError):
        raise SourceError(
            "unreachable", f"{shown}：连不上数据库；请核对地址、库名、用户名和密码，以及网络"
        ) from None
    try:
        with connection:
            yield connection
    finally:
        engine.dispose()


def _connect(engine: Engine) -> Connection:
    connection = engine.connect()
    if engine.dialect.name == "postgresql":
        connection.execution_options(postgresql_readonly=True)
    return connection


def _problem(wanted: Wanted, key: str, message: str) -> ConfigError:
    file = str(wanted.config.folder / FILE_NAME) if wanted.config.folder else FILE_NAME
    return ConfigError((Problem(file, f"{_SECTION}{key}", 1, message),))
