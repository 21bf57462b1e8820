"""Each finding against the last finished run: what is new, what is still there, and why another is no more.

A finding is known by its page and its fingerprint. Where it stands in this run only, it is

- ``changed`` where the content of its page is another one than in the last run;
- ``covered`` where the content is the same, and its rule was added or says something else now;
- ``new`` otherwise: the page was not there, or a setting, a reader or a limit made it visible.

In both runs it is ``persisting``, whatever else happened to the page. Where it stands in the last run only,
it is

- ``unseen`` where this run has a gap in the page that the last one had not, or the source has one for it,
  or the page did not come and the source has a new one for what it cannot name: not examined is never clean;
- ``gone`` where its page is no longer there;
- ``fixed`` where the content of its page is another one;
- ``withdrawn`` where the content is the same: what no longer finds it is a rule or a setting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from sqlite3 import Connection
from types import MappingProxyType
from typing import Final, Literal

from .examine import Row
from .state import Dismissal, Run
from .state.dismissals import dismissals_of
from .state.read import Compared, compared_pages, rows_of, source_gaps
from .state.run import run_with

Status = Literal["new", "changed", "covered", "persisting", "unseen", "gone", "fixed", "withdrawn"]

STATUS_TITLE: Final[Mapping[Status, str]] = MappingProxyType(
    {
        "new": "新发现",
        "changed": "页面改动后出现",
        "covered": "规则变动后查到",
        "persisting": "仍未处理",
        "unseen": "本次没能查到",
        "gone": "页面已不在",
        "fixed": "已处理",
        "withdrawn": "规则或设置变动后不再报",
    }
)
# What still stands on a page, as far as this run could see.
PRESENT: Final[frozenset[Status]] = frozenset({"new", "changed", "covered", "persisting"})


@dataclass(frozen=True, slots=True)
class Followed:
    """A finding, what became of it since the last run, and what was decided about it."""

    status: Status
    page: Compared
    row: Row
    dismissal: Dismissal | None = None

    @property
    def open(self) -> bool:
        """Whether somebody has to do something about it."""
        return self.status in PRESENT and self.row.counts and self.dismissal is None


@dataclass(frozen=True, slots=True)
class _Source:
    """What the source could not give now that it gave before: some pages, or it is not known what."""

    paths: frozenset[str]
    more: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """The rows of a page in both runs, by fingerprint, and the gaps that are new."""

    now: Mapping[str, Row] = field(repr=False)
    before: Mapping[str, Row] = field(repr=False)
    new_gap: bool


def follow(connection: Connection, run: Run, *, examined: bool = False) -> Iterator[Followed]:
    """Give every finding of a run and of the last finished one before it, by page, in the order of their ids.

    While a run is not finished, pages that it has not come to are left out. With ``examined``, so are pages
    whose examination is that of the last run: all of their findings persist.
    """
    dismissals = dismissals_of(connection)
    baseline = run_with(connection, run.baseline)
    rules = baseline.rules if baseline else {}
    altered = {rule for rule, digest in run.rules.items() if rules.get(rule) != digest}
    source = _lacking(connection, run)
    for page in compared_pages(connection, run, examined=examined):
        if page.now is None and not run.finished:
            continue
        pair = _pair(connection, page)
        for fingerprint, row in {**pair.before, **pair.now}.items():
            if fingerprint in pair.now:
                status = _status_now(page, row, altered, known=fingerprint in pair.before)
            else:
                status = _status_before(page, pair, source)
            yield Followed(status, page, row, dismissals.get((page.id, fingerprint)))


def _status_now(page: Compared, row: Row, altered: set[str], *, known: bool) -> Status:
    if known:
        return "persisting"
    if page.same is None:
        return "new"
    if not page.same:
        return "changed"
    return "covered" if row.code in altered else "new"


def _status_before(page: Compared, pair: _Pair, source: _Source) -> Status:
    if page.now is None:
        return "unseen" if source.more or page.id in source.paths else "gone"
    if pair.new_gap or page.id in source.paths:
        return "unseen"
    return "withdrawn" if page.same else "fixed"


def _pair(connection: Connection, page: Compared) -> _Pair:
    now = list(rows_of(connection, page.now))
    before = now if page.before == page.now else list(rows_of(connection, page.before))
    gaps = [{(row.code, row.place) for row in rows if row.kind == "gap"} for rows in (now, before)]
    return _Pair(_findings(now), _findings(before), bool(gaps[0] - gaps[1]))


def _findings(rows: list[Row]) -> Mapping[str, Row]:
    return {row.fingerprint: row for row in rows if row.kind == "finding"}


def _lacking(connection: Connection, run: Run) -> _Source:
    known = {(gap.path, gap.cause) for gap in source_gaps(connection, run.baseline)}
    now = list(source_gaps(connection, run.id))
    more = any(gap.partial and (gap.path, gap.cause) not in known for gap in now)
    return _Source(frozenset(gap.path for gap in now), more)
