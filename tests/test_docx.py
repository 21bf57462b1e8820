"""Whatever a Word document holds is found, in whichever place, under the place's own name."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from prepub_check import Checker
from prepub_check.model import Report, Source
from prepub_check.readers import read

from .documents.find import places
from .documents.parts import pack, unpack
from .documents.word import BY_HAND, by_hand, docx, paragraph
from .documents.writer import EVERYWHERE, FROM_WRITER, from_writer

CHECKER = Checker()


@pytest.fixture(scope="module")
def written() -> Report:
    return CHECKER.check_bytes(from_writer(), "w.docx")


@pytest.fixture(scope="module")
def made() -> Report:
    return CHECKER.check_bytes(by_hand(), "w.docx")


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        *EVERYWHERE,
        ("嵌套表格", "body", "表 3 第 1 行第 2 列"),
        ("首页页眉", "header", "页眉（首页），第 1 段"),
        ("批注", "comment", "批注 1（王五 …），第 1 段"),
        ("涂黑", "covered", "涂黑的文字，第 9 段"),
        ("替代文字", "attribute", "替代文字，第 12 段"),
        ("属性作者", "property", "属性“作者”"),
        ("链接", "attribute", "链接目标"),
        ("拼音基字", "body", "第 14 段"),
        ("拼音", "attribute", "拼音指南，第 14 段"),
        ("列表编号", "attribute", "编号文字"),
        ("书签", "attribute", "图形与书签名称，第 16 段"),
    ],
)
def test_a_value_in_a_document_by_writer_is_found_where_it_stands(
    written: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(written, FROM_WRITER[place])


@pytest.mark.parametrize(
    ("place", "kind", "location"),
    [
        ("移走", "deleted", "修订（移走，李四），第 1 段"),
        ("移入", "inserted", "修订（移入，李四），第 1 段"),
        ("默认样式隐藏", "hidden", "隐藏文字，第 2 段"),
        ("域代码", "attribute", "域代码，第 3 段"),
        ("简单域", "attribute", "域代码，第 4 段"),
        ("控件名称", "attribute", "内容控件，第 4 段"),
        ("下拉选项", "attribute", "内容控件，第 4 段"),
        ("链接提示", "attribute", "链接提示，第 6 段"),
        ("备用内容", "hidden", "兼容内容，第 7 段"),
        ("公式", "body", "第 8 段"),
        ("图形标题", "attribute", "替代文字，第 9 段"),
        ("表单域", "attribute", "内容控件，第 10 段"),
        ("删除的段", "body", "第 11 段"),
        ("符号前后", "body", "第 13 段"),
        ("注释标记", "attribute", "其他内容，第 13 段"),
        ("偶数页页眉", "header", "页眉（偶数页），第 1 段"),
        ("艺术字水印", "header", "艺术字或水印，第 2 段"),
        ("最后修改者", "property", "属性“最后修改者”"),
        ("单位", "property", "属性“单位”"),
        ("经理", "property", "属性“经理”"),
        ("应用模板", "property", "属性“模板”"),
        ("模板路径", "property", "属性“模板”"),
        ("文档变量", "property", "文档变量“证件”"),
        ("邮件合并", "property", "邮件合并“query”"),
        ("审阅者账号", "property", "审阅者“审阅者账号”"),
        ("自定义部件", "property", "自定义 XML“id”"),
        ("构建基块", "attribute", "构建基块，第 1 段"),
        ("智能图形", "body", "智能图形 1"),
        ("图表标题", "body", "图表 1"),
        ("图表缓存", "cache", "图表 1 的数据，表 1 第 2 行第 2 列"),
        ("导入块", "body", "word/afchunk.html：第 1 行第 16 列"),
        ("内嵌表格", "body", "word/embeddings/inner.docx：第 1 段"),
        ("未知部件", "attribute", "部件 word/vendor.xml"),
        ("孤立部件", "body", "部件 word/ghost/document2.xml，第 1 段"),
    ],
)
def test_a_value_in_a_document_made_by_hand_is_found_where_it_stands(
    made: Report, place: str, kind: str, location: str
) -> None:
    assert (kind, location) in places(made, BY_HAND[place])


def test_no_location_tells_a_value(written: Report, made: Report) -> None:
    told = "\n".join(str(found.location) for report in (written, made) for found in report.findings)
    assert not any(value in told for value in (*FROM_WRITER.values(), *BY_HAND.values()))


@pytest.mark.parametrize(
    ("look", "kinds"),
    [
        ('<w:vanish w:val="0"/>', {"body"}),
        ("<w:vanish/>", {"hidden"}),
        ('<w:color w:val="FFFFFF"/>', {"hidden"}),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="0000FF"/>', {"body"}),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>', {"body"}),
        ('<w:highlight w:val="black"/>', {"covered"}),
        ('<w:color w:val="ff0000"/><w:shd w:val="clear" w:fill="FF0000"/>', {"covered"}),
        ('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>', {"covered"}),
        ('<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000000"/>', {"body"}),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>', {"covered"}),
        ('<w:sz w:val="2"/>', {"hidden"}),
        ('<w:sz w:val="21"/>', {"body"}),
        pytest.param(f'<w:sz w:val="{"9" * 5000}"/>', {"body"}, id="a size too long to be a number"),
    ],
)
def test_text_is_hidden_where_nobody_can_see_it(look: str, kinds: set[str]) -> None:
    document = read(Source("a.docx", docx(paragraph("机密乙", look))))
    assert {part.kind for part in document.parts if part.text == "机密乙"} == kinds


CELL = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([[("", "甲"), ("", "乙")], [("", "丙"), ("", "丁")]], "甲\t乙\n丙\t丁"),
        (
            [[('<w:gridSpan w:val="2"/>', "甲"), ("", "乙")], [("", "丙"), ("", "丁"), ("", "戊")]],
            "甲\t\t乙\n丙\t丁\t戊",
        ),
        ([[("", "只有一格")]], "只有一格"),
        pytest.param(
            [[(f'<w:gridSpan w:val="{"9" * 5000}"/>', "甲"), ("", "乙")]],
            "甲\t乙",
            id="a span too long to be a number",
        ),
    ],
)
def test_a_table_is_rows_of_cells(rows: list[list[tuple[str, str]]], text: str) -> None:
    table = "".join(f"<w:tr>{''.join(CELL.format(*cell) for cell in row)}</w:tr>" for row in rows)
    (part,) = read(Source("a.docx", docx(f"<w:tbl>{table}</w:tbl>"))).parts
    assert part.text == text


def test_markup_reads_the_same_with_and_without_what_it_says_of_fonts() -> None:
    """A comment in the markup turns the short cut off."""
    fonts = '<w:rFonts w:ascii="宋体"/><w:sz w:val="32"/>'
    runs = [
        ("甲", fonts),
        ("乙", fonts + "<w:vanish/>"),
        ("丙", ""),
        ("丁", '<w:sz w:val="2"/>'),
        ("戊", fonts),
    ]
    line = "".join(f'<w:r w:rsidR="00A"><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>' for text, look in runs)
    body = (
        f'<w:p><w:pPr><w:jc w:val="center"/><w:rPr>{fonts}</w:rPr></w:pPr>{line}<w:ins>{line}</w:ins></w:p>'
    )
    short, long = (read(Source("a.docx", docx(body + end))) for end in ("", "<!-- -->"))
    assert [(part.kind, part.text) for part in short.parts] == [(part.kind, part.text) for part in long.parts]
    assert short.parts[0].text == "甲丙戊甲丙戊"


def test_a_strict_document_reads_as_any_other() -> None:
    strict = {
        name: data.replace(b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/")
        for name, data in unpack(by_hand()).items()
        if not name.endswith((".docx", ".html"))
    }
    usual = {name: data for name, data in unpack(by_hand()).items() if name in strict}
    documents = [read(Source("a.docx", pack(parts))) for parts in (strict, usual)]
    assert [[(part.kind, part.text) for part in document.parts] for document in documents[:1]] == [
        [(part.kind, part.text) for part in documents[1].parts]
    ]


def test_what_was_read_goes_to_another_process() -> None:
    document = replace(read(Source("a.docx", by_hand())), members=())
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 -- our own bytes


def test_what_web_pages_leave_in_word_is_nothing_hidden() -> None:
    document = read(Source("a.docx", docx(paragraph("窗体顶端", "<w:vanish/>"))))
    assert [part.name for part in document.parts] == ["隐藏文字"]
