"""The run on this machine: a source's pages, those that are not current to processes, all into the state."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from sqlite3 import Connection
from typing import Final

from ..checker import Checker
from ..key import load_key
from ..model import Gap
from ..pool import Lost, work
from .describe import describe
from .digest import content_digest
from .examine import Examined, examine_page
from .lost import budget_of, leave_lost
from .page import Page, Unchanged
from .sources import Items
from .state import Fresh, Run, commit, keep, keep_gap, not_current, see_unchanged, transaction
from .storable import storable

Examine = Callable[[Page], Examined]

_TOGETHER: Final = 500
_BYTES: Final = 16_000_000
# Between two commits, in seconds: what a kill costs at most.
_COMMIT: Final = 0.5


@dataclass(slots=True)
class Tally:
    """How far a run has come: pages that were current, pages examined, and gaps of the source."""

    current: int = 0
    examined: int = 0
    gaps: int = 0


def rescan(
    items: Items,
    checker: Checker,
    connection: Connection,
    run: Run,
    *,
    told: Callable[[Tally], None] = lambda _: None,
    examine: Examine | None = None,
) -> Tally:
    """Examine what is not current, and keep it; ``told`` hears how far it is.

    Stopped at any moment, it goes on from there when it is called again with the same run.
    """
    task = partial(_examine, examine or partial(examine_page, checker=checker))
    budget = budget_of(checker.config.limits)
    keeping = _Keeping(connection, run, load_key(checker.config.folder), told)
    with transaction(connection), closing(work(keeping.fresh(items), task, budget, weigh=_weigh)) as outcomes:
        for fresh, outcome in outcomes:
            if isinstance(outcome, Lost):
                keeping.keep(fresh, leave_lost(fresh.page, outcome, budget), lost=True)
            else:
                keeping.keep(fresh, outcome, lost=False)
    return keeping.tally


def _examine(examine: Examine, fresh: Fresh) -> Examined:
    return examine(fresh.page)


def _weigh(fresh: Fresh) -> int:
    return len(fresh.page.data)


class _Keeping:
    """What goes into the state on both sides of the processes, with a commit from time to time."""

    def __init__(self, connection: Connection, run: Run, key: bytes, told: Callable[[Tally], None]) -> None:
        self.tally = Tally()
        self._connection, self._run, self._key, self._told = connection, run, key, told
        self._committed = time.monotonic()

    def fresh(self, items: Items) -> Iterator[Fresh]:
        """Give the pages that are to be examined, and settle all else."""
        for group in _groups(items):
            pages = [self._digested(item) for item in group if isinstance(item, Page)]
            same = [item.page_id for item in group if isinstance(item, Unchanged)]
            gaps = [item for item in group if isinstance(item, Gap)]
            unknown = see_unchanged(self._connection, self._run, same)
            gaps += map(_never_examined, unknown)
            for gap in gaps:
                keep_gap(self._connection, self._run, gap)
            rest = not_current(self._connection, self._run, pages)
            self.tally.current += len(same) - len(unknown) + len(pages) - len(rest)
            self.tally.gaps += len(gaps)
            self._settle()
            yield from map(_described, rest)

    def keep(self, fresh: Fresh, examined: Examined, *, lost: bool) -> None:
        """Keep what was found in a page."""
        keep(self._connection, self._run, fresh, examined, lost=lost)
        self.tally.examined += 1
        self._settle()

    def _digested(self, page: Page) -> Fresh:
        named = page if page.id.isascii() else replace(page, id=storable(page.id))
        return Fresh(named, content_digest(self._key, page.data, page.name))

    def _settle(self) -> None:
        self._told(self.tally)
        if time.monotonic() - self._committed > _COMMIT:
            commit(self._connection)
            self._committed = time.monotonic()


def _groups(items: Items) -> Iterator[list[Page | Gap | Unchanged]]:
    """Give items together: few enough to be held in memory, enough to be looked up at once."""
    group: list[Page | Gap | Unchanged] = []
    size, since = 0, time.monotonic()
    for item in items:
        group.append(item)
        size += len(item.data) if isinstance(item, Page) else 0
        if len(group) >= _TOGETHER or size >= _BYTES or time.monotonic() - since > _COMMIT:
            yield group
            group, size, since = [], 0, time.monotonic()
    if group:
        yield group


def _described(fresh: Fresh) -> Fresh:
    """Let a page of which its source knows nothing speak for itself."""
    page = fresh.page
    if page.title or page.published or page.unit:
        return fresh
    return fresh._replace(page=replace(page, **describe(page.data, page.name)._asdict()))


def _never_examined(page_id: str) -> Gap:
    message = "服务器说它没有变动，可是没有仍然有效的检查结果；请换一个新的状态目录再查"
    return Gap(path=page_id, cause="never-examined", message=message)
