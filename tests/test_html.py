"""A page is read as a browser shows it, what it hides is read too, and every character has its place."""

from __future__ import annotations

import base64
import html
import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepub_check import Checker
from prepub_check.model import Document, Part, Source
from prepub_check.readers import read

MARK = "机密乙"


def page(source: str) -> Document:
    return read(Source("page.html", text=source))


def parts(source: str) -> dict[str, str]:
    return {part.kind: part.text for part in page(source).parts}


def body(source: str) -> str:
    return parts(source)["body"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>甲</p><p>乙</p>", "甲\n乙"),
        ("甲<br>乙<BR/>丙", "甲\n乙\n丙"),
        ("甲<div>乙<div>丙</div></div>丁", "甲\n乙\n丙\n丁"),
        ("机<b>密</b><!-- x -->文<i></i>件", "机密文件"),
        ("138<span>0013</span>8000", "13800138000"),
        ("  甲 \n\t 乙  <b> 丙</b> ", "甲 乙 丙"),
        ("甲\u3000\u3000乙&nbsp;&nbsp;丙", "甲\u3000\u3000乙\xa0\xa0丙"),
        ("<pre>甲\n  乙\r\n丙</pre>", "甲\n  乙\n丙"),
        ("<textarea>甲\n <b>乙</b>&lt;</textarea>", "甲\n <b>乙</b><"),
        (
            "&#26426;&#x5BC6; &amp;lt; A&ampB &copy2024 &notit; &foo; & &;",
            "机密 &lt; A&B ©2024 ¬it; &foo; & &;",
        ),
        ("&#10;甲&#9;&#32;乙&#0;&#xD800;&#99999999999;", "甲 乙\ufffd\ufffd\ufffd"),
        ("1 < 2 <3 <机密> a<>b", "1 < 2 <3 <机密> a<>b"),
        ("甲<![CDATA[乙]]>丙<?pi x?>丁<!x>戊</ x>己</>", "甲丙丁戊己"),
        ("<ul><li>甲<li>乙</ul>丙", "甲\n乙\n丙"),
        ("甲<p hidden>乙<p>丙", "甲\n丙"),
        ("甲<a href='未完", "甲<a href='未完"),
        ("甲</p></b></div>乙", "甲\n乙"),
        ("<option>甲<option>乙", "甲\n乙"),
        ("<dl><dt hidden>一<dd>甲</dl>", "甲"),
        ("<p hidden>一</p>甲<p hidden>二</p>乙", "甲乙"),
        (f"&#{'9' * 5000};&#{'0' * 5000}65;", "\ufffdA"),
        ("<xmp><b>甲&amp;</b></xmp>", "<b>甲&amp;</b>"),
        ("<div/>甲<script src=x />乙", "甲乙"),
    ],
)
def test_visible_text_is_laid_out_as_in_a_browser(source: str, shown: str) -> None:
    assert body(source) == shown


