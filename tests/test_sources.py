"""SOURCE on the command line: which kind of source a word leads to, and how it is shown."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from prepub_check.errors import SourceError
from prepub_check.rescan.sources import SOURCES, kind_of, pages_of
from prepub_check.rescan.sources.masking import hide_password

from .sources import wanted

FILES = {
    "mirror": ["a/1.html", "2.warc.gz"],
    "warcs": ["2024/1.warc.gz", "2.WARC", ".part.crc"],
    "table": ["part-0.parquet", "_SUCCESS", "_temporary/0/x", "year=2024/part-1.parquet"],
    "empty": [".keep"],
    ".": ["a.zip", "a.tar.gz", "a.warc", "a.parquet", "a.html"],
}


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("mirror", "directory"), ("warcs", "warc"), ("table", "parquet"), ("empty", "directory"),
        ("a.zip", "archive"), ("a.tar.gz", "archive"), ("a.warc", "warc"), ("a.parquet", "parquet"),
        ("a.html", None), ("no-such.zip", None), ("no-such.warc", None),
        ("https://a.gov.cn/sitemap.xml", "site"), ("HTTP://a.gov.cn", "site"),
        ("sqlite:///site.db", "database"), ("postgresql+psycopg://reader@db/site", "database"),
    ],
)  # fmt: skip
def test_a_word_leads_to_one_kind_of_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, name: str | None
) -> None:
    for folder, files in FILES.items():
        for file in files:
            path = tmp_path / folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    monkeypatch.chdir(tmp_path)
    assert kind_of(where) == (SOURCES[name] if name else None)


@pytest.mark.parametrize(
    ("name", "module", "library"),
    [("warc", "warc", "fastwarc.warc"), ("parquet", "parquet", "pyarrow"), ("site", "site", "httpx"),
     ("database", "database", "sqlalchemy")],
)  # fmt: skip
def test_a_library_that_is_not_installed_is_told_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str, library: str
) -> None:
    package = "prepub_check.rescan.sources"
    for known in [
        known for known in sys.modules if known.startswith((f"{package}.{module}", f"{package}.records"))
    ]:
        monkeypatch.delitem(sys.modules, known)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SourceError, match=rf"pip install \"prepub-check\[{name}\]\""):
        pages_of(SOURCES[name], wanted("."))


@pytest.mark.parametrize(
    "where",
    [
        "https://reader:s3cret@a.gov.cn/", "http://a.gov.cn/?access_token=s3cret&b=1",
        "postgresql+psycopg://reader:p@s3cret@db/site", "mysql://db/site?user=a&password=s3cret",
        "postgresql://reader:a/s3cret@db/site?sslmode=require",
    ],
)  # fmt: skip
def test_no_password_is_shown(where: str) -> None:
    assert "s3cret" not in hide_password(where)
