"""The command: ``python -m benchmarks.rescan``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Final

import click

from . import cost
from .brute import differing
from .pages import write_pages
from .publish import Row, publish
from .rules import write_rule
from .runs import Site, run_through_kills

_FEWER: Final = 10
_FASTER: Final = 50
_KILLED: Final = 400
# Ten times the pages may take so many times the memory: what a process holds varies a little.
_FLAT: Final = 1.2


@click.command()
@click.option("--pages", default=10_000, show_default=True, help="How many pages the site has.")
@click.option("--kills", default=0, show_default=True, help="How many runs over a smaller site are killed.")
@click.option("--seed", default=20261126, show_default=True, help="Which pages are made.")
@click.option("--publish", "page", is_flag=True, help="Write docs/rescan.md.")
def main(pages: int, kills: int, seed: int, *, page: bool) -> None:
    """Rescan a made-up site: at first, unchanged, and changed; each result is held against a plain loop."""
    rows = []
    for row in chain(_runs(pages, seed), _kills(kills, seed) if kills else ()):
        click.echo(str(row))
        rows.append(row)
    kinds, rules = cost.kinds(seed), cost.by_rules(seed)
    for kind in kinds:
        click.echo(f"{kind.name}: {kind.kilobytes:.1f} kB, {kind.rate:.0f} pages a core-second")
    for count, rate in rules:
        click.echo(f"{count} rules: {rate:.0f} pages a core-second")
    if page:
        publish(rows, kinds, rules, seed)


def _runs(pages: int, seed: int) -> Iterator[Row]:
    small = pages // _FEWER
    with tempfile.TemporaryDirectory() as folder:
        site = _site(Path(folder), small, seed)
        fewer = site.run("fewer")
        yield Row("first, a tenth", fewer.wall, small, fewer.megabytes)
        write_pages(site.tree, iter(range(small, pages)), seed)
        first = site.run("state")
        flat = first.megabytes <= _FLAT * fewer.megabytes
        yield Row("first", first.wall, pages, first.megabytes, passed=flat)
        yield _compared(site, pages, "first, by brute force")
        again = site.run("state")
        ratio = first.wall / again.wall
        told = f"是第一次的 {ratio:.0f} 倍快"
        yield Row("unchanged", again.wall, pages, again.megabytes, told, passed=ratio >= _FASTER)
        write_pages(site.tree, iter(range(0, pages, 100)), seed, version=1)
        write_rule(site.rules, 1)
        changed = site.run("state")
        yield Row("changed", changed.wall, pages, changed.megabytes)
        yield _compared(site, pages, "changed, by brute force")


def _compared(site: Site, pages: int, name: str) -> Row:
    with ProcessPoolExecutor(1) as apart:  # the memory it takes would pass for that of the next run
        found, wrong = apart.submit(differing, site, "state").result()
    return Row(name, 0, pages, 0, f"{found} 行，{wrong} 页不同", passed=not wrong)


def _kills(kills: int, seed: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        site = _site(Path(folder), _KILLED, seed)
        whole = site.run("whole")
        met = run_through_kills(site, "killed", kills, whole.wall, seed)
        told = f"杀 {kills} 次，{met} 次正在运行；接着查完，每次的结果表都与没有中断的相同"
        yield Row("killed", whole.wall, _KILLED, whole.megabytes, told, passed=True)


def _site(root: Path, pages: int, seed: int) -> Site:
    site = Site(root)
    site.config.write_text("", encoding="utf-8")
    write_rule(site.rules, 0)
    write_pages(site.tree, iter(range(pages)), seed)
    return site


if __name__ == "__main__":
    main()
