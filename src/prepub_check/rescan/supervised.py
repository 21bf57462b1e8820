"""Pages examined in one process beside this one: whatever a page does to it, all others have results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial

from ..checker import Checker
from ..key import adopt_key, load_key
from ..model import Gap
from ..pool import Lost, work
from .examine import Examined, examine_page, leave_unexamined
from .lost import budget_of, leave_lost
from .page import Page


def examine_supervised(
    items: Iterable[Page | Gap], checker: Checker
) -> Iterator[tuple[Page | Gap, Examined]]:
    """Give each item with what is kept of it, as results come; the gaps at the end."""
    budget = budget_of(checker.config.limits)
    gaps: list[Gap] = []
    task = partial(_examine, checker, load_key(checker.config.folder))
    with closing(work(_pages(items, gaps), task, budget, weigh=_weigh, processes=1)) as outcomes:
        for page, outcome in outcomes:
            yield page, leave_lost(page, outcome, budget) if isinstance(outcome, Lost) else outcome
    yield from ((gap, leave_unexamined(gap.path, gap)) for gap in gaps)


def _examine(checker: Checker, key: bytes, page: Page) -> Examined:
    adopt_key(checker.config.folder, key)  # a process that was spawned has it from nowhere else
    return examine_page(page, checker)


def _pages(items: Iterable[Page | Gap], gaps: list[Gap]) -> Iterator[Page]:
    """Give the pages, and put the gaps aside."""
    for item in items:
        if isinstance(item, Page):
            yield item
        else:
            gaps.append(item)


def _weigh(page: Page) -> int:
    return len(page.data)
