"""The links of pages seen before: a page that has not changed is not sent again, nor are its links."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Final, Self

FILE_NAME: Final = "links.sqlite"
_TABLE: Final = "CREATE TABLE IF NOT EXISTS links (url TEXT PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID"


class Memory:
    """Links by page, in a file of the state's folder; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)

    def __enter__(self) -> Self:
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute(_TABLE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def keep(self, url: str, links: tuple[str, ...]) -> None:
        """Remember where a page leads."""
        packed = zlib.compress("\n".join(links).encode())
        self._connection.execute("INSERT OR REPLACE INTO links VALUES (?, ?)", (url, packed))

    def links(self, url: str) -> tuple[str, ...] | None:
        """Give where a page led when it last came, or None where it never did."""
        with closing(self._connection.execute("SELECT packed FROM links WHERE url = ?", (url,))) as rows:
            row = rows.fetchone()
        return tuple(zlib.decompress(row[0]).decode().split()) if row else None
