"""What is in an archive is checked like any other file, within the limits, whatever its name says."""

from __future__ import annotations

import gzip
import io
import os
import random
import stat
import struct
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import rarfile

from prepub_check import Checker, Config, Report
from prepub_check.config import Limits
from prepub_check.model import Document, Source
from prepub_check.readers import read

from .documents.archives import MAKERS, SINGLE, make_7z, make_rar, make_tar, make_zip

ID = "11010519491231002X"
DRAFT = f"申请人身份证号{ID}，请核实。\n".encode()
NAMES = ("附件/补贴名单.txt", "正文.html")
CHECKER = Checker()


def check(data: bytes, name: str = "a.zip", limits: Limits | None = None) -> Report:
    checker = CHECKER if limits is None else Checker(rules=CHECKER.rules, config=Config(limits=limits))
    return checker.check_bytes(data, name)


def members(document: Document) -> list[str]:
    return [member.name for member in document.members]


def causes(report: Report) -> list[tuple[str, str]]:
    return [(gap.path, gap.cause) for gap in report.gaps]


@pytest.mark.parametrize("kind", MAKERS)
def test_every_file_in_an_archive_is_checked_at_its_place(kind: str) -> None:
    name = f"a.{kind}"
    report = check(MAKERS[kind]({NAMES[0]: DRAFT, NAMES[1]: b"<html><p>" + DRAFT}), name)
    assert report.gaps == ()
    found = {(finding.location.path, finding.rule, str(finding.location)) for finding in report.findings}
    assert found == {
        (f"{name} › {NAMES[0]}", "personal.resident-id", "第 1 行第 8 列"),
        (f"{name} › {NAMES[1]}", "personal.resident-id", "第 1 行第 17 列"),
    }
    assert [coverage.path for coverage in report.coverage][1:] == [f"{name} › {inner}" for inner in NAMES]
    assert report.notices == ()


@pytest.mark.parametrize("kind", SINGLE)
def test_a_compressed_file_is_checked_under_its_own_name(kind: str) -> None:
    report = check(SINGLE[kind](DRAFT), f"通知.txt.{kind}")
    assert {finding.location.path for finding in report.findings} == {f"通知.txt.{kind} › 通知.txt"}


def test_a_gzip_file_remembers_the_name_it_had() -> None:
    packed = io.BytesIO()
    with gzip.GzipFile("名单.txt", "wb", fileobj=packed) as file:
        file.write(DRAFT)
    data = packed.getvalue().replace("名单.txt".encode("latin-1", "ignore"), b"")
    named = data[:3] + b"\x08" + data[4:10] + "名单.txt".encode("gbk") + b"\0" + data[10:]
    assert members(read(Source("a.gz", named))) == ["a.gz › 名单.txt"]


def test_archives_are_opened_within_archives() -> None:
    data = DRAFT
    for layer, kind in enumerate(("tar", "7z", "zip", "tgz")):
        data = MAKERS[kind]({f"{layer}.{('txt', 'tar', '7z', 'zip')[layer]}": data})
    report = check(data, "a.tgz")
    assert [finding.location.path for finding in report.findings] == ["a.tgz › 3.zip › 2.7z › 1.tar › 0.txt"]


def test_the_content_of_an_archive_tells_its_format() -> None:
    report = check(MAKERS["7z"]({"a.txt": DRAFT}), "a.zip")
    assert len(report.findings) == 1
    assert "后缀 .zip 与内容不符，内容是7z 压缩包" in report.notices[0]


def test_a_folder_called_word_makes_no_document_of_an_archive() -> None:
    document = read(Source("a.zip", make_zip({"word/": b"", "word/a.txt": DRAFT, "xl/b.txt": DRAFT})))
    assert (document.media_type, document.notices) == ("application/zip", ())


def test_names_and_comments_are_text_too() -> None:
    report = check(make_zip({f"申请人身份证号{ID}.txt": b"x"}, comment=DRAFT))
    assert {str(finding.location) for finding in report.findings} == {"内含文件的名称", "压缩包注释"}


def test_who_packed_a_tar_is_a_property() -> None:
    (part,) = (part for part in read(Source("a.tar", make_tar({"a": b"x"}, owner="zhangsan"))).parts[1:])
    assert (part.kind, part.text) == ("property", "打包用户：zhangsan\n")


TRICKS = {
    "../../etc/passwd.txt": "etc/passwd.txt",
    "..\\..\\启动\\a.txt": "启动/a.txt",
    "/abs/a.txt": "abs/a.txt",
    "C:\\Windows\\a.txt": "Windows/a.txt",
    "a/./../b.txt": "a/b.txt",
    "a\x1b[31m\u202etxt.exe": "a\ufffd[31m\ufffdtxt.exe",
    "a › b.txt": "a > b.txt",
    "名" * 300 + ".txt": "名" * 160 + "…" + "名" * 36 + ".txt",
    "..": "（没有名字）",
}


