"""No package does harm, and what cannot be read of one is told while the rest is read."""

from __future__ import annotations

import random
import struct
import time
import tracemalloc
import warnings
import zipfile
from io import BytesIO

import pytest

from prepub_check.config import Limits
from prepub_check.model import Document, Source
from prepub_check.readers import read

from .documents import sheets, slides
from .documents.parts import pack, unpack
from .documents.word import by_hand, docx, paragraph, part

MARK = "机密乙丙"
GOOD = docx(paragraph(MARK))


def causes(document: Document) -> list[str]:
    return [gap.cause for each in document.walk() for gap in each.gaps]


def body(document: Document) -> str:
    return "\n".join(part.text for part in document.parts if part.kind == "body")


DECLARED = [
    f'<!DOCTYPE w [<!ENTITY a "{"x" * 99}">]><w:document xmlns:w="urn:w"><w:p>&a;</w:p></w:document>',
    '<?xml version="1.0"?><!-- x --><!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>',
    '\n<!DOCTYPE w [<!ENTITY % a SYSTEM "http://example.cn/x">%a;]><w/>',
    '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>',
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("markup", DECLARED)
def test_a_part_that_declares_entities_is_refused_and_the_others_are_read(markup: str, encoding: str) -> None:
    document = read(Source("a.docx", docx(paragraph(MARK), {"word/footnotes.xml": markup.encode(encoding)})))
    assert causes(document) == ["entity-declaration"]
    assert document.gaps[0].part == "word/footnotes.xml"
    assert body(document) == MARK


def test_a_sheet_that_declares_entities_is_refused() -> None:
    parts = unpack(sheets.xlsx("<sheetData/>"))
    parts["xl/worksheets/sheet1.xml"] = DECLARED[0].encode()
    assert causes(read(Source("a.xlsx", pack(parts)))) == ["entity-declaration"]


def test_utf_16_markup_is_read() -> None:
    markup = unpack(GOOD)["word/document.xml"].decode()
    data = pack(
        {
            **unpack(GOOD),
            "word/document.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + markup).encode("utf-16"),
        }
    )
    assert body(read(Source("a.docx", data))) == MARK


@pytest.mark.parametrize("cut", [b"</w:document>", b"</w:p></w:body></w:document>", b"</w:body>"])
def test_bad_markup_costs_what_follows_it_only(cut: bytes) -> None:
    parts = unpack(docx(paragraph(MARK), {"word/header1.xml": part("w:hdr", paragraph("页眉甲"))}))
    parts["word/document.xml"] = parts["word/document.xml"].replace(cut, b"<&")
    document = read(Source("a.docx", pack(parts)))
    assert causes(document) == ["damaged"]
    assert (document.gaps[0].part, document.gaps[0].partial) == ("word/document.xml", True)
    assert body(document) == MARK
    assert "页眉甲" in [part.text for part in document.parts]


def test_a_truncated_package_is_read_as_far_as_it_goes() -> None:
    whole = docx(
        paragraph(MARK), {"word/zz.xml": part("w:hdr", "".join(map(paragraph, map(str, range(5000)))))}
    )
    document = read(Source("a.docx", whole[: len(whole) - len(whole) // 3]))
    assert "damaged" in causes(document)
    assert body(document) == MARK
    assert "0\n1\n2" in next(part.text for part in document.parts if part.kind == "header")


def test_a_streamed_package_without_its_directory_is_read() -> None:
    file = Unseekable()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in unpack(GOOD).items():
            package.writestr(name, data)
    data = file.getvalue()
    document = read(Source("a.docx", data[: data.index(b"PK\x01\x02")]))
    assert (causes(document), body(document)) == (["damaged"], MARK)


class Unseekable(BytesIO):
    """A file that cannot go back, so that sizes come after the data."""

    def seekable(self) -> bool:
        return False

    def tell(self, *_: object) -> int:
        raise OSError


def test_a_bomb_is_told_and_takes_no_memory() -> None:
    data = pack({**unpack(GOOD), "word/bomb.xml": b"<a>" + b" " * (300 << 20) + b"</a>"})
    tracemalloc.start()
    started = time.perf_counter()
    document = read(Source("a.docx", data), Limits(unpacked_mb=64))
    assert time.perf_counter() - started < 10
    assert tracemalloc.get_traced_memory()[1] < 200 << 20
    tracemalloc.stop()
    assert (causes(document), body(document)) == (["too-large"], MARK)
    assert document.gaps[0].part == "word/bomb.xml"


def test_all_parts_together_keep_within_the_limit() -> None:
    noise = b"<a>" + random.Random(1).randbytes(1 << 19).hex().encode() + b"</a>"
    parts: dict[str, str | bytes] = {f"word/{number}.xml": noise for number in range(9)}
    document = read(Source("a.docx", docx(paragraph(MARK), parts)), Limits(unpacked_mb=4))
    assert set(causes(document)) == {"too-large"}
    assert body(document) == MARK


def test_too_many_parts_are_told() -> None:
    parts: dict[str, str | bytes] = {f"word/{number}.xml": "<a/>" for number in range(99)}
    document = read(Source("a.docx", docx(paragraph(MARK), parts)), Limits(members=50))
    assert (causes(document), body(document)) == (["too-large"], MARK)


def test_entries_that_share_bytes_are_refused() -> None:
    directory = GOOD.index(b"PK\x01\x02")
    end = GOOD.index(b"PK\x05\x06")
    entry = GOOD[GOOD.rindex(b"PK\x01\x02") : end]
    tail = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, 53, 53, end - directory + 50 * len(entry), directory, 0
    )
    document = read(Source("a.docx", GOOD[:end] + entry * 50 + tail))
    assert causes(document) == ["too-large"]


@pytest.mark.parametrize("offset", [14, 18, 22])
def test_sizes_and_sums_that_lie_are_told_and_the_part_is_read(offset: int) -> None:
    at = GOOD.rindex(b"PK\x01\x02") + offset + 2
    data = GOOD[:at] + struct.pack("<I", struct.unpack_from("<I", GOOD, at)[0] - 3) + GOOD[at + 4 :]
    document = read(Source("a.docx", data))
    assert causes(document) == ["damaged"]
    assert MARK in body(document) or offset == 18


def test_an_encrypted_part_is_told() -> None:
    at = GOOD.rindex(b"PK\x01\x02") + 8
    document = read(Source("a.docx", GOOD[:at] + b"\x01" + GOOD[at + 1 :]))
    assert causes(document) == ["encrypted"]


def test_parts_of_the_same_name_are_all_read() -> None:
    file = BytesIO(GOOD)
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(file, "a") as package:
        package.writestr("word/document.xml", unpack(docx(paragraph("第二份")))["word/document.xml"])
    document = read(Source("a.docx", file.getvalue()))
    assert {part.text for part in document.parts if part.kind == "body"} == {MARK, "第二份"}
    assert "包内有同名的部件 word/document.xml" in document.notices[0]


@pytest.mark.parametrize("name", ["../../word/evil.xml", "/word/evil.xml", "word\\evil.xml"])
def test_names_that_lead_out_of_the_package_are_told_and_harmless(name: str) -> None:
    document = read(Source("a.docx", docx(paragraph(MARK), {name: part("w:hdr", paragraph("甲"))})))
    assert "上级路径或反斜杠" in document.notices[0]
    assert "甲" in [part.text for part in document.parts]
    assert not any(".." in member.name for member in document.members)


def test_names_in_gbk_are_read() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in {**unpack(GOOD), "word/media/AAAA.txt": "甲".encode()}.items():
            package.writestr(name, data)
    data = file.getvalue().replace(b"AAAA", "附件".encode("gbk"))
    (member,) = read(Source("a.docx", data)).members
    assert member.name == "a.docx › word/media/附件.txt"


def test_markup_too_deep_to_walk_costs_its_part_only() -> None:
    deep = part("w:hdr", "<w:sdt>" * 5000 + "</w:sdt>" * 5000)
    document = read(Source("a.docx", docx(paragraph(MARK), {"word/header1.xml": deep})))
    assert (causes(document), body(document)) == (["too-deep"], MARK)


@pytest.mark.parametrize("make", [by_hand, sheets.by_hand, slides.by_hand], ids=["docx", "xlsx", "pptx"])
def test_damage_anywhere_is_survived(make: object) -> None:
    assert callable(make)
    whole, dice = make(), random.Random(20261126)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 20)):
            data[dice.randrange(4, len(data))] = dice.randrange(256)
        document = read(
            Source("a.docx", bytes(data[: dice.choice((len(data), dice.randrange(4, len(data))))]))
        )
        assert document.parts or document.gaps or document.members


def test_damage_inside_the_markup_is_survived() -> None:
    dice = random.Random(7)
    for make in (by_hand, sheets.by_hand, slides.by_hand):
        parts = unpack(make())
        for _ in range(60):
            name = dice.choice(sorted(parts))
            data = bytearray(parts[name])
            for _ in range(dice.randint(1, 5)):
                data[dice.randrange(len(data))] = dice.choice(b"<>\"'&/=0 ")
            assert read(Source("a.docx", pack({**parts, name: bytes(data)}))) is not None


@pytest.mark.parametrize(
    "lost", ["word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "content.xml"]
)
def test_a_package_without_its_text_is_told(lost: str) -> None:
    folder = lost.rpartition("/")[0]
    odf = {"mimetype": "application/vnd.oasis.opendocument.text", "meta.xml": "<a>甲</a>"}
    data = pack({f"{folder}/other.xml": "<a>甲</a>"} if folder else odf)
    assert causes(read(Source("a", data))) == ["damaged"]
