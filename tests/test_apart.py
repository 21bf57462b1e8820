"""A reader that works apart costs one file at most: whatever it does, the others are read."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType

import pytest

from prepub_check import Checker, Config, Gap
from prepub_check import readers as readers_package
from prepub_check.config import Limits
from prepub_check.model import Document, Source
from prepub_check.readers import read
from prepub_check.readers.apart.memory import used_by_ps, used_memory
from prepub_check.readers.registry import Reader

VALUE = "身份证号110105199003078510"
HOME = str(Path(__file__).parents[1])
LIMITS = Limits(seconds=20, memory_mb=256)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="only here is memory held to a limit by the kernel"
)


@pytest.fixture(autouse=True)
def _misbehaving(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"text/plain": Reader("试验文件", (".txt",), "tests.documents.misbehaving")}
    monkeypatch.setattr(readers_package, "READERS", MappingProxyType(table))


def do(deed: str, limits: Limits = LIMITS) -> Document:
    return read(Source("附件.txt", deed.encode()), limits)


def said(deed: str, limits: Limits = LIMITS) -> str:
    document = do(deed, limits)
    assert document.gaps == ()
    return document.parts[0].text


def told(deed: str, limits: Limits = LIMITS) -> Gap:
    document = do(deed, limits)
    assert document.parts == ()
    (gap,) = document.gaps
    return gap


@pytest.mark.parametrize(
    ("deed", "cause", "word"),
    [
        pytest.param("abort", "reader-crash", "异常退出", marks=POSIX),
        pytest.param("segfault", "reader-crash", "异常退出", marks=POSIX),
        ("leave", "reader-crash", "异常退出"),
        pytest.param("grow", "reader-memory", "256 MB", marks=LINUX),
        pytest.param("grow-native", "reader-memory", "256 MB", marks=LINUX),
        pytest.param("demand", "reader-memory", "memory_mb", marks=LINUX),
        ("fail", "reader-failed", "ValueError"),
        ("panic", "reader-failed", "BaseException"),
        ("recurse", "reader-failed", "RecursionError"),
        ("refuse 损坏了，请另存", "damaged", "损坏了，请另存"),
    ],
)
def test_what_a_reader_breaks_is_a_gap_of_its_file_and_the_next_file_is_read(
    deed: str, cause: str, word: str
) -> None:
    gap = told(deed)
    assert (gap.path, gap.cause) == ("附件.txt", cause)
    assert word in gap.message
    assert "请" in gap.message
    assert said("say 各单位") == "各单位"


@pytest.mark.parametrize("deed", ["spin", "sleep 600", pytest.param("hold", marks=POSIX)])
def test_a_reader_that_hangs_is_ended_when_its_time_is_up(deed: str) -> None:
    said("say 各单位", Limits(seconds=1))
    started = time.monotonic()
    gap = told(deed, Limits(seconds=1))
    assert gap.cause == "reader-timeout"
    assert "1 秒" in gap.message
    assert 1 <= time.monotonic() - started < 10
    assert said("say 各单位") == "各单位"


@pytest.mark.parametrize("deed", ["fail", "panic", "refuse", "segfault"])
def test_no_failure_quotes_the_draft_unless_its_reader_says_so(deed: str) -> None:
    gap = told(f"{deed} {VALUE}")
    assert (VALUE in gap.message) == (deed == "refuse")


def test_what_a_library_prints_or_asks_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert said(f"print {VALUE}") == VALUE
    assert said("ask") == "读到0个字"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("end", ["sys.exit()", "said('abort')", "said('spin')", "os._exit(0)"])
def test_temporary_files_go_with_the_process(end: str, programs: list[subprocess.Popen[str]]) -> None:
    programs.append(start(f"print(said('litter'))\nLIMITS = Limits(seconds=1)\n{end}"))
    out, _ = programs[0].communicate(timeout=60)
    assert gone(int(out.split()[0]))
    assert not Path(out.split()[1]).exists()


def test_one_process_reads_one_file_after_another() -> None:
    assert len({said("pid") for _ in range(5)}) == 1
    assert said("pid") != str(os.getpid())


def test_a_file_is_not_blamed_for_what_an_earlier_one_broke() -> None:
    first = int(said("pid"))
    os.kill(first, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    assert int(said("pid")) != first


def test_threads_read_side_by_side() -> None:
    deeds = [f"say {number}" for number in range(40)]
    deeds[10] = "leave"
    deeds[20] = "fail"
    with ThreadPoolExecutor(8) as pool:
        documents = list(pool.map(do, deeds))
    read_as = [document.parts[0].text if document.parts else "" for document in documents]
    assert read_as == [deed.partition(" ")[2] for deed in deeds]


def test_a_hanging_file_does_not_hold_up_other_threads() -> None:
    hanging = threading.Thread(target=do, args=("sleep 5", LIMITS))
    hanging.start()
    started = time.monotonic()
    assert said("say 各单位") == "各单位"
    assert time.monotonic() - started < 4
    hanging.join()


def test_a_report_goes_on_past_a_crash() -> None:
    report = Checker(config=Config(limits=LIMITS)).check_bytes(b"leave", "a.txt")
    assert (report.verdict, [gap.cause for gap in report.gaps]) == ("review", ["reader-crash"])
    assert not report.coverage[0].complete


def test_memory_is_known_from_the_kernel_or_from_ps() -> None:
    ours = used_memory(os.getpid())
    assert sys.platform == "win32" or ours > 1 << 20
    if sys.platform != "win32":
        assert used_by_ps(os.getpid()) > 1 << 20
    assert used_memory(1 << 30) == 0


# What follows happens in a program of its own: it ends, is killed, or forks.
PROGRAM = """
import os, sys
from types import MappingProxyType
from prepub_check import readers
from prepub_check.config import Limits
from prepub_check.model import Source
from prepub_check.readers.registry import Reader