@pytest.mark.parametrize(("name", "shown"), TRICKS.items(), ids=range(len(TRICKS)))
@pytest.mark.parametrize("make", [make_zip, make_tar], ids=["zip", "tar"])
def test_a_name_leads_nowhere_and_hides_nothing(
    make: Callable[[Mapping[str, bytes]], bytes],
    name: str,
    shown: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    document = read(Source("a.x", make({name: DRAFT})))
    assert members(document) == [f"a.x › {shown}"]
    assert len(document.members[0].parts) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("make", [make_zip, make_7z])
def test_a_value_in_a_name_is_found_and_no_path_tells_it(
    make: Callable[[Mapping[str, bytes]], bytes],
) -> None:
    names = [f"张三11010519900307851{digit}.txt" for digit in "08"]
    report = check(make(dict.fromkeys(names, DRAFT) | {"13800138000.pdf": b"%PDF-1.4"}))
    assert "居民身份证号码" in {
        found.title for found in report.findings if "内含文件的名称" in str(found.location)
    }
    told = f"{[str(found.location) for found in report.findings]}{report.gaps}{report.coverage}"
    told += f"{report.notices}{[found.location.path for found in report.findings]}"
    assert not any(value in told for value in ("19900307", "13800138000"))
    assert len({coverage.path for coverage in report.coverage}) == 4


def test_files_of_one_name_are_told_apart() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", DRAFT)
        for _ in range(2):
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr("a.txt", DRAFT)
    document = read(Source("a.zip", packed.getvalue()))
    assert members(document) == ["a.zip › a.txt", "a.zip › a（2）.txt", "a.zip › a（3）.txt"]


def make_locked_zip() -> bytes:
    """Set the flag of encryption at the second of two files."""
    data = bytearray(make_zip({"a.txt": DRAFT, "b.txt": DRAFT}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rindex(sign) + at] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (make_locked_zip(), "b.txt", 1),
        (make_7z({"a.txt": DRAFT}, "密码"), "7z", 0),
        (make_7z({"a.txt": DRAFT}, "密码", header=True), "7z", 0),
        (make_rar({"a.txt": DRAFT}, 0x8004), "a.txt", 0),
    ],
    ids=["zip", "7z", "7z-header", "rar"],
)
def test_what_a_password_protects_is_told(data: bytes, name: str, found: int) -> None:
    report = check(data)
    (gap,) = report.gaps
    assert gap.cause == "encrypted"
    assert name in gap.message
    assert "密码" in gap.message
    assert len(report.findings) == found


def test_links_and_devices_are_told_and_not_followed() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in (
            ("软链", tarfile.SYMTYPE),
            ("硬链", tarfile.LNKTYPE),
            ("设备", tarfile.CHRTYPE),
            ("管道", tarfile.FIFOTYPE),
        ):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    link = zipfile.ZipInfo("软链")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as package:
        package.writestr(link, "/etc/passwd")
    for data, count in ((packed.getvalue(), 4), (zipped.getvalue(), 1)):
        document = read(Source("a", data))
        assert document.members == ()
        assert [notice for notice in document.notices if "没有跟随" in notice] == list(document.notices)
        assert len(document.notices) == count


NOISE = random.Random(5).randbytes(300_000)


@pytest.mark.parametrize("kind", [*MAKERS, *SINGLE])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
def test_an_archive_that_breaks_off_says_so(kind: str, share: float) -> None:
    files = {"一.txt": DRAFT, "二.bin": NOISE, "三.txt": DRAFT}
    data = MAKERS[kind](files) if kind in MAKERS else SINGLE[kind](DRAFT + NOISE)
    gaps = check(data[: int(len(data) * share)]).gaps
    assert "damaged" in {gap.cause for gap in gaps if gap.path == "a.zip"}


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_one_broken_file_does_not_hide_the_others(kind: str) -> None:
    data = MAKERS[kind]({"一.txt": DRAFT, "two.txt": b"x" * 2000, "三.txt": DRAFT})
    at = data.index(b"two.txt") + (len(b"two.txt") if kind == "zip" else 0)
    report = check(data[:at] + b"\xff\xff\xff" + data[at + 3 :])
    assert {finding.location.path for finding in report.findings} == {"a.zip › 一.txt", "a.zip › 三.txt"}
    assert "damaged" in {gap.cause for gap in report.gaps}


def test_nothing_hides_behind_the_end_of_a_tar() -> None:
    report = check(make_tar({"a.txt": b"x"}) + make_tar({"b.txt": DRAFT}), "a.tar")
    assert [finding.location.path for finding in report.findings] == ["a.tar › b.txt"]


def nest(depth: int) -> bytes:
    data = DRAFT
    for layer in range(depth):
        data = make_zip({"a.zip" if layer else "a.txt": data})
    return data


