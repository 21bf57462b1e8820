"""The rows of the comparison: which kinds of leaks a claim to find something is measured on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Row(NamedTuple):
    """A row: its Chinese title, and the kinds of leaks that it holds."""

    title: str
    kinds: frozenset[str]


def _row(title: str, family: str, kinds: str) -> Row:
    return Row(title, frozenset(f"{family}/{kind}" for kind in kinds.split()))


ROWS: Final[Mapping[str, Row]] = MappingProxyType(
    {
        "resident-id": _row("居民身份证号", "personal", "resident-id in-page"),
        "old-id": _row("15 位身份证号", "personal", "resident-id-15"),
        "permit": _row(
            "居住证、永居证、通行证",
            "personal",
            "residence-permit foreign-permanent foreign-permanent-old home-return-permit taiwan-permit "
            "exit-permit",
        ),
        "passport": _row("护照号", "personal", "passport"),
        "certificate": _row(
            "军官证、学籍、残疾人证等",
            "personal",
            "military-id student-id disability-card driver-file patient-number social-card",
        ),
        "mobile": _row("手机号", "personal", "mobile mobile-contact"),
        "landline": _row("家庭固定电话", "personal", "landline-private"),
        "mail": _row("个人邮箱", "personal", "email-private"),
        "account": _row("QQ、微信号", "personal", "qq wechat"),
        "card": _row("银行卡号", "personal", "bank-card"),
        "bank-account": _row("个人银行账号", "personal", "bank-account"),
        "vehicle": _row("车牌、车架号", "personal", "plate-owner vin-owner"),
        "name": _row("连带个人信息的姓名", "personal", "name-joined"),
        "address": _row("家庭住址", "personal", "address"),
        "context": _row("健康、身份、案件等情形", "context", "health welfare minor victim petitioner"),
        "password": _row("口令", "credential", "password-prose account-password wifi connection meeting"),
        "key": _row(
            "密钥和令牌",
            "credential",
            "aliyun tencent huawei other-cloud app-secret jwt private-key webhook token map-key",
        ),
        "address-ip": _row("内网地址", "credential", "private-address"),
        "secrecy": _row(
            "国家秘密标志",
            "secrecy",
            "star-term star-bare star-variant split-lines own-line no-star field statement exam portion",
        ),
        "internal": _row(
            "内部和不公开标志",
            "internal",
            "attr-not-public attr-on-request attr-field attr-ticked scope scope-only own-line own-line-bare "
            "caution only draft-title",
        ),
    }
)
