"""Decoding loses nothing in silence, and gives the same text out of every encoding."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF32_LE

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from prepub_check.errors import SourceError
from prepub_check.readers.decode import decode
from prepub_check.readers.decoded import Decoded

WORDS = (
    "各单位",
    "现将",
    "有关事项",
    "通知如下",
    "联通",
    "中国",
    "，",
    "。",
    "\n",
    "\r\n",
    "2024年",
    " PDF ",
    "秘密★10年",
)
DRAFTS = st.lists(st.sampled_from(WORDS), min_size=1).map("".join).filter(lambda text: not text.isascii())
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030")
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffd"))

SIMPLIFIED = "关于印发机关工作人员名单的通知：各单位，现将有关事项通知如下，请遵照执行。"
TRADITIONAL = "關於公布機關工作人員名單的通知：各單位，請依照規定辦理，並於期限內回覆。"
SECOND_LINE = "附件：名单\n"


def causes(decoded: Decoded) -> list[str]:
    return [flaw.cause for flaw in decoded.flaws]


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as refused:
        decode(data)
    return refused.value.cause


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=DRAFTS)
def test_every_encoding_gives_the_same_text_and_no_flaw(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.flaws) == (text, encoding, ())


@given(ANY_TEXT)
def test_any_text_with_hanzi_is_itself_in_utf8(text: str) -> None:
    draft = f"机关{text}"
    assume(len(re.findall(r"[\x01-\x08\x0e-\x1f\x7f]", draft)) <= 8)
    assert decode(draft.encode()).text == draft


@given(st.binary())
@example(b"\xff\xfe\x00\xd8")
@example(b"\xff\xfe\x00")
@example(b"\x84\x31\x95\x33\xff")
@example(b"\xef\xbb\xbf\xd6\xd0")
def test_any_bytes_are_refused_or_read_and_without_a_flaw_strictly(data: bytes) -> None:
    try:
        decoded = decode(data)
    except SourceError as error:
        assert error.cause in {"empty", "binary", "undecodable", "unsupported-format"}  # noqa: PT017 -- it may also pass
        return
    assert not re.search("[\ud800-\udfff]", decoded.text)
    if not decoded.flaws and decoded.encoding != "gb18030":
        assert decoded.encoding is not None
        assert data.decode(decoded.encoding) == decoded.text


@given(st.lists(st.tuples(DRAFTS, st.integers(0, 3)), min_size=1))
def test_every_undecodable_stretch_is_named_with_its_line_and_length(pieces: list[tuple[str, int]]) -> None:
    data, expected, line = SIMPLIFIED.encode(), [], 1
    for text, broken in pieces:
        line += len(re.findall("\r\n?|\n", text))
        data += text.encode() + b"\xff" * broken + "机".encode()
        expected += [(line, broken)] * bool(broken)
    decoded = decode(data)
    assert [
        (flaw.line, int(re.findall("有 ([0-9]+) 个字节", flaw.message)[0])) for flaw in decoded.flaws
    ] == expected
    assert decoded.text.count("\ufffd") == len(expected)
    assert decoded.encoding == "utf-8"


def test_a_file_damaged_all_over_counts_what_it_does_not_list() -> None:
    decoded = decode((SIMPLIFIED.encode() + b"\xff\xff\n") * 1500)
    assert len(decoded.flaws) == 1000
    assert decoded.flaws[-1].message.startswith("第 1000 至 1500 行另有 501 处、共 1002 个字节")


@pytest.mark.parametrize("hanzi", ["联通", "力挺", "中国", "密级", "机", "一要", "通知", "あいう"])
def test_short_gbk_is_chinese(hanzi: str) -> None:
    decoded = decode(hanzi.encode("gbk"))
    assert (decoded.text, decoded.encoding) == (hanzi, "gb18030")


def test_gbk_that_is_also_utf8_is_disclosed() -> None:
    assert causes(decode("一要".encode("gbk"))) == ["ambiguous-encoding"]


@pytest.mark.parametrize("text", ["25·3", "café", "±5°", "10×20", "A·B·C"])
def test_signs_in_utf8_are_not_taken_for_gbk(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "text",
    [
        "㐀㐁与𠀀𠮷，生僻字之外是通知。",
        "附件：\ue000\ue001造字，请各单位核对。",
        "藏文 བོད 与维吾尔文 ئۇيغۇر 对照",
    ],
)
def test_gb18030_is_read_whole(text: str) -> None:
    decoded = decode((SIMPLIFIED + text).encode("gb18030"))
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED + text, "gb18030")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize("text", [TRADITIONAL, "（一）名單；（二）條例；「公開」、「密件」。"])
def test_traditional_text_is_read(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.flaws) == (text, encoding, ())


def test_damaged_big5_is_still_big5() -> None:
    decoded = decode(TRADITIONAL.encode("big5") + b"\xff\n" + TRADITIONAL.encode("big5"))
    assert decoded.text == f"{TRADITIONAL}\ufffd\n{TRADITIONAL}"
    assert causes(decoded) == ["undecodable"]


def test_box_drawing_in_gbk_is_no_big5() -> None:
    table = "┌──────┬──────┐\n│姓名　│电话　│\n└──────┴──────┘\n"
    assert decode(table.encode("gbk")).text == table


@pytest.mark.parametrize("line", ["大桥起点", "业主大会", "行政强制"])
def test_a_line_that_could_be_either_is_read_by_what_it_spells(line: str) -> None:
    assert decode(f"{SIMPLIFIED}\n".encode("gbk") + line.encode()).text == f"{SIMPLIFIED}\n{line}"


@pytest.mark.parametrize("line", ["承德市", "衡水市", "固安县职业中学"])
def test_a_line_cut_within_a_character_is_not_taken_for_gb18030(line: str) -> None:
    decoded = decode(line.encode()[:-1] + f"\n{SIMPLIFIED}".encode())
    assert decoded.text == f"{line[:-1]}\ufffd\n{SIMPLIFIED}"
    assert [(flaw.cause, flaw.line) for flaw in decoded.flaws] == [("undecodable", 1)]


@pytest.mark.parametrize("first", ["utf-8", "gb18030"])
def test_a_mixed_file_is_read_line_by_line_and_disclosed(first: str) -> None:
    second = {"utf-8": "gb18030", "gb18030": "utf-8"}[first]
    decoded = decode(
        f"{SIMPLIFIED}\n".encode(first) + SECOND_LINE.encode(second) * 2000 + SIMPLIFIED.encode(first)
    )
    assert decoded.text == f"{SIMPLIFIED}\n{SECOND_LINE * 2000}{SIMPLIFIED}"
    assert causes(decoded) == ["mixed-encoding"]
    assert "UTF-8" in decoded.decided_by
    assert "GB18030" in decoded.decided_by


@pytest.mark.parametrize("cut", [1, 2])
@pytest.mark.parametrize("text", [SIMPLIFIED + "机", "行政区", "衡水市", "承德市", "名单\n衡水市"])
def test_truncated_utf8_loses_only_its_last_character(text: str, cut: int) -> None:
    decoded = decode(text.encode()[:-cut])
    assert (decoded.text, decoded.encoding) == (text[:-1] + "\ufffd", "utf-8")
    assert [flaw.cause for flaw in decoded.flaws] == ["undecodable"]
    assert f"{3 - cut} 个字节" in decoded.flaws[0].message


def test_truncated_gb18030_loses_only_its_last_character() -> None:
    decoded = decode(SIMPLIFIED.encode("gb18030")[:-1] + b"\n")
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED[:-1] + "\ufffd\n", "gb18030")
    assert [(flaw.cause, flaw.line) for flaw in decoded.flaws] == [("undecodable", 1)]


def test_truncated_utf16_loses_only_its_last_character() -> None:
    decoded = decode(f"{SIMPLIFIED}\n机".encode("utf-16")[:-1])
    assert decoded.text == f"{SIMPLIFIED}\n\ufffd"
    assert [(flaw.cause, flaw.line) for flaw in decoded.flaws] == [("undecodable", 2)]


@pytest.mark.parametrize(
    ("declared", "encoding", "read_as"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("iso-8859-1", "gb18030", "gb18030"),
        ("big5", "gb18030", "gb18030"),
        ("no such charset", "utf-8", "utf-8"),
    ],
)
@pytest.mark.parametrize("text", [SIMPLIFIED, "序号", "总计"])
def test_a_declaration_holds_where_it_fits_the_bytes(
    declared: str, encoding: str, read_as: str, text: str
) -> None:
    decoded = decode(text.encode(encoding), declared)
    assert (decoded.text, decoded.encoding) == (text, read_as)
    assert declared in decoded.decided_by


def test_a_declaration_settles_what_the_bytes_leave_open() -> None:
    assert decode("一要".encode("gbk"), "gb2312").flaws == ()


def test_a_bom_is_believed_before_a_declaration() -> None:
    assert decode(SIMPLIFIED.encode("utf-16"), "gb2312").encoding == "utf-16"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (f"第一行正常\n{SIMPLIFIED.encode().decode('gb18030', 'replace')}".encode(), 2),
        (SIMPLIFIED.encode("gbk").decode("latin-1").encode(), 1),
        (SIMPLIFIED.encode().decode("latin-1").encode(), 1),
        ("第一行\n第二行\n锟斤拷锟斤拷".encode(), 3),
        ("ｶﾅ 半角カナ機密文書の取扱い".encode("shift_jis") * 3, 1),
    ],
    ids=["utf-8 as gbk", "gbk as latin", "utf-8 as latin", "replaced twice", "shift_jis"],
)
def test_mojibake_is_disclosed(data: bytes, line: int) -> None:
    flaws = [flaw for flaw in decode(data).flaws if flaw.cause in {"mojibake", "undecodable"}]
    assert flaws
    assert flaws[0].line == line


@pytest.mark.parametrize(
    "text",
    [
        "××××××××××××",
        "····················1",
        "\xa0" * 40 + "二〇二四年",
        "α≥0.05",
        "沢、堺、畑",
        "犇\n骉",
        "张三、贠彧",
        "贠彧",
        "3 ÷ 4 ± 5",
    ],
)
def test_unusual_signs_are_no_mojibake(text: str) -> None:
    assert decode(f"{SIMPLIFIED}\n{text}".encode()).flaws == ()


def test_characters_lost_before_are_disclosed() -> None:
    flaws = decode(f"{SIMPLIFIED}\n姓名：张\ufffd".encode()).flaws
    assert [(flaw.cause, flaw.line) for flaw in flaws] == [("replacement-character", 2)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xef\xbb\xbf",
        b" \r\n\t",
        "\u3000\n".encode(),
        "\u3000".encode("gbk"),
        " ".encode("utf-16"),
        BOM_UTF16_BE,
    ],
)
def test_nothing_to_read_is_empty(data: bytes) -> None:
    assert refusal(data) == "empty"


@pytest.mark.parametrize(
    ("data", "cause", "title"),
    [
        (b"%!PS-Adobe-3.0\n", "unsupported-format", "PostScript"),
        (b"\x7fELF\x02", "unsupported-format", "可执行"),
        ("机密".encode() + b"\0", "binary", "NUL"),
        ("ab机密".encode("utf-16-le"), "binary", "UTF-16"),
        (BOM_UTF32_LE + b"\xff\xff\xff\xff", "undecodable", "utf-32"),
        ("机密\0".encode("utf-16"), "binary", "NUL"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f" + b"text", "binary", "控制字符"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, cause: str, title: str) -> None:
    with pytest.raises(SourceError, match=title) as refused:
        decode(data)
    assert refused.value.cause == cause
    assert "检查" in str(refused.value)


@pytest.mark.parametrize(
    "text", ["BM 是一种格式", "PK 对比", "MZ", "GIF 图片说明", "ID3 标签", "一\x1a", "主题：MIME-Version"]
)
def test_text_that_begins_like_a_format_is_text(text: str) -> None:
    assert decode(text.encode()).text == text


def test_no_repr_shows_the_text() -> None:
    assert SIMPLIFIED not in repr(decode(SIMPLIFIED.encode()))
