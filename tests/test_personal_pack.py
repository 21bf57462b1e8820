"""The personal rules: leaks in many hands, what merely looks like one, and laws over made-up numbers."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from prepub_check import Checker, Config, Finding, load_rules

CHECKER = Checker(load_rules(packs=["personal"]), Config())

ID = "110105199003078510"
WRONG_ID = "110105199003078511"
LETTERS_AND_DIGITS = string.ascii_letters + string.digits
FULL_WIDTH = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def marked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """Give a text without its «», and the spans that they marked."""
    pieces, spans, place = example.split("«"), [], 0
    place = len(pieces[0])
    for piece in pieces[1:]:
        value, _, rest = piece.partition("»")
        spans.append((place, place + len(value)))
        place += len(value) + len(rest)
    return example.replace("«", "").replace("»", ""), spans


def firm(text: str, *, least: str = "info") -> list[Finding]:
    grave = ("info", "review", "block")
    findings = CHECKER.check_text(text).findings
    return [found for found in findings if found.firm and grave.index(found.severity) >= grave.index(least)]


def told(text: str) -> list[tuple[str, str, tuple[int, int]]]:
    return [(found.rule.removeprefix("personal."), found.severity, found.span) for found in firm(text)]


def family(rule: str) -> str:
    """Give a rule's name; which of the rules for names and addresses found one makes no odds."""
    name = rule.removeprefix("personal.")
    return next((word for word in ("name-", "address") if word in name), name).strip("-")


# Each leak once: the rule, its severity, and the place between «»; no other firm finding may stand in it.
LEAKS = [
    ("resident-id", "block", f"经查，当事人身份证号为«{ID}»。"),
    ("resident-id", "block", f"身份证号：«{ID.translate(FULL_WIDTH)}»"),
    ("resident-id", "block", f"公民身份号码«{ID[:6]}\u200b{ID[6:]}»特此证明"),
    ("resident-id", "block", f"证件号码 «{ID[:6]} {ID[6:14]} {ID[14:]}»"),
    ("resident-id", "block", f"从业资格证号«{ID}»已注销"),
    ("resident-id-numerals", "block", "身份证：«一一〇一〇五一九九〇〇三〇七八五一〇»"),
    ("resident-id-mistyped", "review", f"身份证号：«{WRONG_ID}»"),
    ("resident-id-15", "block", "身份证件号码：«110105491231002»"),
    ("permanent-residence-15", "block", "外国人永久居留身份证 «CAN110181080310»"),
    ("passport", "block", "持护照（号码«EB1234567»）出境"),
    ("hk-macau-permit", "block", "回乡证号码：«H12345678»"),
    ("taiwan-permit", "block", "台胞证号：«12345678»"),
    ("exit-permit", "block", "往来台湾通行证号 «L12345678»"),
    ("officer-certificate", "block", "军官证号：«南字第1234567号»"),
    ("student-id", "block", f"学籍号«G{ID}»"),
    ("disability-certificate", "block", f"残疾证号：«{ID}42»"),
    ("social-security-card", "review", "社保卡号：«A12345678»"),
    ("medical-record", "review", "住院号：«20231234»"),
    ("driver-archive", "review", "档案编号：«370300123456»"),
    ("mobile", "review", "请与经办同志联系，手机«13800138000»。"),
    ("mobile", "review", "联系方式：«+86 138-0013-8000»"),
    ("mobile", "review", "联系电话：«138\u30000013\u30008000»"),
    ("mobile-numerals", "review", "手机：«幺三八〇〇一三八〇〇〇»"),
    ("landline-private", "review", "家庭电话：«0533-2770001»"),
    ("landline", "info", "张某某«0533-2770001»"),
    ("bank-card", "block", "补贴发放至农行卡«6228 4800 1234 5678 903»"),
    ("own-account", "block", "存折账号：«370012345678»"),
    ("bank-account-personal", "review", "收款人账号：«370012345678»"),
    ("bank-account", "info", "开户银行：某某银行，账号：«37001234567890123»"),
    ("plate", "review", "车牌号：«鲁C·12345»"),
    ("plate", "review", "驾驶人驾驶«沪AD12345»小型轿车"),
    ("vin", "review", "车架号«LSVAM4187C2184847»"),
    ("imei", "review", "手机 IMEI：«490154203237518»"),
    ("iccid", "review", "ICCID：«89860000000000000001»"),
    ("email", "info", "电子邮箱：«zhangsan88@163.com»"),
    ("email-personal", "review", "本人邮箱：«zhangsan88@qq.com»"),
    ("email-mobile", "review", "邮箱：«13800138000@139.com»"),
    ("qq", "review", "QQ号：«123456789»"),
    ("wechat", "review", "微信号：«zhangsan_88»"),
    ("home-address", "review", "家庭住址：«淄博市张店区人民西路12号3号楼2单元501室»"),
    ("home-address", "review", "户籍地址：«桓台县索镇张桥村3组45号»"),
    ("dwelling", "review", "«张店区人民路12号3号楼1单元502室»居民反映楼上漏水"),
    ("birth-date", "info", "出生日期：«1990年3月7日»"),
    ("gps", "review", "家庭住址坐标«118.0561234,36.8123456»"),
    ("named-condition", "review", "患者李小明，因«尿毒症»住院"),
    ("weak-mask-id", "review", "身份证号：«110105199003**8510»"),
    ("weak-mask-mobile", "review", "手机：«138001***00»"),
    ("weak-mask-card", "review", "银行卡号：«622202021234****909»"),
]

