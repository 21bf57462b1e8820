"""What people decided about findings: by page and fingerprint, in whatever version of the page."""

from __future__ import annotations

import datetime as dt
import sqlite3
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


def dismissal_of(connection: sqlite3.Connection, page: str, fingerprint: str) -> Dismissal | None:
    """Give the decision about a finding that is in force today."""
    sql = f"""SELECT reason, by, until FROM dismissals d
              WHERE page = :page AND fingerprint = :print AND {IN_FORCE}"""
    asked = {"page": page, "print": fingerprint, "today": today()}
    row = connection.execute(sql, asked).fetchone()
    return Dismissal(**dict(row)) if row else None


def today() -> str:
    """Give the local date, ISO."""
    return dt.datetime.now().astimezone().date().isoformat()


def _is_known(connection: sqlite3.Connection, page: str, fingerprint: str) -> bool:
    sql = """SELECT 1 FROM pages p JOIN results r ON r.examination IN (p.current, p.previous)
             WHERE p.id = ? AND r.fingerprint = ? AND r.fingerprint <> ''"""
    return connection.execute(sql, (page, fingerprint)).fetchone() is not None
