"""Rescan the same Parquet pages on Spark and in a pool: ``python -m benchmarks.rescan.spark``."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

import click
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.speed.prose import documents
from prepub_check import Checker
from prepub_check.rescan.arrow import scan_batch
from prepub_check.rescan.batch import write_batch
from prepub_check.rescan.page import Page
from prepub_check.rescan.spark import run
from prepub_check.rescan.spark.session import open_session

_ROWS: Final = 200
_GROUPS_EACH: Final = 5


@click.command()
@click.option("--pages", default=20_000, show_default=True, help="How many pages are made.")
@click.option("--seed", default=20261126, show_default=True, help="Which pages are made.")
@click.option("--processes", default=2, show_default=True, help="Of the pool, and of Spark on this machine.")
def main(pages: int, seed: int, processes: int) -> None:
    """Print pages a second of both, and their ratio; Spark is aimed at 0.8 of the pool or better."""
    with tempfile.TemporaryDirectory() as folder:
        source, checker = Path(folder, "pages"), Checker()
        _write(source, pages, seed)
        pooled = _seconds(partial(_pool, source, Path(folder, "pool"), processes))
        master = f"local[{processes}]"
        start = time.perf_counter()
        with open_session(master):
            started = time.perf_counter() - start
            whole = partial(run, str(source), checker, master, str(Path(folder, "spark")))
            first, again = _seconds(whole), _seconds(whole)
    click.echo(f"pool of {processes}: {pooled:.1f} s, {pages / pooled:.0f} pages/s")
    click.echo(f"Spark {master}: start {started:.1f} s, run {first:.1f} s, {pages / first:.0f} pages/s")
    click.echo(f"Spark, nothing changed: {again:.1f} s, {pages / again:.0f} pages/s")
    click.echo(f"ratio of pages/s, Spark to pool, without the start: {pooled / first:.2f} (aim 0.8)")


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def _write(folder: Path, count: int, seed: int) -> None:
    folder.mkdir()
    made = iter(_pages(count, seed))
    number = 0
    while portion := list(islice(made, _ROWS * _GROUPS_EACH)):
        table = pa.Table.from_batches([write_batch(portion)])
        pq.write_table(table, folder / f"{number:05}.parquet", row_group_size=_ROWS)
        number += 1


def _pages(count: int, seed: int) -> Iterator[Page]:
    """Give web pages with a paragraph a line, each with an address of its own."""
    for number, text in enumerate(islice(documents(1 << 50, seed), count)):
        url = f"https://www.example.gov.cn/{number}.html"
        body = "".join(f"<p>{line}</p>\n" for line in text.split("\n"))
        html = f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'
        yield Page(id=url, url=url, name=f"{number}.html", data=html.encode())


def _pool(source: Path, out: Path, processes: int) -> None:
    out.mkdir()
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(partial(_scan_file, out), sorted(source.iterdir())))


def _scan_file(out: Path, file: Path) -> None:
    batches = pq.ParquetFile(file).iter_batches(_ROWS)
    pq.write_table(pa.Table.from_batches([scan_batch(batch) for batch in batches]), out / file.name)


if __name__ == "__main__":
    main()
