"""A run over a source: its beginning, which may be the going on of one that broke off, and its end."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from ...checker import Checker
from ..digest import settings_digest

# Of a rule's digest, enough to tell it from its other versions.
_SHOWN: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run as it is kept; ``baseline`` is the last finished run before it, 0 where there is none.

    Times are ISO, in UTC. ``rules`` gives the digest of each rule that was applied.
    """

    id: int
    source: str
    baseline: int
    started: str
    finished: str
    settings: str
    ruleset: str
    rules: Mapping[str, str]


def begin_run(connection: sqlite3.Connection, source: str, checker: Checker) -> Run:
    """Go on with the last run where it is of this source and unfinished; otherwise begin another.

    What was gone already in the last finished run is forgotten then.
    """
    last = latest_run(connection)
    told = (settings_digest(checker), checker.rules.version, json.dumps(_digests(checker)))
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if last and not last.finished and last.source == source:
            connection.execute(
                "UPDATE runs SET settings = ?, ruleset = ?, rules = ? WHERE id = ?", (*told, last.id)
            )
        else:
            baseline = _last_finished(connection)
            connection.execute(
                "INSERT INTO runs (source, baseline, started, settings, ruleset, rules)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (source, baseline, _now(), *told),
            )
            _forget(connection, baseline)
    run = latest_run(connection)
    assert run is not None  # noqa: S101 -- it has just been kept
    return run


def finish_run(connection: sqlite3.Connection, run: Run) -> Run:
    """Close a run that came to the end of its source."""
    finished = replace(run, finished=_now())
    connection.execute("UPDATE runs SET finished = ? WHERE id = ?", (finished.finished, run.id))
    return finished


def latest_run(connection: sqlite3.Connection) -> Run | None:
    """Give the last run, finished or not."""
    row = connection.execute("SELECT * FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    return _run(row) if row else None


def run_with(connection: sqlite3.Connection, number: int) -> Run | None:
    """Give the run with this number."""
    row = connection.execute("SELECT * FROM runs WHERE id = ?", (number,)).fetchone()
    return _run(row) if row else None


def _run(row: sqlite3.Row) -> Run:
    told = dict(row)
    return Run(**{**told, "finished": told["finished"] or "", "rules": json.loads(told["rules"])})


def _last_finished(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("SELECT max(id) FROM runs WHERE finished IS NOT NULL").fetchone()
    return number or 0


def _forget(connection: sqlite3.Connection, baseline: int) -> None:
    connection.execute("DELETE FROM pages WHERE seen < ?", (baseline,))
    connection.execute("DELETE FROM gaps WHERE run < ?", (baseline,))
    needed = "SELECT current FROM pages UNION ALL SELECT previous FROM pages WHERE previous IS NOT NULL"
    connection.execute(f"DELETE FROM examinations WHERE id NOT IN ({needed})")
    connection.execute("DELETE FROM results WHERE examination NOT IN (SELECT id FROM examinations)")


def _digests(checker: Checker) -> dict[str, str]:
    return {rule.id: _digest(rule.digest or repr(rule)) for rule in checker.rules.rules}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_SHOWN]


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
