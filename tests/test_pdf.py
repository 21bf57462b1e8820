"""Whatever a PDF shows, hides or carries is found where it stands."""

from __future__ import annotations

import pickle
import random
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfWriter

from prepub_check import Checker
from prepub_check.config import Limits
from prepub_check.errors import SourceError
from prepub_check.model import Report, Source
from prepub_check.readers import pdf as reader
from prepub_check.readers import read
from prepub_check.writers import WRITERS, Style

from .documents.archives import make_zip
from .documents.find import places
from .documents.hidden_pdf import EARLIER, LEAK, hidden_pdf, revised_pdf
from .documents.leaks import planted
from .documents.pdf import Objects, box, grid, pdf, revised, string, write
from .documents.pictures import camera, saved
from .documents.writer_pdf import from_writer

CHECKER = Checker()
PDF = "application/pdf"
IMAGE = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"


@pytest.fixture(scope="module")
def report() -> Report:
    return CHECKER.check_bytes(hidden_pdf(), "公告.pdf")


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("正文", "body", "第 1 页"),
        ("逐字", "body", "第 1 页"),
        ("折行", "body", "第 1 页"),
        ("表格", "body", "第 1 页"),
        ("表单对象", "body", "第 1 页"),
        ("斜排", "body", "第 1 页"),
        ("第二页", "body", "第 2 页"),
        ("遮盖", "covered", "被遮住的文字，第 1 页"),
        ("图片下", "covered", "被遮住的文字，第 1 页"),
        ("标注下", "covered", "被遮住的文字，第 1 页"),
        ("未执行的密文标注", "covered", "被遮住的文字，第 1 页"),
        ("白字", "covered", "与底色相同的文字，第 1 页"),
        ("底色字", "covered", "与底色相同的文字，第 1 页"),
        ("不可见", "covered", "不显示的文字，第 1 页"),
        ("页外", "hidden", "页面以外的文字，第 1 页"),
        ("裁剪", "hidden", "被裁掉的文字，第 1 页"),
        ("极小", "hidden", "小得看不见的文字，第 1 页"),
        ("图层", "hidden", "关闭的图层，第 1 页"),
        ("批注", "comment", "批注 1（王五），第 1 页"),
        ("隐藏批注", "hidden", "批注 2，第 1 页"),
        ("链接", "attribute", "链接，第 1 页"),
        ("表单域", "body", "表单域“联系电话”"),
        ("隐藏表单域", "hidden", "表单域“备用电话”"),
        ("属性", "property", "属性“作者”"),
        ("自定义属性", "property", "属性“Handler”"),
        ("XMP", "property", "属性“Contact”"),
        ("书签", "attribute", "书签"),
        ("脚本", "hidden", "脚本"),
        ("附件", "body", "名单.txt：第 1 行第 3 列"),
    ],
)
def test_a_value_is_found_in_its_place(report: Report, place: str, kind: str, location: str) -> None:
    assert (kind, location) in places(report, LEAK[place])


def test_a_value_in_what_a_place_is_called_is_found_and_no_location_tells_it() -> None:
    named = planted("表单域 属性 批注")
    note = f"<</Subtype/Text/Rect[500 780 520 800]/T{string(named['批注'])}/Contents{string('同意公开')}>>"
    field = f"<</FT/Tx/T{string('电话' + named['表单域'])}/V{string('甲')}>>"
    data = pdf(
        write(72, 800, "各单位"),
        page=f"/Annots[{note}]",
        catalog=f"/AcroForm<</Fields[{field}]>>",
        trailer=f"/Info<</{named['属性']}{string('甲')}>>",
    )
    report = CHECKER.check_bytes(data, "公告.pdf")
    assert places(report, named["表单域"]) == {("body", "表单域“电话…”")}
    assert places(report, named["属性"]) == {("property", "属性“…”")}
    assert places(report, named["批注"]) == {("property", "审阅者“批注作者”")}
    for form, write_report in WRITERS.items():
        told = write_report(report, Style(unused=True, recognised=True))
        assert not any(value in told for value in named.values()), form


def test_what_is_hidden_is_told_as_such(report: Report) -> None:
    found = {finding.rule: finding.severity for finding in report.findings if finding.category == "hidden"}
    assert found["hidden.covered"] == "block"
    assert found["hidden.invisible"] == "review"


