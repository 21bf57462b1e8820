"""The same pages from every kind of source give the same findings, through the real command."""

from __future__ import annotations

import gzip
import json
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from .sources import record

HEAD = "<html><head><meta charset='{}'><meta name='ArticleTitle' content='低保公示'></head><body>"
LEAK = "<p>申请人李小明，身份证号11010519491231002X，手机13800138000。</p>"
PAGES = {
    "公示/1.html": (HEAD.format("utf-8") + LEAK).encode(),
    "公示/2.html": (HEAD.format("gb2312") + "<p>联系手机：13900139000</p>").encode("gb2312"),
    "clean.html": (HEAD.format("utf-8") + "<p>依法公开。</p>").encode(),
    "名单.txt": "密级：机密★10年\n".encode("gb18030"),
}  # fmt: skip
DATABASE = """
[rescan.database]
table = "articles"
id = "id"
body = "body"
"""


def folder(place: Path, pages: Mapping[str, bytes]) -> Path:
    for name, data in pages.items():
        file = place / "tree" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return place / "tree"


def archive(place: Path, pages: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(place / "pages.zip", "w") as package:
        for name, data in pages.items():
            package.writestr(name, data)
    return place / "pages.zip"


def web_archive(place: Path, pages: Mapping[str, bytes]) -> Path:
    records = (record(f"http://www.example.gov.cn/{name}", data) for name, data in pages.items())
    (place / "pages.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    return place / "pages.warc.gz"


def parquet(place: Path, pages: Mapping[str, bytes]) -> Path:
    names = list(pages)
    table = {"page_id": names, "name": [Path(name).name for name in names], "content": list(pages.values())}
    pq.write_table(pa.table(table), place / "pages.parquet")
    return place / "pages.parquet"


def rescan(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "prepub_check", "rescan", *words]
    return subprocess.run(command, cwd=place, capture_output=True, check=False, encoding="utf-8")


def findings(place: Path) -> list[tuple[str, str, str, str]]:
    """Give file name, rule, place and fingerprint of each finding that the state in a folder has."""
    told = rescan(place, "report", "--state", "state", "--format", "jsonl").stdout.splitlines()
    lines = [line for line in map(json.loads, told) if line["type"] == "finding"]
    assert {line["page"]["title"] for line in lines} <= {"低保公示", ""}
    return sorted(
        (
            line["page"]["id"].rpartition("/")[2],
            line["finding"]["rule"],
            line["finding"]["location"]["text"],
            line["finding"]["fingerprint"],
        )
        for line in lines
    )


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, str, str, str]]]:
    place = tmp_path_factory.mktemp("folder")
    (place / "prepub.toml").write_text(DATABASE, encoding="utf-8")
    done = rescan(place, str(folder(place, PAGES)), "--state", "state")
    assert done.returncode == 1, done.stderr
    found = findings(place)
    assert {name for name, *_ in found} == {"1.html", "2.html", "名单.txt"}
    return place, found


@pytest.mark.parametrize("make", [archive, web_archive, parquet])
def test_pages_give_the_same_findings_from_every_source(
    tmp_path: Path,
    expected: tuple[Path, list[tuple[str, str, str, str]]],
    make: Callable[[Path, Mapping[str, bytes]], Path],
) -> None:
    origin, found = expected
    for name in ("prepub.toml", ".prepub.key"):
        (tmp_path / name).write_bytes((origin / name).read_bytes())
    source = str(make(tmp_path, PAGES))
    assert rescan(tmp_path, source, "--state", "state").returncode == 1
    assert findings(tmp_path) == found
    again = rescan(tmp_path, source, "--state", "state")
    assert "本次查了 0 页，没有变动而略过 4 页" in again.stdout


def test_a_database_gives_the_findings_of_its_pages(tmp_path: Path) -> None:
    (tmp_path / "prepub.toml").write_text(DATABASE, encoding="utf-8")
    with sqlite3.connect(tmp_path / "site.db") as database:
        database.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY, body TEXT)")
        database.executemany("INSERT INTO articles (body) VALUES (?)", [(LEAK,), ("<p>依法公开。</p>",)])
    done = rescan(tmp_path, "sqlite:///site.db", "--state", "state")
    assert done.returncode == 1, done.stderr
    assert {rule for _, rule, _, _ in findings(tmp_path)} >= {"personal.resident-id", "personal.mobile"}
    assert b"13800138000" not in b"".join(file.read_bytes() for file in (tmp_path / "state").iterdir())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["x", "--engine", "spark", "--state", "s"], "--engine spark 要写 --out"),
        (["x", "--engine", "spark"], "--engine spark 要写 --out"),
        (["x"], "本机复查要写 --state"),
        (["x", "--state", "s", "--out", "o"], "不写 --master 和 --out"),
        (["x", "--state", "s", "--master", "local"], "不写 --master 和 --out"),
    ],
)
def test_each_engine_has_its_own_place_for_results(tmp_path: Path, words: list[str], told: str) -> None:
    done = rescan(tmp_path, *words)
    assert (done.returncode, told in done.stderr) == (2, True)


def test_spark_is_an_engine_of_the_same_command(tmp_path: Path) -> None:
    source = parquet(tmp_path, PAGES)
    words = ["--engine", "spark", "--master", "local[1]", str(source), "--out", str(tmp_path / "results")]
    done = rescan(tmp_path, *words)
    assert done.returncode == 1, done.stderr
    assert "共 4 页：本次查了 4 页" in done.stdout
    assert "13800138000" not in done.stdout + done.stderr
    rows = pq.read_table(tmp_path / "results" / "run-000001").to_pylist()
    assert {row["page_id"] for row in rows if row["kind"] == "page"} == set(PAGES)
