"""What a plain loop finds in a site, and where a state says something else."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from typing import Any

from prepub_check import Checker, load_config, load_rules
from prepub_check.rescan.state import connect, latest_run, results

from .runs import Site

Table = dict[str, tuple[Any, ...]]


def table(state: Path) -> Table:
    """Give all that a state says of its last run, which must be finished."""
    with closing(connect(state, new=False)) as connection:
        run = latest_run(connection)
        if run is None or not run.finished:
            raise AssertionError(f"{state}: not finished")
        return {
            page.page_id: (*digests, page.verdict, page.rows) for *digests, page in results(connection, run)
        }


def differing(site: Site, state: str) -> tuple[int, int]:
    """Check every file in a plain loop, and count the findings and the pages of which the state differs."""
    kept = {
        page: (verdict, tuple((row.kind, row.code, row.fingerprint, row.place, row.shown) for row in rows))
        for page, (_, _, verdict, rows) in table(site.root / state).items()
    }
    files = sorted(file for file in site.tree.rglob("*") if file.is_file())
    with ProcessPoolExecutor() as pool:
        plain = dict(pool.map(partial(_check, site.rules, site.config), files, chunksize=64))
    by_page = {file.relative_to(site.tree).as_posix(): found for file, found in plain.items()}
    wrong = sum(kept.get(page) != by_page.get(page) for page in kept.keys() | by_page.keys())
    return sum(len(rows) for _, rows in by_page.values()), wrong


def _check(rules: Path, config: Path, file: Path) -> tuple[Path, tuple[str, tuple[Any, ...]]]:
    report = _checker(rules, config).check_bytes(file.read_bytes(), file.name)
    findings = (
        ("finding", item.rule, item.fingerprint, str(item.location), item.shown) for item in report.findings
    )
    gaps = (("gap", gap.cause, "", gap.part, gap.message) for gap in report.gaps)
    return file, (report.verdict, (*findings, *gaps))


@cache
def _checker(rules: Path, config: Path) -> Checker:
    return Checker(load_rules((rules,), examples=False), load_config(config))