def test_nothing_in_the_file_was_left_unread(report: Report) -> None:
    assert report.gaps == ()


def test_an_earlier_version_gives_only_what_differs() -> None:
    data = revised_pdf()
    report = CHECKER.check_bytes(data, "公告.pdf")
    assert places(report, EARLIER) == {("revision", "早先的版本 1，第 1 页")}
    (part,) = (part for part in read(Source("公告.pdf", data)).parts if part.kind == "revision")
    assert "hidden.revision" in {found.rule for found in report.findings}
    assert part.text == f"电话{EARLIER}\n各单位\n"
    again = revised(pdf(write(72, 800, "各单位")), 99, "<<>>")
    assert [part.kind for part in read(Source("公告.pdf", again)).parts] == ["body"]


def test_a_file_that_only_an_earlier_version_holds_has_its_place_in_the_path() -> None:
    objects = Objects()
    held = objects.stream(f"电话{EARLIER}".encode(), "/Type/EmbeddedFile")
    entry = f"<</Type/Filespec/F(n.txt)/UF{string('名单.txt')}/EF<</F {held}>>>>"
    named = f"/Names<</EmbeddedFiles<</Names[{string('名单.txt')} {entry}]>>>>"
    whole = pdf(write(72, 800, "各单位"), objects=objects, catalog=named)
    number, pages = re.findall(rb"([0-9]+) 0 obj\n<</Type/Catalog/Pages ([0-9]+ 0 R)", whole)[0]
    data = revised(whole, int(number), f"<</Type/Catalog/Pages {pages.decode()}>>")
    report = CHECKER.check_bytes(make_zip({"公告.pdf": data}), "材料.zip")
    (found,) = (finding for finding in report.findings if finding.value.reveal() == EARLIER)
    assert found.location.path == "材料.zip › 公告.pdf › 早先的版本 1 › 名单.txt"


def parts(data: bytes) -> dict[str, str]:
    return {part.name: part.text for part in reader.read(Source("公告.pdf", data), PDF, Limits()).parts}


def body(*operators: str) -> str:
    return parts(pdf("".join(operators)))[""]


LINK = "<</Subtype/Link/Rect[72 500 100 520]{}>>"
MARK = "<</Subtype/Highlight/Rect[9 9 9 9]>>"


def links(annotations: str) -> list[tuple[str, object]]:
    document = reader.read(
        Source("公告.pdf", pdf(write(72, 700, "甲"), page=f"/Annots[{annotations}]")), PDF, Limits()
    )
    assert not document.gaps
    return [
        (line, part.places.locate(part.text.index(line)).box)
        for part in document.parts
        if part.name == "链接"
        for line in part.text.splitlines()
    ]


@pytest.mark.parametrize(
    ("annotations", "addresses"),
    [
        pytest.param(LINK.format("/A<</S/URI/URI(https://a.cn/1)>>"), ["https://a.cn/1"], id="address"),
        pytest.param(LINK.format(f"/A<</S/URI/URI{string('http://甲.cn')}>>"), ["http://甲.cn"], id="UTF-16"),
        pytest.param(LINK.format(f"/A<</S/URI/URI<{'甲局'.encode('gbk').hex()}>>>"), ["甲局"], id="GBK"),
        pytest.param(LINK.format("/A<</S/URI/URI(a\\nb)>>") * 2, ["a b", "a b"], id="two, with a break"),
        pytest.param(LINK.format("/A<</S/GoTo/D[0/Fit]>>"), [], id="within the document"),
        pytest.param(LINK.format(""), [], id="to nothing"),
        pytest.param(LINK.format("/A<</S/Launch/F(a.exe)>>"), ["a.exe"], id="program"),
        pytest.param(LINK.format("/A<</S/GoToR/F<</UF(b.pdf)>>>>"), ["b.pdf"], id="file"),
        pytest.param("<</Subtype/Screen/A<</S/URI/URI(c)>>>>", ["c"], id="no link"),
        pytest.param(
            LINK.format("/A<</S/URI/URI(d)>>").replace("[72 500 100 520]", "[100 520 72 500]"),
            ["d"],
            id="corners swapped",
        ),
        pytest.param(LINK.format("/A<</S/URI/URI(e)>>").replace("520]", "]"), ["e"], id="no rectangle"),
    ],
)
def test_links_are_the_same_alone_and_beside_other_annotations(
    annotations: str, addresses: list[str]
) -> None:
    alone = links(annotations)
    assert [address for address, _ in alone] == addresses
    assert alone == links(annotations + MARK)