ROW = "<tr><td>张三</td><td>二科</td></tr>"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "<table><tr><th>姓名</th><th>电话</th></tr><tr><td>张<br>三</td><td>1\t2</td></tr></table>",
            "姓名\t电话\n张 三\t1 2",
        ),
        ("<TABLE><TR><TD>甲<TD><P>乙</P><P>丙</P><TR><TD><TD>丁</TABLE>尾", "甲\t乙 丙\n\t丁\n尾"),
        ("<table><tr><td>甲</td><td></td><td><pre>一\n二\t三</pre></td></tr></table>", "甲\t\t一 二 三"),
        (f"<table><tbody>{ROW}</tbody></table>", "张三\t二科"),
        (f"前<table>{ROW}</table>后", "前\n张三\t二科\n后"),
        (
            f"<table><tr><td>栏</td><td><p>首</p><table>{ROW}</table><p>末</p></td></tr></table>",
            "栏\n首\n张三\t二科\n末",
        ),
        (
            f"<table><tr><td><p>首</p><p>中</p><table>{ROW}{ROW}</table>末</table>",
            "首\n中\n张三\t二科\n张三\t二科\n末",
        ),
        ("<table><tr><td><p>通知</p><p>各单位：</p></td></tr></table>", "通知\n各单位："),
        ("<td>甲</td><td>乙</td>", "甲\t乙"),
        ("<td> 甲 </td> <td> 乙 </td>", "甲\t乙"),
        ("<td><pre>甲&#13;乙&#10;丙</pre></td><td>丁", "甲 乙 丙\t丁"),
        (f"<table>{ROW}<tr><td><p>李四<td>三科</table>", "张三\t二科\n李四\t三科"),
        ("<table><tbody hidden><tr><td>一<td>二<tbody><tr><td>甲<td>乙</table>", "甲\t乙"),
        (f"{ROW}{ROW}", "张三\t二科\n张三\t二科"),
        ("<table><tr><td>甲</td><td hidden>藏</td><td>乙</td></tr></table>", "甲\t乙"),
        ("</table></tr></td>甲<table><table><tr><td>乙", "甲\n乙"),
    ],
)
def test_a_row_of_cells_is_a_line_with_tabs_and_layout_is_not(source: str, shown: str) -> None:
    assert body(source) == shown


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (f"<p>{MARK}</p>", "body"),
        (f"<title>{MARK}</title>甲", "heading"),
        (f"<TITLE\n>\n{MARK} </TITLE >甲", "heading"),
        (f"甲<!-- {MARK} -->", "comment"),
        (f"甲<!--{MARK}", "comment"),
        (f"甲<!--[if gte mso 9]><xml>{MARK}</xml><![endif]-->", "comment"),
        (f"甲<!{MARK}>", "comment"),
        (f"<!DOCTYPE {MARK}>甲", "comment"),
        (f"甲<p style='color:red; DISPLAY : none'>{MARK}</p>", "hidden"),
        (f"甲<p style='visibility:hidden'>{MARK}</p>", "hidden"),
        (f"甲<p style='mso-hide:all'>{MARK}</p>", "hidden"),
        (f"甲<p style='font-size:0px;x:y'>{MARK}</p>", "hidden"),
        (f"甲<p style='font-size:0.8em;opacity:0.5'>{MARK}</p>", "body"),
        (f"甲<div hidden><p><b>x</b></p><ul><li>{MARK}</ul></div>", "hidden"),
        (f"甲<input type=HIDDEN value={MARK}>", "hidden"),
        (f"甲<template><p>{MARK}</p></template>", "hidden"),
        (f"甲<noscript>{MARK}</noscript>", "hidden"),
        (f"甲<script>var a='</b>{MARK}'</script>", "hidden"),
        (f"甲<style>/*{MARK}*/</style>", "hidden"),
        (f"甲<script>{MARK}", "hidden"),
        (f"甲<iframe>{MARK}</iframe>", "hidden"),
        (f"甲<p title='{MARK}'>", "attribute"),
        (f"甲<img alt={MARK}>", "attribute"),
        (f"甲<input value='{MARK}'>", "attribute"),
        (f'甲<input placeholder="{MARK}">', "attribute"),
        (f"甲<meta name=author content='{MARK}'>", "attribute"),
        (f"甲<p data-owner='{MARK}'>", "attribute"),
        (f"甲<p class='{MARK}'>", "attribute"),
        (f"甲<p {MARK}>", "attribute"),
        (f"甲</p {MARK}>", "attribute"),
        (f"甲<b{MARK}>", "attribute"),
        (f"甲<p hidden>x</p>{MARK}", "body"),
        (f"甲<p hidden>x<p>{MARK}", "body"),
        (f"甲<br hidden>{MARK}", "body"),
    ],
)
def test_a_word_stands_in_exactly_one_part(source: str, kind: str) -> None:
    assert [(part.kind, part.text.count(MARK)) for part in page(source).parts if MARK in part.text] == [
        (kind, 1)
    ]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("<a href='mailto:zhang@example.cn'>", "mailto:zhang@example.cn"),
        ("<a href=tel:13800138000>", "tel:13800138000"),
        ("<img src='http://10.1.2.3/a.png?x=1&copy=2'>", "http://10.1.2.3/a.png?x=1&copy=2"),
        ("<p title='甲&amp;乙&#10;丙'>", "甲&乙\n丙"),
        ("<a href='?a=1&copy2&copy=3&copy;'>", "?a=1&copy2&copy=3©"),
        ("<a onclick=\"call('13800138000')\">", "call('13800138000')"),
        ("<p class='x>13800138000</p>' id=a>", "x>13800138000</p>"),
        ("张三<zhang@example.cn>", "zhang@example.cn"),
        ("<a b13800138000>", "b13800138000"),
        ("<img src='data:;base64,机密'>", "data:;base64,机密"),
        ("<img src='data:text/plain,13800138000'>", "data:text/plain,13800138000"),
    ],
)
def test_attributes_are_read(source: str, value: str) -> None:
    assert parts(source)["attribute"] == value


def test_attributes_that_only_dress_the_page_are_left_out() -> None:
    assert "attribute" not in parts("<p class='MsoNormal' id=p1 style='color:red' width=100>甲</p>")


