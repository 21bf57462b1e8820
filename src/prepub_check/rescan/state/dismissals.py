"""What people decided about findings: by page and fingerprint, in whatever version of the page."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

# Whether a dismissal d is in force; takes today's date as :today.
IN_FORCE: Final = "(d.until = '' OR d.until >= :today)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A decision that a finding needs no handling: why, by whom, until when (ISO date, inclusive, or "")."""

    reason: str
    by: str
    until: str = ""


def dismiss(connection: sqlite3.Connection, page: str, fingerprint: str, dismissal: Dismissal) -> bool:
    """Keep a decision; False where no such finding is known. A later one replaces it."""
    if not _is_known(connection, page, fingerprint):
        return False
    connection.execute(
        "INSERT OR REPLACE INTO dismissals VALUES (?, ?, ?, ?, ?, ?)",
        (page, fingerprint, dismissal.reason, dismissal.by, dismissal.until, today()),
    )
    return True


def dismissals_of(connection: sqlite3.Connection) -> Mapping[tuple[str, str], Dismissal]:
    """Give the decisions that are in force today, by page and fingerprint."""
    sql = f"SELECT page, fingerprint, reason, by, until FROM dismissals d WHERE {IN_FORCE}"
    rows = connection.execute(sql, {"today": today()})
    return {(row[0], row[1]): Dismissal(reason=row[2], by=row[3], until=row[4]) for row in rows}


def today() -> str:
    """Give the local date, ISO."""
    return dt.datetime.now().astimezone().date().isoformat()


def _is_known(connection: sqlite3.Connection, page: str, fingerprint: str) -> bool:
    sql = """SELECT 1 FROM pages p JOIN results r ON r.examination IN (p.current, p.previous)
             WHERE p.id = ? AND r.fingerprint = ? AND r.fingerprint <> ''"""
    return connection.execute(sql, (page, fingerprint)).fetchone() is not None
