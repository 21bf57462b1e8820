"""The credential rules: leaks in many hands, their lawful neighbours, and what is never shown."""

from __future__ import annotations

import base64
import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prepub_check import Checker, Config, Finding, Report, load_rules

CHECKER = Checker(load_rules(packs=["credential"]), Config())
LETTERS_AND_DIGITS = string.ascii_letters + string.digits
HEX = "0123456789abcdef"


def marked(example: str) -> tuple[str, tuple[int, int], str]:
    """Give a text without its «», the span that they marked, and the value in it."""
    start, end = example.index("«"), example.index("»") - 1
    text = example.replace("«", "").replace("»", "")
    return text, (start, end), text[start:end]


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, tuple[int, int]]]:
    return [(found.rule, found.severity, found.span) for found in findings if found.firm]


def shown(report: Report) -> str:
    """Give everything that a writer may print of a report."""
    every = (*report.findings, *report.recognised)
    texts = [
        (found.shown, found.excerpt.masked, *found.cues, *(doubt.text for doubt in found.doubts))
        for found in every
    ]
    return repr(report) + repr(texts)


# Where the report must raise exactly one firm finding: rule, severity, and the place between «».
LEAKS = [
    ("aliyun", "block", "对象存储的 AccessKey 是 «LTAI5tMadeUpForTests0009»。"),
    ("aliyun-sts", "block", "临时凭证«STS.NMadeUpForTests0000000000009»，一小时有效"),
    ("tencent", "block", "腾讯云短信：«AKIDMadeUpForTestsMadeUpForTests0009»"),
    ("baidu", "block", "文字识别：«ALTAKMadeUpForTests0000009»"),
    ("volcengine", "block", "«AKLTMadeUpForTestsMadeUpForTestsMadeUp0009» 是火山引擎的"),
    ("kingsoft", "block", "金山云：«AKLTMadeUp_For-Tests0009»"),
    ("jd", "block", "京东云（«JDC_MADEUPFORTESTSMADEUPFOR0009»）"),
    ("aws", "block", "备份桶用«AKIAMADEUPFORTEST009»"),
    ("robot-webhook", "block", "推送 «https://oapi.dingtalk.com/robot/send?access_token=" + "09" * 32 + "»"),
    ("dingtalk-secret", "block", "加签«SEC" + "09" * 32 + "»"),
    ("platform-token", "block", "git clone 时用«ghp_MadeUpForTestsMadeUpForTestsMade0009»"),
    ("model-key", "block", "智能问答调用«sk-" + "0a9b" * 8 + "»"),
    ("secret", "block", "数据交换平台接入密钥（appKey）：«0a9bMadeUpForTests»。"),
    ("token", "block", "Authorization: Bearer «MadeUpForTests0009MadeUp»"),
    ("mail-code", "block", "xxgk@example.com 的授权码是«madeupfortestsab»"),
    ("password", "block", "门户网站后台，用户名 xxgk，登录密码：«Mu#2031ab»，请勿外传。"),
    ("password", "block", "（密　码：«Mu20319»）"),
    ("password", "block", "市局新门户已上线，初始密码统一设置为“«Mu@2031»”。"),
    ("password", "block", "密码由123456改为«Mu@2031»，请周知"),
    ("password-setting", "block", "spring.datasource.druid.password: «Mu@2031»"),
    ("password-setting", "block", '{"user": "oa", "passwd": "«Mu@2031»"}'),
    ("password-setting", "block", "Data Source=192.0.2.7;Initial Catalog=OA;User ID=oa;Password=«Mu@2031»;"),
    ("account-password", "block", "账号密码分别为 xxgk 和 «Mu@2031»"),
    ("password-column", "block", "系统\t账号\t密码\n门户\txxgk\t«Mu@2031»"),
    ("secret-column", "block", "平台\tAppSecret\n短信\t«MadeUpForTests0009»"),
    ("url-password", "block", "postgresql://oa:«Mu@2031»@db.example.com:5432/oa"),
    ("connection-string", "block", "jdbc:oracle:thin:oa/«Mu2031»@db.example.com:1521:orcl"),
    ("command-password", "block", "sshpass -p «Mu@2031» scp a.txt"),
    ("private-key", "block", "«-----BEGIN EC PRIVATE KEY-----\nTWFkZVVwRm9y\nVGVzdHM=»"),
    ("private-ip", "review", "请把数据报送到«10.68.3.21»服务器"),
    ("mac-address", "review", "考勤机 «00:0A:F7:00:00:09» 已登记"),
    ("intranet-url", "review", "登录«http://10.68.3.21:8080/oa/login»办理"),
    ("map-key", "review", "https://t0.tianditu.gov.cn/img_w/wmts?tk=«" + "0a9b" * 8 + "»"),
    ("internal-meeting", "review", "局务会腾讯会议号：123-456-789，会议密码：«203109»"),
    ("password-hint", "review", "系统初始«密码为本人身份证号码后6位»，请及时修改。"),
]  # fmt: skip