def test_items_of_a_part_stand_on_lines_of_their_own() -> None:
    assert parts("甲<!--一--><!--二\r\n三--><p title=四 data-x=五>")["comment"] == "一\n二\n三"
    assert parts("甲<p title=四 data-x=五><p title=四 data-x=五>")["attribute"] == "四\n五\n四\n五"
    assert parts("甲<b hidden>一</b><b hidden>二</b>")["hidden"] == "一\n二"
    assert parts("甲<title>一</title><svg><title>二</title></svg>")["heading"] == "一\n二"


def test_a_file_inside_the_page_is_read_as_a_file() -> None:
    inner = base64.b64encode(("电话13800138000" + "。" * 100).encode()).decode()
    document = page(f"甲\n<img src='data:text/plain;base64,{inner}' alt=图><img src='data:;base64,{inner}'>")
    (member,) = document.members
    assert member.name == "page.html › 第 2 行第 11 列的内嵌文件.txt"
    assert member.parts[0].text.startswith("电话13800138000")
    assert [(part.kind, part.text) for part in document.parts] == [("body", "甲"), ("attribute", "图")]


def test_a_broken_file_inside_the_page_is_a_gap() -> None:
    document = page("甲\n<img src='data:image/png;base64,iVBORw0KG' alt=图>")
    assert [(gap.cause, str(gap.location)) for gap in document.gaps] == [
        ("embedded-data", "附件，第 2 行第 11 列")
    ]
    assert page("甲<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>").gaps == ()


def test_what_is_nested_deeper_than_browsers_go_is_still_told_apart() -> None:
    found = parts(f"<html>{'<div>' * 3000}甲<p hidden>{MARK}</p>乙{'</div>' * 3000}丙")
    assert (found["body"], found["hidden"]) == ("甲乙\n丙", MARK)


def test_the_same_tags_do_the_same_wherever_they_stand() -> None:
    row = "<tr><td><p>甲</p></td><td><p title=注>乙</p></td></tr>\n"
    found = parts(f"<html><table>{row * 3}</table><div hidden><table>{row * 2}</table></div>")
    assert found["body"] == "\n".join(["甲\t乙"] * 3)
    assert found["hidden"] == "\n".join(["甲\t乙"] * 2)
    assert found["attribute"] == "\n".join(["注"] * 5)


@pytest.mark.parametrize(
    ("style", "hidden"),
    [
        (".x { display: none }", True),
        ("p.x, .y{visibility:hidden}", True),
        ("#i{opacity:0}", True),
        ("/* .x{display:none} */", False),
        ("@media print { .x { display: none } }", False),
        (".menu .x{display:none}", False),
        (".x:hover{display:none}", False),
        (".x{color:red}", False),
    ],
)
def test_a_class_that_the_style_sheet_hides_is_hidden(style: str, *, hidden: bool) -> None:
    found = parts(f"<style>{style}</style>甲<p id=i class='a x'>{MARK}</p>")
    assert (MARK in found["body"], MARK in found["hidden"]) == (not hidden, hidden)


@pytest.mark.parametrize(
    "source",
    [
        "<div id=app></div><script src=a.js></script>",
        "<p hidden>甲</p>",
        "<title>甲</title>",
        "<p>&nbsp;</p>",
    ],
)
def test_a_page_that_shows_nothing_is_a_gap(source: str) -> None:
    assert [gap.cause for gap in page(source).gaps] == ["no-visible-text"]


NODES = st.lists(
    st.one_of(
        st.text("机密乙ab1 \n\r\t，🀄\u3000", max_size=6),
        st.sampled_from(["&amp;", "&#26426;", "&lt", "&copy2", "&foo;", "<", ">", "&", "\r\n"]),
        st.sampled_from(
            ["<p>", "</p>", "<br>", "<b>", "</b>", "<pre>", "</pre>", "<li>", "<p hidden>", "<!-- 注\n释 -->"]
        ),
        st.sampled_from(
            [
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "</table>",
                "<p title='标&amp;\n题'>",
                "<title>一\n二</title>",
            ]
        ),
        st.sampled_from(
            ["<script>a\n&amp;</script>", "<textarea>\n甲 &amp; \n乙</textarea>", "<a\nhref='x\ny'>"]
        ),
    ),
    max_size=25,
).map("".join)


