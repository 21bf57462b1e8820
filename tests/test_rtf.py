r"""Whatever an RTF document holds is found, in whichever place, under the place's own name."""

from __future__ import annotations

import time

import pytest

from prepub_check import Checker
from prepub_check.model import Document, Report, Source
from prepub_check.readers import read

from .documents.find import places
from .documents.leaks import planted
from .documents.winword import native
from .documents.writer import EVERYWHERE, FROM_WRITER, from_writer

CHECKER = Checker()
VALUE = planted("值")["值"]


@pytest.fixture(scope="session")
def report() -> Report:
    return CHECKER.check_bytes(from_writer("rtf:Rich Text Format"), "a.rtf")


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        *EVERYWHERE,
        ("嵌套表格", "body", "表 2 第 1 行第 1 列"),
        ("批注", "comment", "批注 1（?? …），第 1 段"),
        ("替代文字", "attribute", "替代文字，第 12 段"),
        ("属性作者", "property", "属性“作者”"),
        ("链接", "attribute", "域代码，第 13 段"),
        ("列表编号", "attribute", "编号文字，第 1 段"),
        ("书签", "attribute", "图形与书签名称，第 16 段"),
    ],
)
def test_a_value_in_a_document_by_writer_is_found_where_it_stands(
    report: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(report, FROM_WRITER[place])


def hexed(text: str, codec: str = "gbk") -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(codec))


def rtf(body: str) -> Document:
    return read(
        Source(
            "a.rtf",
            f"{{\\rtf1\\ansi\\ansicpg936{{\\fonttbl{{\\f0\\fcharset134 {hexed('宋体')};}}"
            f"{{\\f1\\fcharset0 Arial;}}{{\\f2\\fcharset136 M;}}}}\\f0 {body}}}".encode("latin-1"),
        )
    )


def body_of(document: Document) -> str:
    return next(part.text for part in document.parts if part.kind == "body")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (hexed("机密★10年"), "机密★10年"),
        ("\\u26426 ?\\u23494 ?", "机密"),
        ("\\uc0\\u26426\\u23494 X", "机密X"),
        ("\\uc2\\u26426\\'bb\\'fa\\u23494\\'c3\\'dc", "机密"),
        ("\\u-10179 ?\\u-9216 ?", "\U0001f400"),
        (f"{{\\f2 {hexed('機密', 'big5')}}}", "機密"),
        ("1101\\b 05\\b0\\fs20 1999", "1101051999"),
        ("a\\{b\\}c\\\\d\\~e\\_f\\-g", "a{b}c\\d e-fg"),
        ("11010\r\n5", "110105"),
        ("{\\*\\generator WPS}x", "x"),
        ("\\'b4\\'\xf3".replace("\xf3", "f3") + "\\'81@", "大丂"),
    ],
)
def test_text_is_decoded_as_it_was_meant(written: str, meant: str) -> None:
    assert body_of(rtf(written)) == meant


def test_text_in_bytes_as_they_are_is_read() -> None:
    data = b"{\\rtf1\\ansi\\ansicpg936 " + "关于机密".encode("gbk") + b"\\par}"
    assert body_of(read(Source("a.rtf", data))) == "关于机密"


@pytest.mark.parametrize(
    ("markup", "kind", "place"),
    [
        ("{\\*\\docvar {id}{VALUE}}", "property", "文档变量“id”"),
        ("{\\info{\\company VALUE}}", "property", "属性“单位”"),
        ("{\\info{\\operator VALUE}}", "property", "属性“最后修改者”"),
        ("{\\*\\template D:\\\\VALUE.dot}", "property", "属性“模板”"),
        ("{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv VALUE}}}}", "body", "艺术字或水印，第 1 段"),
        ("{\\headerf VALUE\\par}", "header", "页眉（首页），第 1 段"),
        ("x{\\deleted\\revauthdel0 VALUE}", "deleted", "修订（删除），第 1 段"),
        ("{\\*\\vendor VALUE}", "attribute", "其他内容，第 1 段"),
        ("{\\*\\ffdeftext VALUE}", "attribute", "内容控件，第 1 段"),
        ("{\\object{\\*\\objdata OBJECT}}", "body", "名单.txt：第 1 行第 3 列"),
    ],
)
def test_what_is_beside_the_text_is_found(markup: str, kind: str, place: str) -> None:
    content = native("名单.txt", "C:\\x", f"号码{VALUE}".encode())[4:]
    head = bytes(8) + b"\x08\0\0\0Package\0" + bytes(8) + len(content).to_bytes(4, "little")
    markup = markup.replace("VALUE", VALUE).replace("OBJECT", (head + content).hex())
    data = f"{{\\rtf1\\ansi {markup}\\par text}}".encode()
    assert places(CHECKER.check_bytes(data, "a.rtf"), VALUE) == {(kind, place)}


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        ("{\\cf1\\highlight1 VALUE}", {"covered"}),
        ("{\\highlight1 VALUE}", {"covered"}),
        ("{\\cf1\\chcbpat1 VALUE}", {"covered"}),
        ("{\\cf2\\cb1 VALUE}", {"body"}),
        ("\\pard\\cbpat1{\\cf2 VALUE}", {"body"}),
        ("\\pard\\cbpat1\\pard{\\cf2 VALUE}", {"hidden"}),
    ],
)
def test_text_in_the_colour_of_its_ground_is_not_seen(markup: str, kinds: set[str]) -> None:
    colours = "{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}"
    document = rtf(colours + "x\\par " + markup.replace("VALUE", VALUE))
    assert {part.kind for part in document.parts if VALUE in part.text} == kinds


def test_a_cell_is_under_its_header() -> None:
    row = "\\trowd\\pard\\intbl A\\cell \\pard\\intbl B\\par C\\cell\\row"
    assert body_of(rtf(f"x\\par {row} {row} \\pard y\\par")) == "x\nA\tB C\nA\tB C\ny"


def test_a_file_that_breaks_off_is_told() -> None:
    document = read(Source("a.rtf", b"{\\rtf1{\\b text"))
    assert (body_of(document), [gap.cause for gap in document.gaps]) == ("text", ["damaged"])


def test_a_file_without_text_is_told() -> None:
    assert [gap.cause for gap in read(Source("a.rtf", b"{\\rtf1}")).gaps] == ["empty"]


@pytest.mark.parametrize(
    "data", [b"{" * 300_000, b"{\\rtf1" * 100_000, b"\\par" * 300_000, b"\\'c4" * 300_000]
)
def test_a_large_or_deep_file_is_no_burden(data: bytes) -> None:
    started = time.monotonic()
    read(Source("a.rtf", b"{\\rtf1 x" + data))
    assert time.monotonic() - started < 10