table = {"text/plain": Reader("试验文件", (".txt",), "tests.documents.misbehaving")}
readers.READERS = MappingProxyType(table)

LIMITS = Limits(seconds=30)

def said(deed):
    document = readers.read(Source("a.txt", deed.encode()), LIMITS)
    return document.parts[0].text if document.parts else document.gaps[0].cause

print(said("pid"), flush=True)
"""


MEANWHILE = (
    "import threading, time; threading.Thread(target=said, args=('{}',), daemon=True).start()\n"
    "time.sleep(0.5)"
)


# Whoever runs the tests in the background has their interrupts ignored, and hands that down.
INTERRUPTIBLE = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"


def start(rest: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-X", "dev", "-W", "error", "-c", INTERRUPTIBLE + PROGRAM + rest],
        env={**os.environ, "PYTHONPATH": HOME},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def gone(pid: int) -> bool:
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if "\nState:\tZ" in _status(pid):
            return True
        time.sleep(0.1)
    return False


def _status(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return ""


@pytest.fixture
def programs() -> Iterator[list[subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []
    yield started
    for program in started:
        program.kill()
        program.communicate()


@POSIX
@pytest.mark.parametrize(
    "rest",
    [
        "",
        "sys.exit(3)",
        "os._exit(3)",
        "os.abort()",
        "os.kill(os.getpid(), 9)",
        MEANWHILE.format("sleep 600"),
        MEANWHILE.format("spin") + "; os.kill(os.getpid(), 9)",
    ],
)
def test_no_reading_process_outlives_its_parent(rest: str, programs: list[subprocess.Popen[str]]) -> None:
    programs.append(start(rest))
    out, err = programs[0].communicate(timeout=60)
    assert gone(int(out.split()[0]))
    assert "Warning" not in err
    assert "Traceback" not in err


@POSIX
def test_a_forked_process_has_a_reader_of_its_own(programs: list[subprocess.Popen[str]]) -> None:
    programs.append(
        start(
            "child = os.fork()\n"
            "print(said('pid'), flush=True)\n"
            "if child: os.waitpid(child, 0); print(said('pid'), flush=True)\n"
        )
    )
    out, err = programs[0].communicate(timeout=60)
    pids = out.split()
    assert (len(pids), len(set(pids)), err) == (4, 2, "")
    assert pids[-1] == pids[0]
    assert all(gone(int(pid)) for pid in set(pids))


@POSIX
def test_an_interrupt_ends_the_reading_and_leaves_a_clean_start(
    programs: list[subprocess.Popen[str]],
) -> None:
    programs.append(
        start(
            "try:\n    print('begun', flush=True); said('sleep 600')\n"
            "except KeyboardInterrupt:\n    print(said('say again'))\n"
        )
    )
    assert programs[0].stdout is not None
    programs[0].stdout.readline()
    programs[0].stdout.readline()
    time.sleep(0.5)
    programs[0].send_signal(signal.SIGINT)
    out, err = programs[0].communicate(timeout=60)
    assert (out, err) == ("again\n", "")


def test_a_host_application_is_not_run_again(tmp_path: Path) -> None:
    host = tmp_path / "host.py"
    host.write_text("print('started')\n" + PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, host],
        env={**os.environ, "PYTHONPATH": HOME},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.count("started") == 1


def test_nothing_is_imported_from_the_folder_of_the_drafts(tmp_path: Path) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": HOME},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip().isdigit()


def test_what_a_reader_gives_travels_whole() -> None:
    document = do("say 各单位")
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 -- our own bytes
    assert str(document.parts[0].places.locate(1)) == "第 1 段"