@given(NODES)
def test_every_character_is_found_at_its_line_and_column(source: str) -> None:
    lines = re.split("\r\n|\r|\n", source)
    for part in page(source).parts:
        for offset, character in enumerate(part.text):
            place = part.places.locate(offset)
            assert (place.path, place.kind) == ("page.html", part.kind)
            assert place.line is not None
            assert place.column is not None
            rest = lines[place.line - 1][place.column - 1 :]
            if character not in " \t\n":
                assert rest.startswith(character) or html.unescape(rest).startswith(character)


@given(NODES)
def test_places_never_run_backwards(source: str) -> None:
    part = visible(source)
    places = [part.places.locate(offset) for offset in range(len(part.text) + 1)]
    assert places == sorted(places, key=lambda place: (place.line, place.column))


@given(
    st.lists(
        st.sampled_from(
            ["甲", "乙", " ", "&lt;", "&amp", "&copy", "2", ";", "&", "#", "&#65;", "&#x41", "x", "it;"]
        )
    ).map("".join)
)
def test_references_mean_what_they_mean_to_the_standard_library(source: str) -> None:
    assert body(f"<pre>{source}</pre>") == html.unescape(source)


class Oracle(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.data: list[str] = []

    def handle_data(self, data: str) -> None:
        self.data.append(data)


TREE = st.recursive(
    st.text("机密a1，", min_size=1, max_size=4),
    lambda inner: st.tuples(st.sampled_from(["b", "span", "i", "em"]), st.lists(inner, max_size=3)).map(
        lambda drawn: f"<{drawn[0]} class='x>y' lang=zh>{''.join(drawn[1])}</{drawn[0]}>"
    ),
    max_leaves=12,
)


@given(TREE)
def test_well_formed_text_is_what_the_standard_library_reads(source: str) -> None:
    parser = Oracle()
    parser.feed(source)
    parser.close()
    assert body(source) == "".join(parser.data)


JUNK = st.lists(
    st.sampled_from(
        [
            *(
                "<",
                ">",
                "</",
                "/>",
                "<!--",
                "-->",
                "<![",
                "]]>",
                "<!",
                "<?",
                "'",
                '"',
                "=",
                " ",
                "\n",
                "&",
                "&#",
                ";",
            ),
            *(
                "a",
                "<p",
                "<script",
                "</script>",
                "<title>",
                "</title",
                "<pre>",
                "<table>",
                "<td>",
                "</td>",
                "hidden",
            ),
            *(
                "style=",
                "display:none",
                "<input type=hidden value=",
                "<textarea",
                "<plaintext>",
                "\0",
                "<svg/>",
            ),
            *("class=", "data:", "base64,", "title=data:;base64,"),
        ]
    ),
    max_size=20,
).map("".join)


@given(JUNK, JUNK)
def test_no_markup_however_broken_makes_a_word_disappear(before: str, after: str) -> None:
    assert any(MARK in part.text for part in page(f"<html>{before}{MARK}{after}").parts)


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "<!--",
            "<a b='",
            '<a b="',
            "<a b='x\"",
            "<a ",
            "</a ",
            "<!",
            "<?",
            "<script>",
            "<script/>",
            "<p hidden>",
        ),
        *(
            "<td>",
            "&",
            "&#1",
            "&a",
            "<table><tr><td>",
            "<pre>\n",
            "a<br>",
            "<x =",
            "<div></b>",
            "甲<i></b>",
            "<!-- -",
        ),
    ],
)
def test_time_grows_with_length_and_not_with_its_square(unit: str) -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        page("<html>" + unit * count)
        return time.process_time() - started

    assert min(seconds(16_000), seconds(16_000)) < 20 * max(seconds(2_000), 0.02)


@pytest.mark.parametrize(
    ("head", "encoding", "read_as", "reason"),
    [
        ("<meta charset=gb2312>", "gb18030", "gb18030", "声明的编码 gb2312（"),
        ("<META HTTP-EQUIV=a CONTENT='text/html; charset=GBK'>", "gb18030", "gb18030", "声明的编码 GBK（"),
        ("<?xml version='1.0' encoding='gb2312'?>", "gb18030", "gb18030", "声明的编码 gb2312（"),
        ("<!-- <meta charset=big5> --><meta charset='utf-8'>", "utf-8", "utf-8", "声明的编码 utf-8（"),
        ("<meta charset=gb2312>", "utf-8", "utf-8", "未采用文件声明的编码 gb2312"),
        ("<meta charset=gb2312>", "utf-16", "utf-16", "BOM"),
        ("<meta name=charset>", "gb18030", "gb18030", "全部字节都符合 GB18030"),
    ],
)
def test_the_declared_charset_counts_where_it_fits(
    head: str, encoding: str, read_as: str, reason: str
) -> None:
    document = read(Source("a.html", f"{head}<html><p>关于机关工作的通知</p>".encode(encoding)))
    assert (document.encoding, visible_of(document).text) == (read_as, "关于机关工作的通知")
    assert reason in (document.decided_by or "")
    assert document.gaps == ()