def test_depth_is_limited() -> None:
    assert len(check(nest(5)).findings) == 1
    report = check(nest(7))
    assert (report.findings, [gap.cause for gap in report.gaps]) == ((), ["too-deep"])


@pytest.mark.parametrize("kind", ["zip", "tar", "tgz", "7z", "rar"])
def test_the_number_of_files_is_limited(kind: str) -> None:
    report = check(MAKERS[kind]({f"{number}.txt": DRAFT for number in range(9)}), limits=Limits(members=4))
    assert len(report.findings) == 4
    assert [gap.cause for gap in report.gaps] == ["too-many"]


@pytest.mark.parametrize("kind", ["stored.zip", "tar", "tgz", "7z", "rar"])
def test_the_bytes_that_come_out_are_limited(kind: str) -> None:
    files = {"一.txt": DRAFT, "二.bin": os.urandom(1_100_000), "三.txt": DRAFT}
    report = check(MAKERS[kind](files), limits=Limits(unpacked_mb=1))
    assert [finding.location.path for finding in report.findings] == ["a.zip › 一.txt"]
    assert causes(report) == [("a.zip", "too-large")]
    assert "unpacked_mb" in report.gaps[0].message


def test_what_comes_out_of_all_archives_in_one_is_limited_together() -> None:
    inner = make_zip({f"{number}.bin": NOISE for number in range(3)}, zipfile.ZIP_STORED)
    limits = Limits(unpacked_mb=3)
    report = check(make_zip({f"{number}.zip": inner for number in range(9)}), limits=limits)
    assert "too-large" in {gap.cause for gap in report.gaps}


BIG = 300 << 20


def make_bomb(kind: str) -> bytes:
    if kind in SINGLE:
        return SINGLE[kind](bytes(BIG))
    return MAKERS[kind]({"bomb.txt": bytes(BIG)})


@pytest.mark.parametrize("kind", ["zip", "tgz", "txz", "7z", "gz", "xz", "bz2"])
def test_a_bomb_is_stopped_while_it_unpacks(kind: str) -> None:
    data = make_bomb(kind)
    started = time.monotonic()
    report = check(data)
    assert [gap.cause for gap in report.gaps] == ["compression-bomb"]
    assert time.monotonic() - started < 10


def test_a_file_of_zeros_that_is_not_large_is_no_bomb() -> None:
    report = check(make_zip({"a.bin": bytes(1 << 20)}))
    assert [gap.cause for gap in report.gaps] == ["binary"]


def test_a_zip_that_overlaps_itself_is_stopped() -> None:
    """Many directory entries that point to one and the same file, as in Fifield's bombs."""
    data = make_zip({"a.txt": os.urandom(200_000)}, zipfile.ZIP_STORED)
    start = data.index(b"PK\x01\x02")
    entry, end = data[start : data.index(b"PK\x05\x06")], data.index(b"PK\x05\x06")
    count = 4000
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, count * len(entry), start, 0)
    assert end
    report = check(data[:start] + entry * count + tail)
    assert {gap.cause for gap in report.gaps} & {"compression-bomb", "too-large", "damaged"}


def test_a_file_that_no_method_here_unpacks_is_told() -> None:
    data = bytearray(make_zip({"a.txt": DRAFT}))
    for sign, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = data.index(sign) + at
        data[place : place + 2] = (99).to_bytes(2, "little")
    assert causes(check(bytes(data))) == [("a.zip", "unsupported-compression")]


def test_a_name_in_the_extra_field_counts() -> None:
    raw, name = b"??.txt", "名单.txt".encode()
    info = zipfile.ZipInfo("??.txt")
    field = b"\1" + zlib.crc32(raw).to_bytes(4, "little") + name
    info.extra = struct.pack("<HH", 0x7075, len(field)) + field
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(info, DRAFT)
    assert members(read(Source("a.zip", packed.getvalue()))) == ["a.zip › 名单.txt"]


def test_a_rar_without_a_program_to_unpack_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A compressed entry cannot be made here: the method is changed, and the contents are noise."""
    assert rarfile.__version__
    monkeypatch.setenv("PATH", "/nonexistent")
    data = bytearray(make_rar({"a.txt": DRAFT}))
    at = data.index(b"\x1d\x30") + 1
    data[at] = 0x33
    start = data.index(b"\x74") - 2
    size = struct.unpack_from("<H", data, start + 5)[0]
    data[start : start + 2] = struct.pack("<H", zlib.crc32(data[start + 2 : start + size]) & 0xFFFF)
    (gap,) = check(bytes(data), limits=Limits(memory_mb=1000)).gaps
    assert (gap.cause, "unar" in gap.message) == ("missing-tool", True)


def test_zip64_is_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive, archive.open("a.txt", "w", force_zip64=True) as file:
        file.write(DRAFT)
    assert len(check(packed.getvalue()).findings) == 1
