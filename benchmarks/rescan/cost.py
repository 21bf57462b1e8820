"""What a page costs by its kind, and how the cost grows: the figures that planning needs."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from prepub_check import Checker, load_rules
from prepub_check.rescan.examine import examine_page
from prepub_check.rescan.page import Page
from prepub_check.ruleset import RuleSet

from .pages import KINDS, content

# How many pages of a kind are examined: enough for some seconds.
_SAMPLES: Final = {"html": 600, "txt": 600, "docx": 200, "pdf": 100}
_SHARES: Final = (0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: kilobytes of one on average, and how many a core examines in a second."""

    name: str
    kilobytes: float
    rate: float


def kinds(seed: int) -> list[Kind]:
    """Measure each kind of page, one after another in this process; a reader of its own waits meanwhile."""
    checker = Checker()
    found = []
    for name in KINDS:
        pages = _pages(name, seed)
        found.append(
            Kind(name, sum(len(page.data) for page in pages) / len(pages) / 1000, _rate(pages, checker))
        )
    return found


def by_rules(seed: int) -> list[tuple[int, float]]:
    """Give web pages a second on a core with more and more of the rules."""
    ruleset = load_rules(examples=False)
    free = [rule for rule in ruleset.rules if rule.judge.requires is None]
    pages = _pages("html", seed)
    points = []
    for share in _SHARES:
        chosen = ruleset.rules if share == 1.0 else free[: int(len(ruleset.rules) * share)]
        points.append((len(chosen), _rate(pages, Checker(RuleSet.of(tuple(chosen), ruleset.version)))))
    return points


def _pages(kind: str, seed: int) -> list[Page]:
    return [
        Page(id=str(number), name=f"{number}.{kind}", data=content(number, seed, kind=kind))
        for number in range(_SAMPLES[kind])
    ]


def _rate(pages: list[Page], checker: Checker) -> float:
    for page in pages[:20]:
        examine_page(page, checker)
    started = time.perf_counter()
    for page in pages:
        examine_page(page, checker)
    return len(pages) / (time.perf_counter() - started)
