"""Non-public markers: remarks, fields, drafts and handling sheets, and what only sounds like one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prepub_check import Checker, Config, Finding, check_text
from prepub_check.config import CheckSettings

DOCUMENT = (
    "关于开展专项检查的通知\n各县区交通运输局：\n现将有关事项通知如下。\n"
    "{}\n请认真贯彻执行。\n市交通运输局\n2023年5月6日"
)


def firm(text: str) -> list[Finding]:
    return [
        finding for finding in check_text(text).findings if finding.firm and finding.category == "internal"
    ]


def found(text: str) -> list[tuple[str, str]]:
    """Give the rule and severity of each firm finding that counts in a document around ``text``."""
    return [
        (finding.rule.removeprefix("internal."), finding.severity)
        for finding in firm(DOCUMENT.format(text))
        if finding.severity != "info"
    ]


POSITIVES: Mapping[str, tuple[str, str]] = {
    "内部资料 注意保存": ("inner", "block"),
    "内部资料，请勿外传": ("inner", "block"),
    "内部文件 不得外传": ("inner", "block"),
    "仅供内部参考": ("only", "review"),
    "（此件不公开）": ("attr-closed", "block"),
    "（此件不予公开）": ("attr-closed", "block"),
    "（此件发至县团级）": ("circulation", "block"),
    "（此件依申请公开）": ("attr-on-request", "block"),
    "此件限市直机关范围内传阅": ("limit", "block"),
    "方案（讨论稿）": ("draft", "block"),
    "办法（送审稿）": ("draft", "block"),
    "请示（代拟稿）": ("draft", "block"),
    "工作方案（未定稿）": ("draft", "block"),
    "公开属性：不予公开": ("field-closed", "block"),
    "公开属性：依申请公开": ("field-on-request", "block"),
    "拟办意见：请张局长阅示": ("approval", "block"),
    "领导批示：\n同意。": ("approval", "block"),
    "交通运输局收文处理笺": ("form", "block"),
    "文件传阅单": ("form", "block"),
    "工作秘密": ("inner", "block"),
    "内部事项 注意保管": ("inner", "block"),
    "X委密〔2017〕3号": ("number", "block"),
    "市交密〔2023〕5号": ("number", "block"),
    "（此件不发网传）": ("scope", "block"),
    "本件阅后收回": ("scope", "block"),
    "【内部传阅】": ("inner", "block"),
    "密件": ("inner", "block"),
    "内 部 资 料": ("inner", "block"),
    "[批注 [李四1]: 这里数字核实": ("note-left", "review"),
    "（此处待核实）": ("note-left", "review"),
    "投资XX亿元": ("placeholder-figure", "review"),
    "×××单位负责": ("placeholder-name", "review"),
    "妥否，请批示。": ("request", "review"),
    "询问笔录": ("case-file", "review"),
    "关于商请支持道路改造的函": ("consultation-letter", "review"),
    "关于追加经费的请示": ("request-title", "review"),
    "局长办公会议纪要〔2023〕12号\n出席：张三、李四": ("minutes", "review"),
    "主动公开政府信息23条（请根据实际情况填写）。": ("template-left", "review"),
    "（会后收回）": ("return", "block"),
    "（不登报、不上网）": ("unpublished", "block"),
    "内部资料              第12期": ("inner", "block"),
    "（内部）": ("inner-bare", "review"),
    "请勿外传": ("caution-line", "review"),
    "公开方式：□主动公开 ☑不予公开": ("field-ticked", "block"),
}


@pytest.mark.parametrize(("text", "expected"), POSITIVES.items(), ids=[repr(text) for text in POSITIVES])
def test_a_marker_is_found(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(("text", "expected"), POSITIVES.items(), ids=[repr(text) for text in POSITIVES])
def test_a_marker_decides_the_verdict(text: str, expected: tuple[str, str]) -> None:
    assert check_text(DOCUMENT.format(text)).verdict == expected[1]


DISCOURSE = (
    "对不予公开的政府信息进行定期评估审查",
    "决定主动公开、依申请公开、不予公开",
    "受理依申请公开20件",
    "（此件公开发布）",
    "（此件主动公开）",
    "（此件有删减）",
    "（此件有删改）",
    "公开属性：主动公开",
    "公开方式：□主动公开 □依申请公开 □不予公开",
    "《条例（征求意见稿）》公开征求意见",
    "《条例（草案）》",
    "内部控制",
    "内部审计",
    "内部事务信息可以不予公开",
    "市政府常务会议纪要精神",
    "连续性内部资料性出版物准印证",
    "内部资料性出版物管理办法",
    "重要指示批示精神",
    "领导批示件办结率",
    "请示报告制度",
    "起草部门报送送审稿应当附说明",
    "组织干部传阅学习",
    "内政发〔2020〕5号",
    "芜政秘〔2020〕1号",
    "密政发〔2020〕3号",
    "国密局字〔2018〕12号",
    "赣机编〔2019〕3号",
    "农机发〔2020〕2号",
    "特急·明电",
    "审议《工作要点（送审稿）》",
    "内部交通组织",
    "保密工作责任制",
    "讨论稿经多次修改后提交审议",
    "信访件阅办情况",
    "国办秘函〔2019〕19号",
    "机密级计算机",
    "不得外传他人隐私",
    "对外公开电话",
    "×××人民法院",
    "依申请公开",
    "不予公开",
    "公文末尾标注“此件主动公开”“此件依申请公开”或者“此件不予公开”",
    "（此件主动公开）（此件发至各法人银行）",
    "（此件公开发布，附件不公开）",
    "会签意见：（盖章）",
    "推荐单位领导意见：同意推荐",
    "不得将内部文件、资料外传",
    "制剂只限本单位使用",
    "皖农机〔2020〕1号",
    "网络安全法（草案二次审议稿）",
    "办法（送审稿）\n现向社会公开征求意见",
    "填表说明：请根据实际情况填写",
    "被告人×××，男，19××年××月××日出生",
    "出席：人大代表、政协委员",
)


@pytest.mark.parametrize("text", DISCOURSE)
def test_words_about_markers_raise_nothing(text: str) -> None:
    alone = [finding for finding in firm(text) if finding.severity != "info"]
    assert (found(text), alone) == ([], [])


YEARLY_REPORT = """三、收到和处理政府信息公开申请情况
（列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
一、本年新收政府信息公开申请数量\t12\t0\t12
（一）予以公开\t5\t0\t5
（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t1\t0\t1
（三）不予公开\t1.属于国家秘密\t0
2.其他法律行政法规禁止公开\t0
3.危及“三安全一稳定”\t0
4.保护第三方合法权益\t0
5.属于三类内部事务信息\t1
6.属于四类过程性信息\t1
7.属于行政执法案卷\t0
8.属于行政查询事项\t0
（四）无法提供\t1.本机关不掌握相关政府信息\t2
（五）不予处理\t1.信访举报投诉类申请\t0
（六）其他处理\t0
依申请公开 12 件，主动公开 407 条，其中不予公开 2 件。
"""

PAGE = """首页
国家密码管理局
政府信息公开
政府信息公开指南
政府信息依申请公开
依申请公开
法定主动公开内容
政府信息公开年报
关于印发《连续性内部资料性出版物管理办法》的通知
索 引 号：000014349/2023-00012
主题分类：工业、交通\\公路
公开方式：主动公开
公开形式：网站、公报
（此件公开发布）
"""


@pytest.mark.parametrize(
    "text", [YEARLY_REPORT, YEARLY_REPORT.replace("\t", "\n"), PAGE], ids=["表", "逐格", "网页"]
)
def test_statutory_tables_and_page_boilerplate_are_clean(text: str) -> None:
    findings = check_text(text).findings
    assert [finding.rule for finding in findings if finding.category in {"secrecy", "internal"}] == []


@pytest.mark.parametrize("text", ["（此件依申请公开）", "公开属性：依申请公开"])
def test_on_request_is_only_a_remark_when_answering_a_request(text: str) -> None:
    answering = Config(check=CheckSettings(disclosure="依申请公开"))
    (finding,) = Checker(config=answering).check_text(text).findings
    assert (finding.severity, finding.decision) == ("info", "依申请公开")


SEPARATORS = st.lists(st.sampled_from(("", " ", "  ", "\u3000")), min_size=3, max_size=3)
# hypothesis tries the strings of our own code too, and a line of them may be a mark itself.
_LINES = st.text(st.characters(categories=["Lo", "Nd"]), max_size=30).filter(lambda line: "内" not in line)
BEFORE = st.lists(_LINES, max_size=40)


@settings(max_examples=200, deadline=None)
@given(gaps=SEPARATORS, word=st.sampled_from(("资料", "文件", "材料", "刊物", "参考")), before=BEFORE)
def test_an_internal_line_is_found_under_any_lines_and_spaced_out(
    gaps: list[str], word: str, before: list[str]
) -> None:
    mark = "".join(character + gap for character, gap in zip("内部" + word, [*gaps, ""], strict=True))
    text = "\n".join([*before, f"【{mark}】", "请认真贯彻执行。"])
    assert [text[slice(*finding.span)] for finding in firm(text) if finding.severity == "block"] == [mark]
