"""State-secret marks: shapes that must be found, discourse that must not, and the laws behind them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prepub_check import Finding, check_text

DOCUMENT = (
    "市交通运输局关于开展专项检查的通知\n各县区交通运输局：\n现将有关事项通知如下。\n"
    "{}\n请认真贯彻执行。\n市交通运输局\n2023年5月6日"
)


def firm(text: str) -> list[Finding]:
    return [
        finding for finding in check_text(text).findings if finding.firm and finding.category == "secrecy"
    ]


def found(text: str) -> list[tuple[str, str]]:
    """Give the severity and the text of each firm finding in a document around ``text``."""
    document = DOCUMENT.format(text)
    return [(finding.severity, document[slice(*finding.span)]) for finding in firm(document)]


MARKS = {
    "机密★10年": "机密★10年",
    "绝密★长期": "绝密★长期",
    "秘密★": "秘密★",
    "秘密★1年\n特急": "秘密★1年",
    "机密 ★ 2030年12月31日": "机密 ★ 2030年12月31日",
    "绝密★启用前": "绝密★启用前",
    "机密★会议开始前": "机密★会议开始前",
    "机 密": "机 密",
    "【机密】": "机密",
    "绝密☆20年": "绝密☆20年",
    "机密*10年": "机密*10年",
    "秘密＊5年": "秘密＊5年",
    "機密★10年": "機密★10年",
    "絕密★長期": "絕密★長期",
    "密级：秘密": "秘密",
    "密 级：机密": "机密",
    "秘密级★10年": "秘密级★10年",
    "00001\n机密★5年\n加急": "机密★5年",
    "秘密★6个月": "秘密★6个月",
    "机密\u3000★\u300010\u3000年": "机密\u3000★\u300010\u3000年",
    "秘密\n★\n5年": "秘密\n★\n5年",
    "（秘密）\n该项目部署情况": "秘密",
    "密级标识：机密": "机密",
    "核心商密★5年": "核心商密★5年",
    "机密⭐️10年": "机密⭐️10年",
    "机\u200b密★10年": "机\u200b密★10年",
    "（秘密）该项目部署情况": "秘密",
    "密级：☑机密 □秘密": "机密",
    "密级\n机密": "机密",
    "机密 10年": "机密 10年",
    "机密妇10年": "机密妇10年",
    "绝密·永久": "绝密·永久",
    "特急 机密": "机密",
    "机密        第12期": "机密",
    "涉密资料，请勿外传": "涉密资料，请勿外传",
}


@pytest.mark.parametrize(("mark", "shown"), MARKS.items(), ids=[repr(mark) for mark in MARKS])
def test_a_mark_blocks_and_is_shown_where_it_stands(mark: str, shown: str) -> None:
    assert found(mark) == [("block", shown)]


REVIEWED = {
    "本文件为秘密级文件，请妥善保管": "秘密级",
    "本材料定为机密级": "机密级",
    "密级：JM": "JM",
    "附件：1.站点部署图（机密）": "机密",
    "保密期限：10年": "保密期限：10年",
    "核心商密": "核心商密",
    "序号\t文件名称\t密级\n1\t应急预案\t机密": "机密",
}


@pytest.mark.parametrize(("mark", "shown"), REVIEWED.items(), ids=[repr(mark) for mark in REVIEWED])
def test_a_statement_about_the_document_itself_is_for_review(mark: str, shown: str) -> None:
    assert found(mark) == [("review", shown)]


DISCOURSE = (
    "涉及国家秘密、商业秘密、个人隐私的，依照规定不予公开。",
    "国家秘密的密级分为绝密、机密、秘密三级。",
    "绝密级国家秘密是最重要的国家秘密",
    "严格执行保密审查制度，做到先审查、后公开",
    "开展涉密人员保密教育培训",
    "学习贯彻新修订的保密法",
    "保守在履行职责中知悉的商业秘密",
    "不属于国家秘密的，不得作出国家秘密标志。",
    "国家秘密标志形式为“密级★保密期限”",
    "例如“机密★10年”表示该件为机密级",
    "揭开长寿的秘密",
    "设立秘密写票处",
    "秘密武器",
    "机密性、完整性和可用性",
    "机密级信息系统每两年评估",
    "★号条款为实质性要求",
    "五星级饭店★★★★★",
    "密级：公开",
    "密级：绝密、机密、秘密（请勾选）",
    "本文件不涉密",
    "（非涉密公文专用）",
    "涉密信息系统集成乙级资质",
    "机密文件销毁服务采购公告",
    "拟定为绝密级的事项报国家保密行政管理部门确定",
    "测绘成果属于秘密的",
    "保密技术",
    "秘书处",
    "密云区",
    "国家密码管理局",
    "脱密期管理",
    "举行秘密会议",
    "密级：无",
    "密级：内部",
    "密级：□绝密 □机密 □秘密",
    "绝密\n机密\n秘密",
    "涉密公文应当分别标注“绝密”“机密”“秘密”和保密期限。",
    "投标人须保守国家秘密 ★2.投标人须提供承诺书",
    "经鉴定，上述文件中2份属机密级国家秘密，3份属秘密级国家秘密。",
    "密级为机密的信息系统",
    "试卷袋上“绝密★启用前”几个大字格外醒目",
    "秘密的十年",
    "保密期限：自本协议签订之日起五年",
)


@pytest.mark.parametrize("text", DISCOURSE)
def test_words_about_secrecy_raise_nothing(text: str) -> None:
    assert (found(text), firm(text)) == ([], [])


def test_a_mark_that_is_argued_away_stays_as_a_doubt() -> None:
    report = check_text("例如“机密★10年”表示该件为机密级")
    assert [(finding.rule, finding.firm) for finding in report.findings] == [("secrecy.marking", False)]


def test_a_term_beyond_the_usual_maximum_is_told_with_the_mark() -> None:
    (finding,) = firm("秘密★15年")
    assert (finding.rule, [other.rule for other in finding.related]) == (
        "secrecy.marking",
        ["secrecy.over-term"],
    )


def test_an_exam_paper_names_the_way_out() -> None:
    (finding,) = firm("绝密★本学科试卷启用前")
    assert "若为已启用真题可忽略" in finding.advice


def test_a_mark_is_not_masked_and_decides_against_publication() -> None:
    (finding,) = firm("机密★10年")
    assert (finding.shown, finding.decision) == ("机密★10年", "不予公开")


LEVELS = ("绝密", "机密", "秘密", "絕密", "機密", "机密级", "絕密級")
STARS = ("★", "☆", "⭐", "⭐\ufe0f")
TERMS = ("", "10年", "长期", "長期", "6个月", "2030年12月31日", "启封前")
LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30), max_size=40
)
GAPS = st.sampled_from(("", " ", "  ", "\u3000", "\u200b", "\u00a0"))


@st.composite
def marks(draw: st.DrawFn) -> str:
    """Make a mark, its characters set apart at will."""
    level, star, term = (draw(st.sampled_from(choices)) for choices in (LEVELS, STARS, TERMS))
    return "".join(character + draw(GAPS) for character in level + star + term).rstrip(" \u3000\u200b\u00a0")


@pytest.mark.parametrize("above", ["字样", "注明", "会议注明"])
def test_a_word_on_the_line_above_does_not_make_a_mark_an_example(above: str) -> None:
    assert [finding.rule for finding in firm(f"{above}\n绝密★")] == ["secrecy.marking"]
    assert not [finding for finding in firm(f"{above}：\n绝密★") if finding.rule == "secrecy.marking"]


@settings(max_examples=300, deadline=None)
@given(before=LINES, mark=marks(), after=LINES)
def test_a_mark_is_found_under_any_surroundings(before: list[str], mark: str, after: list[str]) -> None:
    text = "\n".join([*before, mark, *after])
    start = len("\n".join([*before, ""]))
    starts = [finding.span[0] for finding in firm(text) if finding.severity == "block"]
    assert start in starts


@settings(max_examples=300, deadline=None)
@given(before=LINES, after=LINES, frame=st.sampled_from(("", "（）", "【】", "[]", "《》", "##")))
def test_a_level_alone_at_the_head_is_found(before: list[str], after: list[str], frame: str) -> None:
    left, right = frame[:1], frame[1:]
    text = "\n".join([*before[:20], f"{left}机\u3000密{right}", *after])
    assert any(
        finding.severity == "block" and text[slice(*finding.span)] == "机\u3000密" for finding in firm(text)
    )


WORDS = (
    "国家秘密", "绝密级", "机密", "秘密", "密级", "保密期限", "涉密人员", "商业秘密", "工作秘密",
    "内部资料", "不予公开", "依申请公开", "送审稿", "征求意见稿", "领导批示", "会议纪要", "传阅",
)  # fmt: skip
JOINTS = ("、", "和", "或者", "的", "，对", "以及", "；", "应当符合")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINTS)), min_size=1, max_size=12))
def test_discourse_words_alone_never_give_a_firm_finding(pairs: list[tuple[str, str]]) -> None:
    text = "依法" + "".join(word + joint for word, joint in pairs) + "其他事项。"
    found = [finding for finding in check_text(text).findings if finding.firm]
    assert [finding for finding in found if finding.category in {"secrecy", "internal"}] == []