SILENT = {
    "the cipher law": "《中华人民共和国密码法》自2020年1月1日起施行，国家密码管理局负责管理全国的密码工作。",
    "an assessment": "商用密码应用安全性评估依据GB/T 39786-2021开展，密码产品应支持SM2、SM3、SM4。",
    "a login page": "用户名：　　密码：　　验证码：　　登录　注册　忘记密码？",
    "an empty form": "账号：__________ 密码：__________",
    "advice to keep it": "请妥善保管账号密码，不得转借他人；设置使用密码的，应当定期更换。",
    "a rule on its length": "密码长度不少于8位，密码为8-16位字母和数字，密码每90天更换一次。",
    "a rule on its strength": "不要使用123456、admin等简单密码。",
    "stars": "密码：********",
    "crosses": "AppSecret：xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "a template": "password=${DB_PASSWORD}，密码：<password>，密码：{{password}}，your_password",
    "a prompt": "密码：请输入密码",
    "a key's length": "密钥长度不低于128位，采用AES-256-GCM。",
    "a bus route": "乘坐10.20.30.40路公交车",
    "a clause": "10.1.2.3 投标保证金，见第10.1.2.3条和6.8.1.3规定",
    "a version": "版本号10.12.30.45，软件V10.20.30.40",
    "an impossible address": "编号192.168.300.1",
    "a public address": "网站地址218.75.123.5，http://www.example.gov.cn/a.html?key=12345",
    "a fingerprint": "证书指纹 00:0A:F7:00:00:09:11:22:33:44:55:66:77:88:99:AA",
    "a public certificate": "-----BEGIN CERTIFICATE-----\nTWFkZVVwRm9yVGVzdHM=\n-----END CERTIFICATE-----",
    "a heading of a table": "序号\t用户名\t密码\tEmail",
}  # fmt: skip

RECOGNISED = [
    ("share-code", "链接：https://pan.baidu.com/s/1MadeUp 提取码：«mu31»"),
    ("share-code", "云盘链接见附件，密码为«mu2031»"),
    ("meeting", "会议号：123-456-789，会议密码：«203109»"),
    ("meeting", "腾讯会议：123-456-789\n密码：«203109»"),
]


@pytest.mark.parametrize(
    ("rule", "severity", "leak"), LEAKS, ids=[f"{rule}: {leak}" for rule, _, leak in LEAKS]
)
def test_a_leak_is_found_where_it_stands(rule: str, severity: str, leak: str) -> None:
    text, span, value = marked(leak)
    report = CHECKER.check_text(text)
    assert told(report.findings) == [(f"credential.{rule}", severity, span)]
    assert rule == "password-hint" or value not in shown(report)


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_only_speaks_of_secrets_is_silent(text: str) -> None:
    assert told(CHECKER.check_text(text).findings) == []


@pytest.mark.parametrize(("rule", "text"), RECOGNISED, ids=[text for _, text in RECOGNISED])
def test_codes_that_are_given_to_the_public_are_recognised_and_not_raised(rule: str, text: str) -> None:
    text, span, _ = marked(text)
    report = CHECKER.check_text(text)
    assert (report.verdict, told(report.findings)) == ("pass", [])
    assert told(report.recognised) == [(f"credential.{rule}", "info", span)]


def joined(*pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*pieces).map("".join)


