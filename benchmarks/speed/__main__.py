"""The command: ``python -m benchmarks.speed``."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from statistics import median
from typing import Final

import click

from benchmarks.rescan.pages import content
from prepub_check import Checker, load_rules
from prepub_check.ruleset import RuleSet

from . import growth
from .measure import Pass, compare, first, without
from .peers import FIVE, PEERS, calibration
from .plot import draw
from .prose import documents, one_line
from .publish import Row, publish
from .start import cold_start, on_cores
from .table import table

_MEGABYTE: Final = 1_000_000
_PAIRS: Final = 5
# How much text a peer is given, so that a round takes seconds; our side gets the same.
_SHARE: Final = {
    "naive": 400_000,
    "presidio": 300_000,
    "presidio-recognisers": 600_000,
    "jionlp": 4 * _MEGABYTE,
    "detect-secrets": 8 * _MEGABYTE,
}
_BOUNDS: Final = {
    "naive": (25, 50),
    "presidio": (20, 50),
    "presidio-recognisers": (4, 7),
    "jionlp": (4, 8),
    "detect-secrets": (50, 100),
}


@click.command()
@click.option("--seed", default=20261126, show_default=True, help="Which documents are made.")
@click.option("--megabytes", default=20, show_default=True, help="How much prose is made.")
@click.option("--rounds", default=5, show_default=True, help="Pairs of runs for each comparison.")
@click.option("--quick", is_flag=True, help="Leave out the growth and the many files.")
@click.option("--publish", "page", is_flag=True, help="Write docs/speed.md and its plot.")
def main(seed: int, megabytes: int, rounds: int, *, quick: bool, page: bool) -> None:
    """Measure how fast drafts are checked, beside other ways to do it."""
    rows = [_told(row) for row in _start()]  # first: a child starts with its parent's memory
    texts = list(documents(megabytes * _MEGABYTE, seed))
    rows += [_told(row) for row in _rows(texts, seed, rounds)]
    if not quick:
        rows += [_told(row) for row in _many_files(seed)]
        curves = {
            "MB": growth.by_size(list(documents(101 * _MEGABYTE, seed + 1))),
            "rules": growth.by_rules(first(texts, 4 * _MEGABYTE)),
            "terms": growth.by_terms(first(texts, 4 * _MEGABYTE)),
        }
        for name, points in curves.items():
            click.echo(f"{name}: " + ", ".join(f"{x:g} → {y:.2f} s" for x, y in points))
        if page:
            publish(rows, curves, seed)
            draw(curves)


def _told(row: Row) -> Row:
    click.echo(str(row))
    return row


def _rows(texts: Sequence[str], seed: int, rounds: int) -> Iterator[Row]:
    ours = growth.checking(Checker())
    yardstick = calibration()
    compared = {
        "prose": texts,
        "one line": [one_line(2 * _MEGABYTE, seed)],
        "table": [table(4000, seed)],
    }
    for name, chosen in compared.items():
        found = compare(ours, yardstick, chosen, rounds)
        bounds = (0.12, 0.25) if name == "prose" else None
        yield Row(f"calibration, {name}", found.ratio, found.speed, found.their_speed, bounds)
    with without("prepub_check.detect.automaton"):
        found = compare(growth.checking(Checker(_again())), yardstick, texts, rounds)
    yield Row("calibration, base install", found.ratio, found.speed, found.their_speed, (0.12, 0.25))
    for name, make in PEERS.items():
        peer: Pass = make()
        mine = growth.checking(Checker(_rules(FIVE.__contains__))) if name == "jionlp" else ours
        found = compare(mine, peer, first(texts, _SHARE[name]), rounds)
        yield Row(name, found.ratio, found.speed, found.their_speed, _BOUNDS[name])
    credentials = growth.checking(Checker(_rules(lambda rule: rule.startswith("credential."))))
    found = compare(credentials, PEERS["detect-secrets"](), first(texts, _SHARE["detect-secrets"]), rounds)
    yield Row("detect-secrets, its kind", found.ratio, found.speed, found.their_speed)


def _again() -> RuleSet:
    """Give the shipped rules as a set of its own, whose finders are not made yet."""
    ruleset = load_rules()
    return RuleSet.of(ruleset.rules, ruleset.version)


def _rules(chosen: Callable[[str], bool]) -> RuleSet:
    ruleset = load_rules()
    return RuleSet.of(tuple(rule for rule in ruleset.rules if chosen(rule.id)), ruleset.version)


def _start() -> Iterator[Row]:
    ours, theirs = cold_start()
    yield Row("cold start", theirs.cpu / ours.cpu, ours.cpu, theirs.cpu, (4, 6), unit="s")
    memory = ours.megabytes
    yield Row("peak memory", memory, memory, theirs.megabytes, (45, 32), unit="MB", at_most=True)


def _many_files(seed: int) -> Iterator[Row]:
    """Give the rows of 100 MB of plain texts, and of 100 MB of pages as they are on a site."""
    size = 100 * _MEGABYTE
    yield _on_two("two processes", "txt", (text.encode() for text in documents(size, seed)))
    pages = (content(number, seed, kind="html") for number in count())
    yield _on_two("two processes, web pages", "html", _up_to(size, pages))


def _on_two(name: str, suffix: str, files: Iterable[bytes]) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(files):
            Path(folder, f"{number:05}.{suffix}").write_bytes(data)
        on_cores(Path(folder), 1)  # the patterns it leaves behind are there for both
        pairs = [(on_cores(Path(folder), 1).wall, on_cores(Path(folder), 2).wall) for _ in range(_PAIRS)]
    ratio = median(one / two for one, two in pairs)
    one, two = map(median, zip(*pairs, strict=True))
    return Row(name, ratio, two, one, (1.7, 1.9), unit="s")


def _up_to(size: int, files: Iterable[bytes]) -> Iterator[bytes]:
    left = size
    for data in files:
        if left <= 0:
            return
        yield data
        left -= len(data)


if __name__ == "__main__":
    main()
