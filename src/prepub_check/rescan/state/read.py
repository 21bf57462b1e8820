"""What a state says of its last run: results row for row, pages beside what they were, gaps, and weight."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ...model import Gap
from ..examine import Examined, Row
from .dismissals import IN_FORCE, today
from .run import Run

_NOW: Final = "CASE WHEN p.seen = :run THEN p.current END"
_BEFORE: Final = """
CASE WHEN p.seen = :run THEN p.previous WHEN p.seen = :baseline THEN p.current
     WHEN p.seen > :baseline THEN p.previous END
"""
_PAGES: Final = f"""
SELECT p.id, p.url, p.title, p.published, p.unit, n.id AS now, b.id AS before, n.content = b.content AS same
FROM pages p LEFT JOIN examinations n ON n.id = {_NOW} LEFT JOIN examinations b ON b.id = {_BEFORE}
WHERE (n.rows > 0 OR b.rows > 0) AND (n.id IS NOT b.id OR :all) ORDER BY p.id
"""
_STILL: Final = f"""
SELECT r.counts, EXISTS (
    SELECT 1 FROM dismissals d WHERE d.page = p.id AND d.fingerprint = r.fingerprint AND {IN_FORCE}
) AS dismissed, count(*) FROM pages p JOIN results r ON r.examination = p.current
WHERE p.seen = :run AND p.previous = p.current AND r.kind = 'finding' GROUP BY 1, 2
"""
_WEIGHT: Final = f"""
SELECT DISTINCT r.kind, CASE r.kind WHEN 'gap' THEN r.code ELSE r.severity END
FROM pages p JOIN results r ON r.examination = p.current
WHERE p.seen = :run AND r.counts AND NOT EXISTS (
    SELECT 1 FROM dismissals d WHERE d.page = p.id AND d.fingerprint = r.fingerprint AND {IN_FORCE})
UNION SELECT 'gap', cause FROM gaps WHERE run = :run
"""
_SHARE: Final = """
SELECT (SELECT count(*) FROM pages WHERE seen = :run),
       (SELECT count(*) FROM (
            SELECT p.id FROM pages p JOIN examinations e ON e.id = p.current
            WHERE p.seen = :run AND e.gaps > 0
            UNION SELECT path FROM gaps JOIN pages p ON p.id = path WHERE run = :run AND p.seen = :run)),
       (SELECT count(DISTINCT path) FROM gaps LEFT JOIN pages p ON p.id = path AND p.seen = :run
        WHERE run = :run AND p.id IS NULL)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A page in the last run and in the last finished one before it; a number of None: it was not seen there.

    ``same`` tells whether its content is the same, None where it was seen in one of them only.
    """

    id: str
    url: str
    title: str
    published: str
    unit: str
    now: int | None
    before: int | None
    same: bool | None


@dataclass(frozen=True, slots=True)
class Share:
    """How many pages were seen, in how many of them something was not examined, how many did not come."""

    pages: int
    partial: int
    missing: int


def results(connection: sqlite3.Connection, run: Run) -> Iterator[tuple[str, str, Examined]]:
    """Give each page of a run in the order of their ids: its two digests, and what was found."""
    sql = """SELECT p.id, e.id AS number, e.content, e.settings, e.verdict FROM pages p
             JOIN examinations e ON e.id = p.current WHERE p.seen = ? ORDER BY p.id"""
    for page in connection.execute(sql, (run.id,)):
        rows = tuple(rows_of(connection, page["number"]))
        yield (
            page["content"],
            page["settings"],
            Examined(page_id=page["id"], verdict=page["verdict"], rows=rows),
        )


def rows_of(connection: sqlite3.Connection, examination: int | None) -> Iterator[Row]:
    """Give what one examination found, in its order; nothing for None."""
    sql = """SELECT kind, code, severity, counts, fingerprint, place, shown, record FROM results
             WHERE examination = ? ORDER BY ordinal"""
    for row in connection.execute(sql, (examination,)):
        told = dict(row)
        yield Row(**{**told, "counts": bool(told["counts"])})


@dataclass(frozen=True, slots=True)
class Still:
    """Findings of pages that needed no examination: those that count, others, and dismissed ones."""

    counting: int
    others: int
    dismissed: int


def still_there(connection: sqlite3.Connection, run: Run) -> Still:
    """Count the findings of pages whose examination is that of the last run."""
    rows = list(connection.execute(_STILL, {"run": run.id, "today": today()}))
    return Still(
        sum(number for counts, dismissed, number in rows if counts and not dismissed),
        sum(number for counts, dismissed, number in rows if not counts and not dismissed),
        sum(number for _, dismissed, number in rows if dismissed),
    )


def compared_pages(connection: sqlite3.Connection, run: Run, *, examined: bool = False) -> Iterator[Compared]:
    """Give the pages that something was found in, now or before, in the order of their ids.

    With ``examined``, pages whose examination is that of the last run are left out.
    """
    for row in connection.execute(_PAGES, {"run": run.id, "baseline": run.baseline, "all": not examined}):
        told = dict(row)
        yield Compared(**{**told, "same": None if told["same"] is None else bool(told["same"])})


def source_gaps(connection: sqlite3.Connection, number: int) -> Iterator[Gap]:
    """Give what the source could not give in a run."""
    sql = "SELECT path, cause, part, message, partial FROM gaps WHERE run = ? ORDER BY path, cause, part"
    for row in connection.execute(sql, (number,)):
        told = dict(row)
        yield Gap(**{**told, "partial": bool(told["partial"])})


def weight_of(connection: sqlite3.Connection, run: Run) -> tuple[set[str], set[str]]:
    """Give the severities of findings that count and are not dismissed, and the causes of all gaps."""
    rows = list(connection.execute(_WEIGHT, {"run": run.id, "today": today()}))
    severities, causes = ({told for kind, told in rows if kind == wanted} for wanted in ("finding", "gap"))
    return severities, causes


def share_of(connection: sqlite3.Connection, run: Run) -> Share:
    """Count the pages of a run."""
    return Share(*connection.execute(_SHARE, {"run": run.id}).fetchone())