# Rows and records: every firm finding above info in them, in order.
TABLES = [
    (
        "tabs",
        f"姓名\t身份证号\t手机\t住址\n«李小明»\t«{ID}»\t«13800138000»\t«某某小区3号楼1单元502室»",
        ["name", "resident-id", "mobile", "address"],
    ),
    (
        "bars",
        f"| 姓名 | 身份证号 |\n|---|---|\n| «欧阳明» | «{ID}» |",
        ["name", "resident-id"],
    ),
    (
        "commas",
        f"1,«李小明»,«{ID}»,«13800138000»,«某某镇某某村3组12号»",
        ["name", "resident-id", "mobile", "address"],
    ),
    (
        "aligned",
        "序号  姓名  电话\n1  «李小明»  «13800138000»\n2  «王建国»  «13900139000»",
        ["name", "mobile", "name", "mobile"],
    ),
    (
        "record",
        f"姓名：«李小明»\n性别：男\n身份证号码：«{ID}»\n联系电话：«13800138000»",
        ["name", "resident-id", "mobile"],
    ),
    (
        "wrong id in a column",
        f"姓名\t身份证号\n«李小明»\t«{WRONG_ID}»",
        ["name", "resident-id-mistyped"],
    ),
    (
        "illness",
        f"姓名\t身份证号\t病种\n«李小明»\t«{ID}»\t«尿毒症»",
        ["name", "resident-id", "health-cell"],
    ),
    ("illness without a number", "姓名\t年龄\t病种\n«李小明»\t61\t«尿毒症»", ["name", "health-named"]),
    (
        "welfare",
        f"姓名\t身份证号\t类别\n«李小明»\t«{ID}»\t«低保户»",
        ["name", "resident-id", "special-identity"],
    ),
    ("card", f"李某某,«{ID}»,«6228480012345678903»", ["resident-id", "bank-card-in-row"]),
    (
        "driver",
        "车主\t电话\t车牌\n«李小明»\t«13800138000»\t«鲁C12345»",
        ["name", "mobile", "plate"],
    ),
    (
        "prose",
        "申请人«李小明»（«13800138000»）因患«尿毒症»长期透析",
        ["name", "mobile", "health"],
    ),
    (
        "mask undone by a birth date",
        "李某，出生日期：1990年3月7日，身份证号«110105********8510»",
        ["masked-id-with-birth"],
    ),
]