@pytest.mark.parametrize(
    ("operators", "text"),
    [
        ([write(72, 700, "甲方"), write(72, 720, "乙方")], "乙方\n甲方\n"),
        ([write(200, 700, "李四"), write(72, 700, "姓名：")], "姓名：\t李四\n"),
        ([write(72, 700, "2026"), write(99, 700, "年")], "2026年\n"),
        ([write(72, 700, "张三 李四")], "张三 李四\n"),
        ([write(72 + 24 * number, 700, letter) for number, letter in enumerate("内部资料")], "内 部 资 料\n"),
        (
            [
                *(grid((72, 150, 300, 400), (700, 680, 660)), write(80, 685, "甲"), write(310, 685, "乙")),
                *(write(80, 665, "丙"), write(160, 665, "丁"), write(310, 665, "戊")),
            ],
            "甲\t\t乙\n丙\t丁\t戊\n",
        ),
        (
            [
                *(grid((72, 122, 400), (700, 660)), write(80, 685, "甲")),
                *(write(126, 685, "一二三", size=13), write(126, 668, "四", size=13)),
            ],
            "甲\t一二三 四\n",
        ),
        (
            [write(72, 700 - 14 * line, f"左{line}" + "文" * 16) for line in range(6)]
            + [write(320, 700 - 14 * line, f"右{line}" + "字" * 16) for line in range(6)],
            "".join(f"左{line}" + "文" * 16 for line in range(6))
            + "\n"
            + "".join(f"右{line}" + "字" * 16 for line in range(6))
            + "\n",
        ),
        ([write(300, 400, "甲乙丙", turn="0 1 -1 0")], "甲乙丙\n"),
    ],
    ids=[
        "从上到下",
        "同一行",
        "中西文间距",
        "空格",
        "逐字加空格的标题",
        "空单元格",
        "单元格内折行",
        "两栏",
        "竖排",
    ],
)
def test_text_is_put_together_as_it_is_read(operators: list[str], text: str) -> None:
    assert body(*operators) == text


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_are_those_of_the_page_as_shown(turn: int) -> None:
    turned = {
        0: (72, 742, "1 0 0 1"),
        90: (100, 72, "0 1 -1 0"),
        180: (523, 100, "-1 0 0 -1"),
        270: (495, 770, "0 -1 1 0"),
    }
    x, y, matrix = turned[turn]
    (part, *_) = read(Source("a.pdf", pdf(write(x, y, "机密", turn=matrix), page=f"/Rotate {turn}"))).parts
    place = part.places.locate(1)
    left, top, right, bottom = place.box or (0, 0, 0, 0)
    assert (place.page, part.text, round(left), round(right)) == (1, "机密\n", 72, 96)
    assert 85 < top < 92
    assert 100 < bottom < 104


@pytest.mark.parametrize(
    "operators",
    [
        box(60, 690, 200, 30, "0.9 g") + write(72, 700, "各单位"),
        box(60, 690, 200, 30, "0 0 0.5 rg") + write(72, 700, "各单位", colour="1 g"),
        write(72, 700, "各单位") + "/T gs " + box(60, 690, 200, 30),
        write(72, 700, "各单位") + "q 200 0 0 30 60 690 cm /M Do Q",
        write(72, 700, "各单位") + "q 0 0 10 10 re W n " + box(60, 690, 200, 30) + "Q",
        write(72, 700, "各单位") + "0 g 60 690 m 60 720 l 40 720 l f",
        "q 400 0 0 400 0 500 cm /I Do Q " + write(72, 700, "各单位", colour="1 g"),
    ],
    ids=["浅色底", "深底白字", "半透明", "透明印章", "画在别处", "别的形状", "图片上的白字"],
)
def test_what_can_be_seen_is_not_taken_for_hidden(operators: str) -> None:
    objects = Objects()
    mask = objects.stream(b"\x00", IMAGE)
    holes = objects.stream(b"\x80", f"{IMAGE}/SMask {mask}")
    image = objects.stream(b"\x80", IMAGE)
    resources = f"/XObject<</M {holes}/I {image}>>/ExtGState<</T<</ca 0.5>>>>"
    document = read(Source("a.pdf", pdf(operators, objects=objects, resources=resources)))
    assert document.parts[0].text == "各单位\n"
    assert {part.kind for part in document.parts} <= {"body", "ocr"}


