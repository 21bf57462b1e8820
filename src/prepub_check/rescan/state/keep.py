"""What a run leaves of its pages: which are current already, and what was found in the others."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ...model import Gap
from ..examine import Examined, Row
from ..page import Page, Validators
from ..storable import storable
from .run import Run

_ABOUT: Final = ("url", "title", "published", "unit", "etag", "modified")
_KNOWN: Final = f"""
SELECT p.id, p.seen, e.content, e.settings, e.lost, {", ".join(f"p.{name}" for name in _ABOUT)}
FROM json_each(?) AS asked CROSS JOIN pages p ON p.id = asked.value JOIN examinations e ON e.id = p.current
"""
# The examination of the last finished run: what was current there, or is kept since.
_PREVIOUS: Final = """
CASE WHEN seen = :baseline THEN current WHEN seen > :baseline THEN previous END
"""
_SEE: Final = f"""
UPDATE pages SET previous = {_PREVIOUS}, seen = :run
WHERE id IN (SELECT value FROM json_each(:pages)) AND seen <> :run
"""
_PAGE: Final = f"""
INSERT INTO pages (id, seen, current, {", ".join(_ABOUT)})
VALUES (:id, :run, :current, {", ".join(f":{name}" for name in _ABOUT)})
ON CONFLICT (id) DO UPDATE SET previous = {_PREVIOUS}, seen = excluded.seen, current = excluded.current,
{", ".join(f"{name} = excluded.{name}" for name in _ABOUT)}
"""
_REDESCRIBE: Final = f"UPDATE pages SET {', '.join(f'{name} = ?' for name in _ABOUT)} WHERE id = ?"
_ROW: Final = "INSERT INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Fresh(NamedTuple):
    """A page with the digest of its content, still to be examined."""

    page: Page
    content: str


def not_current(connection: sqlite3.Connection, run: Run, pages: Sequence[Fresh]) -> list[Fresh]:
    """Mark the pages that need no examination as seen, and give the others.

    A page is current when its content and the settings are those of its last examination; one that was lost
    then is given another chance in each new run.
    """
    known = {row[0]: row for row in connection.execute(_KNOWN, (_json(fresh.page.id for fresh in pages),))}
    current, others, renamed = [], [], []
    for fresh in pages:
        row = known.get(fresh.page.id)
        if row and row[2] == fresh.content and row[3] == run.settings and (not row[4] or row[1] == run.id):
            current.append(fresh.page.id)
            about = tuple(told or known for told, known in zip(_about(fresh.page), row[5:], strict=True))
            if about != row[5:]:
                renamed.append((*about, fresh.page.id))
        else:
            others.append(fresh)
    _see(connection, run, current)
    connection.executemany(_REDESCRIBE, renamed)
    return others


def see_unchanged(connection: sqlite3.Connection, run: Run, pages: Sequence[str]) -> list[str]:
    """Mark pages as seen whose last examination still holds, and give those that have none."""
    rows = connection.execute(_KNOWN, (_json(pages),)).fetchall()
    current = {row[0] for row in rows if row[3] == run.settings and not row[4]}
    _see(connection, run, current)
    return [page for page in pages if page not in current]


def keep(connection: sqlite3.Connection, run: Run, fresh: Fresh, examined: Examined, *, lost: bool) -> None:
    """Keep what was found in a page."""
    page = fresh.page
    gaps = sum(row.kind == "gap" for row in examined.rows)
    current = connection.execute(
        "INSERT INTO examinations (content, settings, verdict, lost, rows, gaps) VALUES (?, ?, ?, ?, ?, ?)",
        (fresh.content, run.settings, examined.verdict, lost, len(examined.rows), gaps),
    ).lastrowid
    connection.executemany(_ROW, ((current, at, *_told(row)) for at, row in enumerate(examined.rows, 1)))
    about = dict(zip(_ABOUT, _about(page), strict=True))
    connection.execute(
        _PAGE, {"id": page.id, "run": run.id, "baseline": run.baseline, "current": current, **about}
    )


def keep_gap(connection: sqlite3.Connection, run: Run, gap: Gap) -> None:
    """Keep what the source could not give."""
    told = map(storable, (gap.path, gap.cause, gap.part, gap.message))
    connection.execute("INSERT OR REPLACE INTO gaps VALUES (?, ?, ?, ?, ?, ?)", (run.id, *told, gap.partial))


def validators_of(connection: sqlite3.Connection, run: Run, page_id: str) -> Validators | None:
    """Give what a server said of a page, where its last examination still holds."""
    sql = """SELECT p.etag, p.modified FROM pages p JOIN examinations e ON e.id = p.current
             WHERE p.id = ? AND e.settings = ? AND NOT e.lost AND (p.etag <> '' OR p.modified <> '')"""
    row = connection.execute(sql, (page_id, run.settings)).fetchone()
    return Validators(*row) if row else None


def _see(connection: sqlite3.Connection, run: Run, pages: Iterable[str]) -> None:
    connection.execute(_SEE, {"run": run.id, "baseline": run.baseline, "pages": _json(pages)})


def _about(page: Page) -> tuple[str, ...]:
    told = page.validators or Validators()
    return tuple(map(storable, (page.url, page.title, page.published, page.unit, told.etag, told.modified)))


def _told(row: Row) -> tuple[object, ...]:
    return (
        row.kind, row.code, row.severity, row.counts, row.fingerprint,
        storable(row.place), storable(row.shown), storable(row.record),
    )  # fmt: skip


def _json(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)