# What looks like a leak and is none: nothing firm above info.
HARMLESS = {
    "JioNLP-77: 31 February": "61123318970231123X",
    "JioNLP-269: year navigation": "2022 2021 2020 2019 2018 2017 2016",
    "hutool-748: fifteen ones": "111111111111111",
    "hutool-1233: the year 1104": "110105110401010012",
    "bus routes": "途经102.103.106.109路、314.345.871.872.922路公交车",
    "clause numbers": "按照6.8.1.3规定，参见10.1.2.3条",
    "a stake number": "京A线K12345桩号至K1234+567段",
    "a side road": "司机经京G6辅路驶入",
    "a plate in a judgment": "驾驶鲁C12345号小型轿车与行人相撞",
    "a dwelling under the hammer": "拍卖位于张店区人民路12号3号楼1单元502室的房产",
    "a lorry's pass": "货车通行证编号：L12345678",
    "a range": "面积15000-200000平方米",
    "plates of two cities": "悬挂粤B、粤C牌照的车辆",
    "money": "中标金额15000000000元，投资13812345678.25元",
    "money with a sign": "合计￥13800138000",
    "a budget row": "2080647 行政运行 18119416704 13119416704 11.27%",
    "price ranges": "860-1200-1500元",
    "school years": "2019-2020-2021学年",
    "a foreign number": "101-2345-6789",
    "groups of a card": "6222 0210 0011",
    "a barcode": "商品条码 6901234567892",
    "a licence number": "许可证编号：440305202301150012",
    "an officer's certificate": "执法人员出示执法证件，证件编号：370102202206010502",
    "an order number": "订单号：20230115001234567890",
    "a longer number": "流水号 11010519900307851012345",
    "a file on the web": "https://www.example.gov.cn/art/2023/1/5/13812345678.html",
    "a picture": "IMG_13812345678.jpg",
    "a version": "V1.13812345678-2",
    "a hotline": "请拨打12345政务服务热线、12328交通运输服务监督热线或400-123-4567",
    "an office telephone": "联系人：李小明，联系电话：0533-2770001",
    "a fax": "传真：0533-2770002",
    "an office address": "办公地址：张店区人民西路12号政务服务大厅3楼302室",
    "a company's address": "某某公司住所：淄博市张店区人民路12号1201室",
    "an office mailbox": "请将意见发送至xxgk@163.com或zbjtj@zibo.gov.cn",
    "a public account": "微信公众号：zibojiaotong",
    "a QQ group": "政企交流QQ群：123456789",
    "a treasury account": "罚款缴至财政专户，账号：5137052552450588",
    "a credit code": "统一社会信用代码：91110000600037341L",
    "an organisation code": "组织机构代码：60003734-1",
    "a proper mask": "李某某，身份证号11**************10，手机138****8000，卡号6228***********8903",
    "the mask of a scan": "371422****0506",
    "a broken mask": "138 * * * * 1234",
    "a name alone": "负责人：李小明，职务：局长",
    "an appointment": "李小明，男，汉族，1970年3月生，大学学历，拟任副局长",
    "a list of winners": "姓名\t单位\n李小明\t某某中学\n王建国\t某某小学",
    "a policy on illness": "落实艾滋病防治、糖尿病健康管理、肺癌早筛项目，咨询电话0533-2770001",
    "a policy on disability": "残疾人两项补贴、低保户救助标准提高到每月900元",
    "born in a span": "2014年9月1日至2015年8月31日出生的适龄儿童可以报名",
    "a court's number": "（2023）粤法字第1234567号",
    "a flight": "航班H12345678、零件E12345678",
    "a list of places": "管控区：人民路某某小区15号楼2单元、某某村3组",
    "numbers one to a line": "158\n12345678\n136\n20190001",
}

# A sample of the standard, and values given as examples, are hits that somebody has to argue away.
DOUBTFUL = {
    "the sample of the standard": "根据 GB 11643，例号为 11010519491231002X",
    "an example": f"填写样例：{ID}",
    "an example of a number": "手机号码格式：13800138000（示例）",
    "a wrong check digit": f"数字{WRONG_ID}",
}


@pytest.mark.parametrize(
    ("rule", "severity", "leak"), LEAKS, ids=[f"{rule}-{place}" for place, (rule, _, _) in enumerate(LEAKS)]
)
def test_a_leak_is_found_in_its_place_and_nothing_else(rule: str, severity: str, leak: str) -> None:
    text, spans = marked(leak)
    assert told(text) == [(rule, severity, spans[0])]


@pytest.mark.parametrize(("text", "rules"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_rows_are_found_cell_by_cell(text: str, rules: list[str]) -> None:
    plain, spans = marked(text)
    found = firm(plain, least="review")
    assert [(family(hit.rule), hit.span) for hit in found] == list(zip(rules, spans, strict=True))


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_what_merely_looks_like_a_leak_raises_nothing(text: str) -> None:
    assert firm(text, least="review") == []


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_argued_away_stays_with_its_doubts(text: str) -> None:
    findings = CHECKER.check_text(text).findings
    assert findings
    assert all(found.doubts for found in findings)


@pytest.mark.parametrize(
    "text",
    ["热线12345", "咨询电话：0533-2770001", "xxgk@163.com", "91110000600037341L", "组织机构代码：60003734-1"],
    ids=["hotline", "office telephone", "office mailbox", "credit code", "organisation code"],
)
def test_what_must_be_public_is_recognised(text: str) -> None:
    report = CHECKER.check_text(text)
    assert (len(report.recognised), report.verdict) == (1, "pass")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("局长张小明接访，上访人李小红（13800138000）反映扰民", "李小红"),
        ("审判员张小明、书记员王小飞；被害人李小红，女，身份证号110105199003078510", "李小红"),
        ("记者张小明采访了患者李小红（13800138000）", "李小红"),
        ("院长：张小明\n患者：李小红，13800138000", "李小红"),
        ("副局长 李小红，女，身份证号110105199003078510", "李小红"),
        ("法定代表人：张小明\n投诉人：李小红，13800138000", "李小红"),
    ],
)
def test_who_merely_stands_beside_an_official_is_still_found(text: str, name: str) -> None:
    findings = [found for found in CHECKER.check_text(text).findings if "姓名" in found.title and found.firm]
    assert [found.value.reveal() for found in findings] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "联系人：办公室主任张小明，13800138000",
        "负责人张小明，13800138000",
        "责任编辑：张小明 13800138000",
        "中标人：张小明，13800138000",
        "评审专家：张小明、李小红，13800138000",
        "办公地址：人民路12号3号楼2单元302室（13800138000）",
    ],
)
def test_public_people_and_offices_are_not_raised(text: str) -> None:
    report = CHECKER.check_text(text)
    assert [found.rule for found in report.findings if found.firm] == ["personal.mobile"]
    assert report.recognised