# No x, no run of one mark: those are how people write that a value was left out.
passwords = joined(
    st.sampled_from("ABCDFHJK"),
    st.text(st.sampled_from("abcdefghjkmn"), min_size=1, max_size=6),
    st.sampled_from(["", "@", "#", "$", "!", "_", "%"]),
    st.from_regex(r"[0-9]{2,8}", fullmatch=True),
    st.sampled_from(["", "!", "#", "ab"]),
)
ways_to_tell = st.sampled_from(
    [
        "密码：{}",
        "密码:{}，请勿外传",
        "初始密码为{}。",
        "口令是“{}”",
        "用户名：admin 密　码：{}",
        "账号\t密码\nadmin\t{}",
        "| 账号 | 密码 |\n|---|---|\n| admin | {} |",
        "password={}",
        '"password": "{}",',
        "<password>{}</password>",
        "DB_PASSWORD='{}'",
        "mysql://root:{}@db.example.com/oa",
        "Server=db;Uid=sa;Pwd={};",
    ]
)


@settings(deadline=None)
@given(passwords, ways_to_tell)
def test_a_password_is_blocked_however_it_is_told_and_never_shown(password: str, way: str) -> None:
    text = "一、系统登录\n" + way.format(password) + "\n二、其他事项"
    start = text.index(password)
    report = CHECKER.check_text(text)
    firm = [(found.severity, found.span) for found in report.findings if found.firm]
    assert firm == [("block", (start, start + len(password)))]
    assert password not in shown(report)


full_width = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


@settings(deadline=None)
@given(passwords)
def test_full_width_hides_no_password(password: str) -> None:
    text = f"密码：{password.translate(full_width)}"
    assert told(CHECKER.check_text(text).findings) == [("credential.password", "block", (3, len(text)))]


octets = st.integers(0, 255).map(str)
high_octets = st.integers(30, 255).map(str)
private_addresses = st.one_of(
    joined(st.just("10."), octets, st.just("."), octets, st.just("."), high_octets),
    joined(st.just("192.168."), octets, st.just("."), octets),
    joined(st.just("172."), st.integers(16, 31).map(str), st.just("."), octets, st.just("."), octets),
)


@settings(deadline=None)
@given(private_addresses, st.sampled_from(["服务器{}端口", "IP：{}", "部署在{}上", "ping {}", "{}"]))
def test_a_private_address_asks_for_review(address: str, way: str) -> None:
    text = way.format(address)
    start = text.index(address)
    assert told(CHECKER.check_text(text).findings) == [
        ("credential.private-ip", "review", (start, start + len(address)))
    ]


@settings(deadline=None)
@given(private_addresses, st.sampled_from(["第{}条", "版本{}", "{}路公交", "V{}", "1.{}", "{}.1"]))
def test_a_number_with_dots_is_no_address(address: str, way: str) -> None:
    assert told(CHECKER.check_text(way.format(address)).findings) == []


def segment(content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


@settings(deadline=None)
@given(
    st.sampled_from(["HS256", "RS256", "SM2"]),
    st.dictionaries(st.text(max_size=5), st.text(max_size=9), min_size=1, max_size=4),
    st.text(st.sampled_from(LETTERS_AND_DIGITS + "-_"), min_size=20, max_size=90),
)
def test_a_login_token_is_blocked_whatever_it_carries(
    algorithm: str, claims: dict[str, str], mac: str
) -> None:
    token = ".".join((segment({"alg": algorithm, "typ": "JWT"}), segment(claims), mac))
    report = CHECKER.check_text(f"接口调试用{token}。")
    assert told(report.findings) == [("credential.jwt", "block", (5, 5 + len(token)))]
    assert token not in shown(report)


@settings(deadline=None)
@given(
    st.lists(
        st.text(st.sampled_from(LETTERS_AND_DIGITS + "+/"), min_size=64, max_size=64), min_size=1, max_size=40
    )
)
def test_a_private_key_is_found_as_one_block_from_its_first_line_to_its_last(lines: list[str]) -> None:
    key = "\n".join(["-----BEGIN PRIVATE KEY-----", *lines, "-----END PRIVATE KEY-----"])
    report = CHECKER.check_text(f"证书私钥如下：\n{key}\n以上。")
    assert ("credential.private-key", "block", (8, 8 + len(key))) in told(report.findings)
    assert not [line for line in lines if line in shown(report)]
