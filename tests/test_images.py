"""A picture says more than it shows: what is written into its file is read, also without [ocr]."""

from __future__ import annotations

import random
from zlib import crc32

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from prepub_check import Checker
from prepub_check.config import Limits
from prepub_check.errors import SourceError
from prepub_check.model import Document, Gap, Source
from prepub_check.readers import images

from .documents.pictures import camera, packet, saved

BLANK = Image.new("RGB", (40, 30), "white")


@pytest.fixture(autouse=True)
def _without_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prepub_check.readers.images.document.can_recognise", lambda: False)


def png_text() -> bytes:
    texts = PngInfo()
    texts.add_text("Author", "电话13800138010".encode().decode("latin-1"))
    texts.add_itxt("Comment", "电话13800138011", zip=True)
    return saved(BLANK, "PNG", pnginfo=texts)


def properties(data: bytes, name: str = "照片.jpg") -> dict[str, str]:
    parts = [part for part in image(Source(name, data)).parts if part.kind == "property"]
    lines = "".join(part.text for part in parts).splitlines()
    return dict(line.split("：", 1) for line in lines)


@pytest.mark.parametrize(
    ("data", "name", "value"),
    [
        (saved(BLANK, "JPEG", exif=camera()), "作者", "电话13800138001"),
        (saved(BLANK, "JPEG", exif=camera()), "GPS 位置", "北纬 36.812333，东经 118.056133"),
        (saved(BLANK, "JPEG", exif=camera()), "设备厂商", "HUAWEI"),
        (saved(BLANK, "WEBP", exif=camera()), "作者", "电话13800138001"),
        (saved(BLANK, "PNG", exif=camera()), "GPS 位置", "北纬 36.812333，东经 118.056133"),
        (saved(BLANK, "TIFF", exif=camera()), "作者", "电话13800138001"),
        (saved(BLANK, "JPEG", comment="电话13800138004".encode("gbk")), "注释", "电话13800138004"),
        (saved(BLANK, "GIF", comment="电话13800138005".encode()), "注释", "电话13800138005"),
        (saved(BLANK, "JPEG", xmp=packet("电话13800138006")), "creator", "电话13800138006"),
        (saved(BLANK, "WEBP", xmp=packet("电话13800138007")), "creator", "电话13800138007"),
        (png_text(), "Author", "电话13800138010"),
        (png_text(), "Comment", "电话13800138011"),
    ],
    ids=[
        "作者",
        "位置",
        "厂商",
        "webp",
        "png",
        "tiff",
        "注释",
        "gif",
        "xmp",
        "webp-xmp",
        "png-tEXt",
        "png-iTXt",
    ],
)
def test_what_a_file_says_of_itself_is_a_property(data: bytes, name: str, value: str) -> None:
    assert properties(data)[name] == value


def test_notes_of_several_encodings_are_read() -> None:
    data = saved(BLANK, "JPEG", exif=camera())
    text = next(part.text for part in image(Source("a.jpg", data)).parts)
    assert "备注：电话13800138002\n" in text
    assert "备注：电话13800138003\n" in text


def test_a_property_is_found_under_its_name() -> None:
    report = Checker().check_bytes(saved(BLANK, "JPEG", exif=camera()), "照片.jpg")
    found = {str(finding.location) for finding in report.findings if finding.rule == "personal.mobile"}
    assert found == {"属性“作者”", "属性“备注”"}
    assert {"hidden.gps"} <= {finding.rule for finding in report.findings}


def test_the_name_of_a_property_holds_no_value() -> None:
    texts = PngInfo()
    texts.add_text("Tel 13800138011", "13800138011")
    report = Checker().check_bytes(saved(BLANK, "PNG", pnginfo=texts), "照片.png")
    assert {str(finding.location) for finding in report.findings} == {"属性“Tel …”"}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "TIFF", "WEBP", "GIF"])
def test_without_the_extra_the_text_is_a_gap(kind: str) -> None:
    (gap,) = image(Source("照片", saved(BLANK, kind))).gaps
    assert (gap.cause, gap.part) == ("missing-extra", "图片文字")
    assert 'pip install "prepub-check[ocr]"' in gap.message


def test_huge_pictures_are_refused_before_they_are_decoded() -> None:
    data = saved(Image.new("1", (9000, 9000)), "PNG")
    assert len(data) < 100_000
    assert causes(image(Source("a.png", data))) == ["too-large"]
    assert causes(image(Source("a.png", saved(BLANK, "PNG")), Limits(megapixels=0))) == ["too-large"]
    header = data[12:16] + (200_000).to_bytes(4, "big") * 2 + data[24:29]
    enormous = data[:12] + header + crc32(header).to_bytes(4, "big") + data[33:]
    assert causes(image(Source("a.png", enormous))) == ["too-large"]


def image(source: Source, limits: Limits = Limits()) -> Document:  # noqa: B008 -- a frozen value
    try:
        return images.read(source, "image/*", limits)
    except SourceError as error:
        gap = Gap(path=source.name, cause=error.cause, message=str(error))
        return Document(name=source.name, media_type="image/*", gaps=(gap,))


def causes(document: Document) -> list[str]:
    return [gap.cause for gap in document.gaps]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "TIFF", "WEBP", "GIF"])
def test_damage_is_told_and_never_raises(kind: str) -> None:
    exif = {} if kind in ("BMP", "GIF") else {"exif": camera()}
    data = saved(Image.effect_noise((40, 30), 50).convert("RGB"), kind, **exif)
    chance = random.Random(5)
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(8):
            broken[chance.randrange(12, len(broken))] = chance.randrange(256)
        cut = chance.randrange(20, len(broken))
        for damaged in (bytes(broken), bytes(broken[:cut])):
            document = image(Source("a", damaged))
            assert document.parts or document.gaps
