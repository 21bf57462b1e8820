"""Rescans on a Spark of our own: real executors, one of which is killed in the middle of a job."""

from __future__ import annotations

import gzip
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from threading import Event, Thread
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pyspark
import pytest

from prepub_check import Checker, Gap, SourceError
from prepub_check.config import Config, Limits
from prepub_check.key import load_key
from prepub_check.rescan.batch import read_batch, write_batch
from prepub_check.rescan.digest import content_digest, settings_digest
from prepub_check.rescan.examine import Examined, examine_page, leave_unexamined
from prepub_check.rescan.local import rescan
from prepub_check.rescan.page import Page
from prepub_check.rescan.sources import parquet, warc
from prepub_check.rescan.spark import run
from prepub_check.rescan.spark.folder import Folder, locate
from prepub_check.rescan.spark.session import open_session
from prepub_check.rescan.spark.summary import Summary
from prepub_check.rescan.state import begin_run, connect, finish_run, results

from .sources import record, wanted

pytestmark = [  # of pyspark: sockets that it leaves to be collected
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

IDS = ("11010519491231002X", "440524188001010014")
Row = tuple[Any, ...]


@pytest.fixture(autouse=True)
def spark_writes_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "spark"
    folder.mkdir()
    monkeypatch.setenv("SPARK_LOCAL_DIRS", str(folder))
    monkeypatch.chdir(folder)
    return folder


def make_page(number: int, text: str = "") -> Page:
    body = (
        f"关于第{number}号事项的公示"
        if number % 3
        else f"申请人身份证号{IDS[number % 2]}，电话138001{number:05}"
    )
    data = f"<html><body><p>{body}{text}</p></body></html>".encode()
    url = f"https://www.x.gov.cn/{number}.html"
    return Page(id=url, url=url, name=f"{number}.html", data=data)


def odd_table() -> pa.Table:
    """Rows without an id, without content, and with bytes that are no UTF-8 in a text."""
    content = f"身份证号{IDS[0]}".encode()
    odd = pa.Array.from_buffers(pa.string(), 1, pa.array(["通知".encode("gbk")], pa.binary()).buffers())
    ids = pa.concat_arrays([pa.array([None, "空", "好"]), odd])
    return pa.table({"page_id": ids, "content": [content, None, content, content]})


def read_odd() -> list[Page | Gap]:
    return list(read_batch(odd_table().combine_chunks().to_batches()[0]))


def write(folder: Path, pages: Sequence[Page], files: int = 2, *, odd: bool = False) -> Path:
    rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in range(files):
        pq.write_table(pa.Table.from_batches([write_batch(pages[file::files])]), folder / f"{file}.parquet")
    if odd:
        pq.write_table(odd_table(), folder / "+odd.parquet")
    return folder


def locally(items: Sequence[Page | Gap], checker: Checker) -> list[Row]:
    """The oracle: a plain loop over the pages."""
    return sorted(row for item in items for row in rows_of(item, checker))


def rows_of(item: Page | Gap, checker: Checker) -> Iterator[Row]:
    settings = settings_digest(checker)
    if isinstance(item, Page):
        examined = examine_page(item, checker)
        digest = content_digest(load_key(checker.config.folder), item.data, item.name)
        known = (item.id, item.url, digest, settings)
    else:
        examined, known = leave_unexamined(item.path, item), (item.path, "", "", settings)
    told = list(told_rows(known, examined))
    yield from told if isinstance(item, Page) else told[1:]


def told_rows(known: tuple[str, str, str, str], examined: Examined) -> Iterator[Row]:
    counts = any(row.counts for row in examined.rows)
    yield (*known, "page", 0, examined.verdict, "", "", counts, *[""] * 4)
    for ordinal, row in enumerate(examined.rows, 1):
        told = (row.code, row.severity, row.counts, row.fingerprint, row.place, row.shown, row.record)
        yield (*known, row.kind, ordinal, "", *told)


def committed(out: Path) -> list[Row]:
    newest = out / locate(str(out)).committed()[-1]
    return sorted(
        tuple("" if value is None else value for value in row.values())
        for row in pq.read_table(newest).to_pylist()
    )


def scan(source: Path, out: Path, checker: Checker) -> Summary:
    return run(str(source), checker, "local[2]", str(out))


def told(summary: Summary) -> tuple[int, int, int, int]:
    return summary.pages, summary.scanned, summary.unchanged, summary.gone


def test_each_run_scans_what_changed_and_gives_what_one_process_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checker, out, source = Checker(), tmp_path / "结果", tmp_path / "pages"
    pages = [make_page(number) for number in range(30)]
    with open_session("local[2]"):
        write(source, [*pages, pages[0]], odd=True)
        first = scan(source, out, checker)
        assert told(first) == (33, 33, 0, 0)
        assert committed(out) == locally([*pages, *read_odd()], checker)
        assert (first.verdicts, first.gaps) == ({"block": 13, "pass": 20}, {"missing-body": 1})
        assert str(first) == (
            "共 33 页：本次查了 33 页，没有变动而照抄结果 0 页；"
            f"没能检查 1 处，已不在来源里 0 页；结果在 file://{out}/run-000001"
        )

        assert told(scan(source, out, checker)) == (33, 0, 33, 0)
        assert committed(out) == locally([*pages, *read_odd()], checker)

        pages = [*pages[1:5], make_page(5, f"，身份证号{IDS[0]}"), *pages[6:], make_page(30)]
        write(source, pages)
        before = committed(out)
        with monkeypatch.context() as patch:
            patch.setattr(Folder, "commit", crash)
            with pytest.raises(InterruptedError):
                scan(source, out, checker)
        assert committed(out) == before
        assert told(scan(source, out, checker)) == (30, 2, 28, 4)
        assert committed(out) == locally(pages, checker)
        assert sorted(path.name for path in out.iterdir()) == ["run-000002", "run-000003"]

        assert told(scan(source, out, checker)) == (30, 0, 30, 0)
        assert committed(out) == locally(pages, checker)

        other = Checker(checker.rules, Config(folder=tmp_path))
        assert told(scan(source, out, other)) == (30, 30, 0, 0)
        assert committed(out) == locally(pages, other)


def crash(*_: object) -> None:
    raise InterruptedError


@pytest.fixture
def work() -> Iterator[Path]:
    """Where the workers of a local-cluster keep the logs of executors; there is no setting for it."""
    folder = Path(pyspark.__file__).parent / "work"
    before = set(folder.glob("*"))
    yield folder
    for made in set(folder.glob("*")) - before:
        rmtree(made)


def test_an_executor_that_is_killed_in_mid_job_changes_no_row(tmp_path: Path, work: Path) -> None:
    keeper = tmp_path / "keeper"
    keeper.mkdir()
    checker = Checker(config=Config(folder=keeper))
    key = load_key(keeper)
    rmtree(keeper)  # executors elsewhere have no such folder
    pages = [make_page(number, "，".join(["请予公示"] * 1500)) for number in range(240)]
    source, out = write(tmp_path / "pages", pages, files=24), tmp_path / "out"
    killer = Killer(out / ".staging/scanned", (tmp_path / "spark", work), key)
    killer.start()
    summary = run(str(source), checker, "local-cluster[2,1,1024]", str(out))
    killer.join()
    assert killer.struck.is_set()
    assert not killer.leaks
    assert told(summary) == (240, 240, 0, 0)
    assert committed(out) == locally(pages, checker) == with_state(source, tmp_path / "state", checker)
    assert not keeper.exists()


def with_state(source: Path, folder: Path, checker: Checker) -> list[Row]:
    """The rows of the engine of one machine."""
    with closing(connect(folder, new=True)) as connection:
        run = begin_run(connection, str(source), checker)
        rescan(parquet.pages(wanted(source)), checker, connection, run)
        finish_run(connection, run)
        return sorted(
            row
            for content, settings, kept in results(connection, run)
            for row in told_rows((kept.page_id, kept.page_id, content, settings), kept)
        )


class Killer(Thread):
    """Waits until the first part of a table is written, then kills one executor without a warning."""

    def __init__(self, staging: Path, written: Sequence[Path], key: bytes) -> None:
        super().__init__(daemon=True)
        self.staging, self.written, self.key = staging, written, key
        self.struck = Event()
        self.leaks: list[Path] = []

    def run(self) -> None:
        while not list(self.staging.rglob("*.parquet")):
            time.sleep(0.05)
        if not (self.staging / "_SUCCESS").exists():
            os.kill(executors()[0], signal.SIGKILL)
            self.struck.set()
        files = (path for folder in self.written for path in folder.rglob("*"))
        self.leaks = [path for path in files if self.key in content_of(path)]


def content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # a folder, or gone meanwhile
        return b""


def executors() -> list[int]:
    """The processes below this one that are executors of Spark."""
    parents = {int(path.name): parent_of(path) for path in Path("/proc").glob("[0-9]*")}
    return sorted(
        pid
        for pid in parents
        if is_below(pid, parents) and b"ExecutorBackend" in content_of(Path(f"/proc/{pid}/cmdline"))
    )


def is_below(pid: int, parents: dict[int, int]) -> bool:
    while pid in parents:
        pid = parents[pid]
        if pid == os.getpid():
            return True
    return False


def parent_of(process: Path) -> int:
    try:
        return int(process.joinpath("stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def test_warc_files_give_what_their_pages_give(tmp_path: Path) -> None:
    checker, out = Checker(), tmp_path / "out"
    sound, broken = tmp_path / "warc/a.warc.gz", tmp_path / "warc/b.warc"
    sound.parent.mkdir()
    captures = [gzip.compress(record(page.url, page.data)) for page in map(make_page, range(6))]
    sound.write_bytes(b"".join(captures))
    refused = make_page(8).url
    broken.write_bytes(
        record(refused, b"", status="500 Oops") + record(make_page(9).url, make_page(9).data)[:-9]
    )
    with open_session("local[2]"):
        summary = scan(sound.parent, out, checker)
        assert told(summary) == (6, 6, 0, 0)
        items = [item for file in (sound, broken) for item in warc.pages(wanted(file))]
        assert {item.path for item in items if isinstance(item, Gap)} >= {refused}
        assert committed(out) == locally(items, checker)
        assert told(scan(sound.parent, out, checker)) == (6, 0, 6, 0)
        assert committed(out) == locally(items, checker)


POISON = """
import os, signal, time
from prepub_check import Checker

class Poisonable(Checker):
    def __reduce__(self):
        return Poisonable, (self.rules, self.config)

    def check_bytes(self, data, name):
        if data == b"hang":
            time.sleep(1000)
        if data == b"crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        if data == b"raise":
            raise RuntimeError
        return super().check_bytes(data, name)
"""


def test_a_poisoned_page_costs_no_other_page_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "poison.py"
    module.write_text(POISON, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    checker = import_module("poison").Poisonable(config=Config(limits=Limits(seconds=1)))
    poisoned = [Page(id=name, name=name, data=name.encode()) for name in ("hang", "crash", "raise")]
    pages, out = [make_page(number) for number in range(6)], tmp_path / "out"
    source = write(tmp_path / "pages", [*pages[:3], *poisoned, *pages[3:]], files=1)
    with open_session("local[2]") as spark:
        spark.sparkContext.addPyFile(str(module))
        summary = scan(source, out, checker)
        assert told(summary) == (9, 9, 0, 0)
        assert summary.gaps == {"page-timeout": 1, "process-died": 1, "internal-error": 1}
        lost = [(row[0], row[7]) for row in committed(out) if row[4] == "gap"]
        assert lost == [("crash", "process-died"), ("hang", "page-timeout"), ("raise", "internal-error")]
        assert [row for row in committed(out) if row[0].startswith("http")] == locally(pages, checker)
        assert told(scan(source, out, checker)) == (9, 3, 6, 0)


@pytest.mark.parametrize(
    ("name", "named"), [("missing", "没有这个来源"), ("mixed", "既有 WARC"), ("s3://bucket/pages", "不能用")]
)
def test_a_source_that_spark_cannot_read_is_refused(tmp_path: Path, name: str, named: str) -> None:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    (mixed / "a.warc.gz").write_bytes(b"")
    (mixed / "a.html").write_bytes(b"")
    source = name if "://" in name else str(tmp_path / name)
    with pytest.raises(SourceError, match=named):
        run(source, Checker(), "local[1]", str(tmp_path / "out"))


def test_a_broken_file_fails_the_run_and_leaves_the_results(tmp_path: Path) -> None:
    source, out = write(tmp_path / "pages", [make_page(1)]), tmp_path / "out"
    (source / "2.parquet").write_bytes(b"PAR1 broken PAR1")
    with pytest.raises(SourceError, match="Spark 作业失败"):
        run(str(source), Checker(), "local[1]", str(out))
    assert not locate(str(out)).committed()


def test_a_table_without_the_columns_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"], "content": [b""]}), tmp_path / "pages.parquet")
    with pytest.raises(SourceError, match="page_id"):
        run(str(tmp_path / "pages.parquet"), Checker(), "local[1]", str(tmp_path / "out"))
