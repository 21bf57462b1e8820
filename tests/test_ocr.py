"""Text in pictures is recognised, with its box and how sure it is."""

from __future__ import annotations

import pytest
from PIL import Image

from prepub_check import Checker
from prepub_check.config import Limits
from prepub_check.model import Finding, Report, Source
from prepub_check.readers import read

from .documents.pdf import Objects, pdf, write
from .documents.pictures import saved, scan

pytest.importorskip("rapidocr")

CHECKER = Checker()
LINES = [
    "机密★10年",
    "关于报送有关情况的报告",
    "申请人身份证号：11010519491231002X",
    "联系电话：13800138000",
    "内部资料，注意保存",
]
FOUND = {
    "secrecy.marking": "机密★10年",
    "personal.resident-id": "11010519491231002X",
    "personal.mobile": "13800138000",
}


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return scan(LINES)


@pytest.fixture(scope="module")
def scanned_pdf(page: Image.Image) -> Report:
    objects = Objects()
    image = objects.stream(
        saved(page, "JPEG"),
        f"/Type/XObject/Subtype/Image/Width {page.width}/Height {page.height}"
        "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
    )
    data = pdf(
        write(72, 700, "各单位"),
        "q 595 0 0 842 0 0 cm /I Do Q",
        write(72, 800, "附图如下") + "q 420 0 0 594 72 150 cm /I Do Q",
        objects=objects,
        resources=f"/XObject<</I {image}>>",
    )
    return CHECKER.check_bytes(data, "扫描件.pdf")


def values(report: Report, page: int | None) -> dict[str, Finding]:
    return {found.rule: found for found in report.findings if found.location.page == page}


@pytest.mark.parametrize("number", [2, 3], ids=["整页扫描", "页中图片"])
def test_a_scanned_page_is_read(scanned_pdf: Report, number: int) -> None:
    found = values(scanned_pdf, number)
    assert {rule: found[rule].value.reveal() for rule in FOUND} == FOUND
    assert any(rule.startswith("internal.") for rule in found)
    assert scanned_pdf.gaps == ()
    place = found["secrecy.marking"].location
    assert (place.kind, place.confidence is not None and place.confidence > 0.9) == ("ocr", True)
    left, top, right, bottom = place.box or (0, 0, 0, 0)
    expected = {2: (48, 50, 135, 69), 3: (106, 132, 167, 145)}[number]
    assert all(abs(one - other) < 6 for one, other in zip((left, top, right, bottom), expected, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "TIFF", "WEBP", "GIF"])
def test_a_picture_of_any_format_is_read(kind: str, page: Image.Image) -> None:
    report = CHECKER.check_bytes(saved(page.crop((0, 0, 1000, 300)), kind), "扫描件")
    (found,) = (found for found in report.findings if found.rule == "secrecy.marking")
    assert (found.location.kind, found.location.page) == ("ocr", None)
    assert found.location.box == pytest.approx((104, 108, 285, 148), abs=12)


def test_all_frames_are_read_once() -> None:
    frames = [scan([line], size=(700, 300)) for line in ("各单位", LINES[3], LINES[3])]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    text = [(part.kind, part.text) for part in read(Source("a.tif", data)).parts]
    assert text == [("ocr", f"各单位\n{LINES[3]}\n")]
    (found,) = CHECKER.check_bytes(data, "a.tif").findings
    assert str(found.location).startswith("图片文字，第 2 页，识别可信度 ")


@pytest.mark.parametrize(("ink", "paper"), [("white", (0, 0, 0, 0)), ("black", (255, 255, 255, 0))])
def test_text_on_no_ground_is_seen(ink: str, paper: tuple[int, int, int, int]) -> None:
    data = saved(scan([LINES[3]], size=(700, 300), ink=ink, paper=paper), "PNG")
    assert read(Source("a.png", data)).parts[0].text == f"{LINES[3]}\n"


def test_a_long_screenshot_is_read_in_pieces() -> None:
    lines = [f"第{number}条记录" for number in range(1, 100)]
    data = saved(scan(lines, size=(900, 8200)), "PNG")
    assert read(Source("a.png", data)).parts[0].text.split() == lines


def test_what_time_leaves_unread_is_a_gap() -> None:
    frames = [scan([line], size=(700, 300)) for line in LINES]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    (gap,) = read(Source("a.tif", data), Limits(seconds=0.000001)).gaps
    assert (gap.cause, gap.partial) == ("timeout", True)


def test_recognition_says_nothing_on_the_console(
    capfd: pytest.CaptureFixture[str], page: Image.Image
) -> None:
    read(Source("a.png", saved(page, "PNG")))
    assert capfd.readouterr() == ("", "")
