"""The tables of a state, and the way to open them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from ...errors import ConfigError, Problem

FILE_NAME: Final = "state.sqlite"
LOCK_NAME: Final = "lock.sqlite"
_VERSION: Final = 1

# A page's ``seen`` is the last run that came by it; ``current`` is its examination there, ``previous`` that
# of the last finished run before, where it was seen there.
_TABLES: Final = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL, baseline INTEGER NOT NULL, started TEXT NOT NULL,
    finished TEXT, settings TEXT NOT NULL, ruleset TEXT NOT NULL, rules TEXT NOT NULL
);
CREATE TABLE pages (
    id TEXT PRIMARY KEY, seen INTEGER NOT NULL, current INTEGER NOT NULL, previous INTEGER,
    url TEXT NOT NULL, title TEXT NOT NULL, published TEXT NOT NULL, unit TEXT NOT NULL,
    etag TEXT NOT NULL, modified TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE examinations (
    id INTEGER PRIMARY KEY, content TEXT NOT NULL, settings TEXT NOT NULL, verdict TEXT NOT NULL,
    lost INTEGER NOT NULL, rows INTEGER NOT NULL, gaps INTEGER NOT NULL
);
CREATE TABLE results (
    examination INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL,
    severity TEXT NOT NULL, counts INTEGER NOT NULL, fingerprint TEXT NOT NULL, place TEXT NOT NULL,
    shown TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (examination, ordinal)
) WITHOUT ROWID;
CREATE TABLE gaps (
    run INTEGER NOT NULL, path TEXT NOT NULL, cause TEXT NOT NULL, part TEXT NOT NULL, message TEXT NOT NULL,
    partial INTEGER NOT NULL, PRIMARY KEY (run, path, cause, part)
) WITHOUT ROWID;
CREATE TABLE dismissals (
    page TEXT NOT NULL, fingerprint TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL,
    until TEXT NOT NULL, made TEXT NOT NULL, PRIMARY KEY (page, fingerprint)
) WITHOUT ROWID;
"""


def connect(folder: Path, *, new: bool) -> sqlite3.Connection:
    """Open the state in a folder; where it is ``new``, both are made for their owner only.

    Raises ConfigError where there is no state, or none that this program understands.
    """
    file = folder / FILE_NAME
    if new:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
    if not new and not file.is_file():
        raise refuse(
            folder, "这里没有复查的状态；请核对 --state，或先运行 prepub-check rescan SOURCE --state DIR"
        )
    try:
        connection = sqlite3.connect(file, isolation_level=None)
        _prepare(connection, folder)
    except sqlite3.DatabaseError as error:
        raise refuse(folder, f"状态文件打不开或已损坏（{error}）；请从备份恢复，或换一个空的目录") from error
    return connection


def lock(folder: Path) -> sqlite3.Connection:
    """Keep other runs out of a folder while the connection is open; raises ConfigError where one is in."""
    connection = sqlite3.connect(folder / LOCK_NAME, isolation_level=None, timeout=0)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        raise refuse(folder, "另一次复查正在用这个状态目录；请等它结束，或换一个目录") from error
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write within; what was written is kept, also where an exception ends it: each write stands alone."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.commit()


def commit(connection: sqlite3.Connection) -> None:
    """Make sure of what has been written in a transaction, and go on with it."""
    connection.commit()
    connection.execute("BEGIN IMMEDIATE")


def refuse(folder: Path, message: str) -> ConfigError:
    """Give the error that says why a state cannot be used."""
    return ConfigError((Problem(str(folder), "state", 1, message),))


def _prepare(connection: sqlite3.Connection, folder: Path) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA busy_timeout = 10000")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version not in {0, _VERSION}:
        raise refuse(folder, "状态目录是另一个版本的程序留下的；请换一个空的目录重新开始")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if version == 0:
        with suppress(sqlite3.OperationalError):
            connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")
