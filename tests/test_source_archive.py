"""A zip or tar as a source: every member a page, whatever its name, and what does not come out told."""

from __future__ import annotations

import io
import random
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from prepub_check import Config
from prepub_check.config import Limits
from prepub_check.model import Gap
from prepub_check.rescan.page import Page
from prepub_check.rescan.sources import archive

from .sources import wanted

HTML = (
    '<html><head><meta charset="gb2312"><meta name="ArticleTitle" content="低保名单">'
    '<META NAME="PubDate" CONTENT="2019-05-06 10:20"><meta name="ContentSource" content="民政局">'
    "<title>首页</title></head><body>内容</body></html>"
).encode("gb2312")
CONTENT = {"2019/一.html": HTML, "2019/附件/名单.txt": "名单".encode()}
Pack = Callable[[Path, Mapping[str, bytes]], None]


def make_zip(path: Path, files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)


def make_gbk_zip(path: Path, files: Mapping[str, bytes]) -> None:
    """Write names as Chinese programs do: in GBK, without a flag that says so."""
    stand_ins = {name: "x" * len(name.encode("gbk")) for name in files}
    make_zip(
        path, {f"{stand_ins[name][2:]}{number:02}": data for number, (name, data) in enumerate(files.items())}
    )
    data = path.read_bytes()
    for number, name in enumerate(files):
        data = data.replace(f"{stand_ins[name][2:]}{number:02}".encode(), name.encode("gbk"))
    path.write_bytes(data)


def tar_maker(mode: str, encoding: str = "utf-8") -> Pack:
    def make(path: Path, files: Mapping[str, bytes]) -> None:
        with tarfile.open(path, mode, format=tarfile.GNU_FORMAT, encoding=encoding) as package:  # type: ignore[call-overload]
            for name, data in files.items():
                header = tarfile.TarInfo(name)
                header.size = len(data)
                package.addfile(header, io.BytesIO(data))

    return make


MAKERS = {
    "zip": make_zip, "zip gbk": make_gbk_zip, "tar": tar_maker("w"), "tar gbk": tar_maker("w", "gbk"),
    "tar.gz": tar_maker("w:gz"), "tar.bz2": tar_maker("w:bz2"), "tar.xz": tar_maker("w:xz"),
}  # fmt: skip


def items_in(path: Path, limits: Limits | None = None) -> list[Page | Gap]:
    return list(archive.pages(wanted(path, Config(limits=limits or Limits()))))


def told(items: list[Page | Gap]) -> list[tuple[str, str]]:
    return [(item.path, item.cause) if isinstance(item, Gap) else (item.id, "page") for item in items]


@pytest.mark.parametrize("kind", MAKERS)
def test_every_member_is_a_page_by_its_path(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mirror"
    MAKERS[kind](path, CONTENT)
    items = items_in(path)
    assert [(page.id, page.name, page.data) for page in items if isinstance(page, Page)] == [
        (name, name.rpartition("/")[2], data) for name, data in CONTENT.items()
    ]
    assert isinstance(items[0], Page)
    assert (items[0].title, items[0].published, items[0].unit) == ("低保名单", "2019-05-06", "民政局")


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_that_lead_out_are_made_harmless_and_distinct(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    files = {
        "../../etc/a.txt": b"1",
        "/etc/a.txt": b"2",
        "C:\\etc\\a.txt": b"3",
        "11010519491231002X.txt": b"4",
    }
    MAKERS[kind](path, files)
    assert told(items_in(path)) == [
        ("etc/a.txt", "page"), ("etc/a（2）.txt", "page"), ("etc/a（3）.txt", "page"),
        ("11*************02X.txt", "page"),
    ]  # fmt: skip
    assert sorted(entry.name for entry in tmp_path.rglob("*")) == ["a"]


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_a_member_beyond_the_limit_is_a_gap(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    MAKERS[kind](path, {"big.txt": bytes(2 << 20), "small.txt": b"1"})
    assert told(items_in(path, Limits(unpacked_mb=1))) == [("big.txt", "too-large"), ("small.txt", "page")]


def test_a_locked_or_broken_member_of_a_zip_is_a_gap(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    make_zip(path, {"a.txt": b"a" * 99, "b.txt": b"b" * 99, "c.txt": b"c" * 99})
    data = bytearray(path.read_bytes())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + flags] |= 1
    second = data.find(b"b.txt")
    data[second + 5] ^= 0xFF
    path.write_bytes(data)
    assert told(items_in(path)) == [("a.txt", "encrypted"), ("b.txt", "damaged"), ("c.txt", "page")]


def test_links_are_told_and_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as package:
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        package.addfile(link)
    make_zip(tmp_path / "a.zip", {"passwd": b"/etc/passwd"})
    package_bytes = bytearray((tmp_path / "a.zip").read_bytes())
    central = package_bytes.find(b"PK\x01\x02")
    package_bytes[central + 38 : central + 42] = (0o120777 << 16).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(package_bytes)
    assert told(items_in(path)) == told(items_in(tmp_path / "a.zip")) == [("passwd", "link")]


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "tar.xz"])
def test_an_archive_that_breaks_off_says_that_pages_may_be_missing(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mirror"
    MAKERS[kind](path, {f"{n}.txt": str(n).encode() * 900 for n in range(50)})
    path.write_bytes(path.read_bytes()[:-600] if kind == "tar" else path.read_bytes()[:-60])
    *_, last = items_in(path)
    assert isinstance(last, Gap)
    assert (last.path, last.cause, last.partial) == ("mirror", "damaged", True)


@pytest.mark.parametrize("kind", MAKERS)
def test_no_damage_makes_it_raise(tmp_path: Path, kind: str) -> None:
    chance = random.Random(7)
    path = tmp_path / "mirror"
    MAKERS[kind](path, CONTENT)
    whole = path.read_bytes()
    for _ in range(100):
        data, at = bytearray(whole), chance.randrange(len(whole))
        data[at : at + chance.randrange(60)] = chance.randbytes(chance.randrange(60))
        path.write_bytes(data)
        assert all(isinstance(item, Page | Gap) for item in items_in(path))