def visible(source: str) -> Part:
    return visible_of(page(source))


def visible_of(document: Document) -> Part:
    return next(part for part in document.parts if part.kind == "body")


def test_the_title_in_the_text_is_a_heading_and_what_follows_is_body() -> None:
    for text in (
        "<h1>关于<b>补贴</b>的通知</h1>正文",
        "<h1>关于<b>补贴</b>的通知<p>正文",
        "<h1>关于<b>补贴</b>的通知</h1><p>正文</p>",
    ):
        parts = page(f"<html><title>站名</title><div>首页</div>{text}").parts
        assert [(part.kind, part.text.strip()) for part in parts] == [
            ("heading", "站名\n关于补贴的通知"),
            ("body", "首页\n正文"),
        ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("1395331<sup>2</sup>", "1395331 2"),
        ("<del>13953312647</del><ins>13853312648</ins>", "13953312647 13853312648"),
        ("13953312647<button>copy</button>", "13953312647 copy"),
        ("1395<b>331</b>2647", "13953312647"),
        ("联系<a>电话</a>：12345", "联系电话：12345"),
        ("机密<sup>★</sup>10年", "机密★10年"),
    ],
)
def test_a_note_a_change_or_a_link_ends_a_value_and_emphasis_does_not(markup: str, text: str) -> None:
    assert [part.text for part in page(f"<html><p>{markup}</p>").parts if part.kind == "body"] == [text]


PLACES = {
    place: f"1380013{number:04}"
    for number, place in enumerate(
        [
            *(
                "正文",
                "表格",
                "标题",
                "注释",
                "display",
                "hidden",
                "样式表",
                "隐藏域",
                "作者",
                "data",
                "alt",
                "title",
            ),
            *("template", "noscript", "脚本", "事件", "内嵌文件", "占位"),
        ],
        7000,
    )
}
INNER = base64.b64encode(f"电话{PLACES['内嵌文件']}{'。' * 100}".encode()).decode()
LEAKING = f"""<!doctype html><html><head><title>电话{PLACES["标题"]}</title>
<meta name=author content=电话{PLACES["作者"]}><style>.gone {{ display: none }}</style></head><body>
<p>电话<b>{PLACES["正文"][:5]}</b>{PLACES["正文"][5:]}</p><table><tr><th>电话<tr><td>{PLACES["表格"]}</table>
<!-- 电话{PLACES["注释"]} --><p style="display:none">电话{PLACES["display"]}</p>
<p hidden>电话{PLACES["hidden"]}</p><p class="a gone">电话{PLACES["样式表"]}</p>
<input type=hidden name=p value=电话{PLACES["隐藏域"]}><p data-phone=电话{PLACES["data"]}>甲</p>
<img alt=电话{PLACES["alt"]} src=a.png><a title=电话{PLACES["title"]}>乙</a>
<template>电话{PLACES["template"]}</template><noscript>电话{PLACES["noscript"]}</noscript>
<script>var a = {{"phone": "{PLACES["脚本"]}"}};</script><p onclick="call('{PLACES["事件"]}')">丙</p>
<a href="data:text/plain;base64,{INNER}">丁</a><input placeholder=电话{PLACES["占位"]}></body></html>
"""


@pytest.mark.parametrize(
    ("place", "kind", "line"),
    [
        *(("正文", "body", 3), ("表格", "body", 3), ("标题", "heading", 1), ("注释", "comment", 4)),
        *(("display", "hidden", 4), ("hidden", "hidden", 5), ("样式表", "hidden", 5)),
        *(("隐藏域", "hidden", 6), ("作者", "attribute", 2), ("data", "attribute", 6)),
        *(("alt", "attribute", 7), ("title", "attribute", 7), ("template", "hidden", 8)),
        *(("noscript", "hidden", 8), ("脚本", "hidden", 9), ("事件", "attribute", 9)),
        *(("内嵌文件", "body", 1), ("占位", "attribute", 10)),
    ],
)
def test_a_value_is_found_in_its_place(place: str, kind: str, line: int) -> None:
    found = {
        (each.location.kind, each.location.line)
        for each in Checker().check_text(LEAKING, "page.html").findings
        if each.value.reveal() == PLACES[place]
    }
    assert (kind, line) in found