@pytest.mark.parametrize(("rule", "severity", "leak"), LEAKS[:40:7], ids=[row[0] for row in LEAKS[:40:7]])
def test_full_width_and_invisible_characters_hide_nothing(rule: str, severity: str, leak: str) -> None:
    text, [(start, end)] = marked(leak)
    value = "\u2060".join(text[start:end].translate(FULL_WIDTH))
    assert (rule, severity, (start, start + len(value))) in told(text[:start] + value + text[end:])


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text(string.digits, min_size=count, max_size=count)


areas = st.sampled_from(["110105", "440524", "513621", "810000", "820000", "830000", "911124", "932682"])
births = st.dates().map(lambda day: f"{1900 + day.year % 120}{day.month:02}{min(day.day, 28):02}")
resident_ids = st.builds("".join, st.tuples(areas, births, digits(3))).map(
    lambda body: body + mod_11_2.calc_check_digit(body)
)
segments = st.sampled_from(["130", "138", "147", "155", "166", "173", "186", "191", "192", "198"])
mobiles = st.builds("".join, st.tuples(segments, digits(8)))
# Any 汉字 but those that the exceptions of the rules are made of: 编号, 样例, 预算 …
hanzi = st.text(
    st.characters(
        min_codepoint=0x4E00, max_codepoint=0x9FFF, exclude_characters="号码例样证算入出计额产债款资"
    ),
    min_size=1,
    max_size=12,
)
separators = st.sampled_from(["", " ", "-", "\u3000", "\u200b", "－"])


def spelt(value: str, breaks: tuple[int, ...], separator: str) -> str:
    pieces = zip((0, *breaks), (*breaks, len(value)), strict=True)
    return separator.join(value[first:last] for first, last in pieces)


@settings(max_examples=200, deadline=None)
@given(value=resident_ids, before=hanzi, after=hanzi, separator=separators)
def test_a_valid_id_is_found_exactly_after_any_hanzi(
    value: str, before: str, after: str, separator: str
) -> None:
    written = spelt(value, (6, 14), separator)
    span = (len(before), len(before) + len(written))
    assert ("resident-id", "block", span) in told(before + written + after)


@settings(max_examples=100, deadline=None)
@given(value=resident_ids, before=hanzi, place=st.integers(1, 17))
def test_an_id_broken_by_a_line_end_is_found_exactly(value: str, before: str, place: int) -> None:
    written = f"{value[:place]}\n{value[place:]}"
    span = (len(before), len(before) + len(written))
    assert ("resident-id", "block", span) in told(before + written)


@settings(max_examples=200, deadline=None)
@given(value=resident_ids, before=hanzi, place=st.integers(0, 16), step=st.integers(1, 9))
def test_one_wrong_digit_is_no_firm_id(value: str, before: str, place: int, step: int) -> None:
    wrong = value[:place] + str((int(value[place]) + step) % 10) + value[place + 1 :]
    assert not [found for found in firm(before + wrong) if found.severity == "block"]


@settings(max_examples=200, deadline=None)
@given(value=mobiles, before=hanzi, separator=separators)
def test_a_mobile_number_is_found_exactly_after_any_hanzi(value: str, before: str, separator: str) -> None:
    written = spelt(value, (3, 7), separator)
    span = (len(before), len(before) + len(written))
    assert ("mobile", "review", span) in told(f"{before}{written}，")


@settings(max_examples=100, deadline=None)
@given(
    value=mobiles, before=hanzi, more=st.text(string.ascii_letters + string.digits, min_size=1, max_size=6)
)
def test_a_mobile_number_inside_a_longer_run_is_none(value: str, before: str, more: str) -> None:
    rules = [found.rule for found in firm(before + value + more) + firm(before + more + value)]
    assert "personal.mobile" not in rules


@settings(deadline=None)
@given(value=resident_ids, after=hanzi)
def test_no_report_shows_the_number(value: str, after: str) -> None:
    report = CHECKER.check_text(f"身份证号{value}{after}")
    assert value not in repr(report)
    assert all(value not in found.shown + found.excerpt.masked for found in report.findings)