def scanned(text: str = "") -> bytes:
    objects = Objects()
    image = objects.stream(b"\x80", IMAGE)
    return pdf(f"q 595 0 0 842 0 0 cm /I Do Q {text}", objects=objects, resources=f"/XObject<</I {image}>>")


def test_the_text_of_a_scan_is_not_a_failed_redaction() -> None:
    document = read(Source("a.pdf", scanned(write(72, 700, "各单位", mode=3))))
    assert [(part.kind, part.name) for part in document.parts] == [("ocr", "扫描件自带的识别文字")]
    assert document.gaps == ()
    assert "请对照图像核对" in document.notices[0]


def test_a_page_of_images_alone_is_a_gap_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prepub_check.readers.pdf.pictures.can_recognise", lambda: False)
    (gap,) = reader.read(Source("a.pdf", scanned()), PDF, Limits()).gaps
    assert (gap.cause, gap.part) == ("missing-extra", "第 1 页")
    assert 'pip install "prepub-check[ocr]"' in gap.message


@pytest.mark.parametrize(("password", "cause"), [("secret", ["encrypted"]), ("", [])])
def test_a_password_is_told_and_mere_restrictions_are_no_obstacle(password: str, cause: list[str]) -> None:
    writer = PdfWriter(clone_from=BytesIO(hidden_pdf()))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    report = CHECKER.check_bytes(out.getvalue(), "a.pdf")
    assert [gap.cause for gap in report.gaps] == cause
    assert bool(places(report, LEAK["属性"])) == (not cause)


def test_damage_is_told_and_never_raises() -> None:
    data = hidden_pdf()
    chance = random.Random(5)
    damaged = [data[: len(data) * step // 40] for step in range(1, 40)]
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(20):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        damaged.append(bytes(broken))
    for each in damaged:
        with suppress(SourceError):
            document = reader.read(Source("a.pdf", each), PDF, Limits())
            assert document.parts or document.gaps


def test_a_file_without_its_end_is_not_taken_for_whole() -> None:
    gap, *_ = read(Source("a.pdf", pdf(write(72, 700, "各单位"))[:-6])).gaps
    assert (gap.cause, gap.part) == ("truncated", "文件末尾")


def test_many_threads_may_read_at_once() -> None:
    data = hidden_pdf()
    with ThreadPoolExecutor(8) as threads:
        texts = list(threads.map(lambda _: parts(data)[""], range(16)))
    assert len(set(texts)) == 1


def test_what_was_read_can_be_handed_to_another_process() -> None:
    document = read(Source("a.pdf", hidden_pdf()))
    assert pickle.loads(pickle.dumps(document)).parts[0].text == document.parts[0].text  # noqa: S301 -- our own


def test_a_file_by_writer_keeps_its_table_and_hides_nothing() -> None:
    document = read(Source("名单.pdf", from_writer()))
    assert [(part.kind, part.name) for part in document.parts] == [("body", ""), ("property", "文档属性")]
    assert (
        "序号\t姓名\t身份证号\t备注\n1\t张三\t11010519491231002X\n2\t李四\t110105194912310038\t低保\n"
        in document.parts[0].text
    )
    assert document.gaps == ()


def test_a_photograph_on_a_page_tells_where_it_was_taken() -> None:
    objects = Objects()
    photo = saved(Image.new("RGB", (40, 30)), "JPEG", exif=camera())
    entries = IMAGE.replace(
        "/Width 1/Height 1/ColorSpace/DeviceGray", "/Width 40/Height 30/ColorSpace/DeviceRGB"
    )
    image = objects.stream(photo, f"{entries}/Filter/DCTDecode")
    data = pdf("q 20 0 0 20 72 700 cm /I Do Q", objects=objects, resources=f"/XObject<</I {image}>>")
    (part,) = read(Source("a.pdf", data)).parts
    place = part.places.locate(part.text.index("GPS"))
    assert "GPS 位置：北纬 36.812333，东经 118.056133\n" in part.text
    assert (place.kind, str(place)) == ("property", "照片的属性“GPS 位置”，第 1 页")
