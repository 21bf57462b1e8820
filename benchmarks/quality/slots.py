"""The slots that templates may name: each gives a value from the scene, and a few values are leaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from .scene import Person, Scene
from .values import address, contact, identity, money, organisation, person, region, secret, vehicle
from .values.words import words

Maker = Callable[[Scene, Person], str]


@dataclass(frozen=True, slots=True)
class Slot:
    """How a value is made, the kind of leak it is where a template plants it, and its class of disguises."""

    make: Maker
    kind: str = ""
    disguise: str = ""


def _date(scene: Scene, _person: Person) -> str:
    day = scene.date - dt.timedelta(days=scene.rng.randrange(0, 300))
    return f"{day.year}年{day.month}月{day.day}日"


def _name(scene: Scene, _person: Person) -> str:
    return person.han_name(scene.rng, male=scene.rng.choice((True, False)))


def _document_number(scene: Scene, _person: Person) -> str:
    return f"{scene.county.seat[0]}{scene.sign}〔{scene.date.year}〕{scene.rng.randrange(1, 300)}号"


def _amount(scene: Scene, _person: Person) -> str:
    rng = scene.rng
    return rng.choice(
        (f"{rng.randrange(1, 9999)}.{rng.randrange(10, 99)}万元", f"{rng.randrange(1000, 99999999)}元")
    )


def _born(_scene: Scene, who: Person) -> str:
    return f"{who.born.year}年{who.born.month}月{who.born.day}日"


def _pick(words: str) -> Maker:
    options = words.split()
    return lambda scene, _person: scene.rng.choice(options)


def _number(low: int, high: int) -> Maker:
    return lambda scene, _person: str(scene.rng.randrange(low, high))


def _digits(size: int) -> Maker:
    return lambda scene, _person: scene.rng.choice("123456789") + identity.digits(scene.rng, size - 1)


def _alnum(size: int) -> Maker:
    return lambda scene, _person: secret.alnum(scene.rng, size)


def _upper(size: int) -> Maker:
    return lambda scene, _person: secret.upper(scene.rng, size)


def _hex(size: int) -> Maker:
    return lambda scene, _person: secret.hex_of(scene.rng, size)


def _masked_id(scene: Scene, who: Person) -> str:
    return scene.rng.choice(
        (
            f"{who.id[:2]}*************{who.id[-3:]}",
            f"{who.id[:6]}********{who.id[-4:]}",
            f"{who.id[:3]}***********{who.id[-4:]}",
            f"{who.id[:4]}**********{who.id[-4:]}",
            f"{who.id[:6]}************",
            f"{who.id[:1]}****************{who.id[-1]}",
            f"{who.id[:6]}××××××××{who.id[-4:]}",
        )
    )


def _masked_mobile(_scene: Scene, who: Person) -> str:
    return f"{who.mobile[:3]}****{who.mobile[-4:]}"


def _masked_name(scene: Scene, who: Person) -> str:
    return who.name[0] + scene.rng.choice(("某", "某某", "*", "**", "×", "××"))


_NEUTRAL: Final[Mapping[str, Maker]] = MappingProxyType(
    {
        "province": lambda s, _p: s.county.province,
        "city": lambda s, _p: s.county.seat,
        "county": lambda s, _p: s.county.name,
        "town": lambda s, _p: region.town(s.rng),
        "village": lambda s, _p: region.village(s.rng),
        "road": lambda s, _p: region.road(s.rng),
        "estate": lambda s, _p: region.estate(s.rng),
        "org": lambda s, _p: s.org,
        "bureau": lambda s, _p: s.bureau,
        "dept": _pick(
            "办公室 政策法规科 财务科 综合科 规划科 行政审批科 信息中心 执法支队 人事科 安全监督科 市场管理科"
        ),
        "docno": _document_number,
        "year": lambda s, _p: str(s.date.year),
        "lastyear": lambda s, _p: str(s.date.year - 1),
        "month": _number(1, 13),
        "date": _date,
        "isodate": lambda s, _p: f"{s.date:%Y-%m-%d}",
        "time": lambda s, _p: f"{s.rng.randrange(8, 18):02d}:{s.rng.choice(('00', '15', '30'))}",
        "amount": _amount,
        "n": _number(2, 60),
        "big": _number(100, 90000),
        "percent": lambda s, _p: f"{s.rng.randrange(1, 99)}.{s.rng.randrange(0, 99)}%",
        "official": _name,
        "legal": _name,
        "author": _name,
        "post": _pick("局长 副局长 主任 副主任 处长 科长 党组书记 党组成员 总工程师 二级调研员"),
        "leader": _pick("市长 副市长 市委副书记 市人大常委会副主任 市政协副主席 市政府秘书长"),
        "surname": lambda s, _p: s.rng.choice(words("surnames")),
        "gender": lambda _s, p: p.gender,
        "age": lambda _s, p: str(p.age),
        "company": lambda s, _p: organisation.company(s.rng, s.county),
        "project": lambda s, _p: organisation.project(s.rng, s.county),
        "media": lambda s, _p: organisation.media(s.rng, s.county),
        "uscc": lambda s, _p: money.credit_code(s.rng, s.county.code),
        "officephone": lambda s, _p: contact.landline(s.rng, s.county.dialling),
        "hotline": lambda s, _p: s.rng.choice(words("hotlines")),
        "officeaddress": lambda s, _p: address.office(s.rng, s.county),
        "officemail": lambda s, _p: (
            f"{s.rng.choice(('xxgk', 'bgs', 'zfxxgk', 'jtj', 'mzj', 'jyj'))}@{contact.pinyin(s.rng)}.gov.cn"
        ),
        "site": lambda s, _p: f"www.{contact.pinyin(s.rng)}.gov.cn",
        "bidno": lambda s, _p: organisation.bid_number(s.rng, s.date.year),
        "order": lambda s, _p: organisation.order_number(s.rng, s.date),
        "licence": lambda s, _p: organisation.licence_number(s.rng, s.county, s.date),
        "isbn": lambda s, _p: organisation.isbn(s.rng),
        "barcode": lambda s, _p: organisation.barcode(s.rng),
        "born": _born,
        "term5": _pick("1 2 3 5 8 10"),
        "firstchar": lambda s, _p: s.county.seat[0],
        "digit": _digits(1),
        **{f"digits{size}": _digits(size) for size in range(2, 21)},
        "county6": lambda s, _p: s.county.code,
        "dialling": lambda s, _p: s.county.dialling,
        "local": lambda s, _p: contact.local_number(s.rng, s.county.dialling),
        "meeting": lambda s, _p: (
            f"{s.rng.randrange(100, 999)}-{identity.digits(s.rng, 3)}-{identity.digits(s.rng, 3)}"
        ),
        "pin": lambda s, _p: secret.pin(s.rng),
        "pw": lambda s, _p: secret.password(s.rng),
        "wifi": lambda s, _p: secret.wifi_password(s.rng),
        "jwt": lambda s, _p: secret.jwt(s.rng),
        "pemkind": lambda s, _p: s.rng.choice(("RSA ", "EC ", "OPENSSH ", "")),
        "pembody": lambda s, _p: secret.private_key(s.rng),
        "guid": lambda s, _p: secret.guid(s.rng),
        **{f"alnum{size}": _alnum(size) for size in (20, 21, 30, 32, 36, 40, 43)},
        **{f"upper{size}": _upper(size) for size in (16, 20, 28)},
        **{f"hex{size}": _hex(size) for size in (16, 32, 40, 64)},
        "idvalue": lambda _s, p: p.id,
        "weakid": lambda s, p: s.rng.choice(
            (f"{p.id[:14]}****", f"{p.id[:6]}****{p.id[10:]}", f"{p.id[:10]}****{p.id[14:]}")
        ),
        "weakmobile": lambda s, p: s.rng.choice(
            (f"{p.mobile[:3]}**{p.mobile[5:]}", f"{p.mobile[:9]}**", f"{p.mobile[:5]}*{p.mobile[6:]}")
        ),
        "postcode": lambda s, _p: s.county.code[:3] + "000",
        "maskedid": _masked_id,
        "maskedmobile": _masked_mobile,
        "maskedname": _masked_name,
        "maskedcard": lambda _s, p: f"{p.card[:4]}{'*' * (len(p.card) - 8)}{p.card[-4:]}",
        "person": lambda _s, p: p.name,
        "user": lambda s, _p: s.rng.choice(
            ("admin", "root", "sysadmin", "jtjadmin", "manager", contact.pinyin(s.rng))
        ),
        "port": _number(1000, 9999),
        "pathid": lambda s, _p: identity.digits(s.rng, 7),
    }
)
_LEAKS: Final[Mapping[str, Slot]] = MappingProxyType(
    {
        "name": Slot(lambda _s, p: p.name, "personal/name-joined", "name"),
        "id": Slot(lambda _s, p: p.id, "personal/resident-id", "id"),
        "oldid": Slot(
            lambda s, p: identity.old_id(
                s.rng, p.county.code, p.born.replace(year=1940 + p.born.year % 45, day=min(p.born.day, 28))
            ),
            "personal/resident-id-15",
            "number",
        ),
        "wrongid": Slot(lambda s, p: identity.mistyped_id(s.rng, p.id), "personal/resident-id-mistyped"),
        "residencepermit": Slot(
            lambda s, _p: identity.residence_permit(s.rng), "personal/residence-permit", "id"
        ),
        "foreignid": Slot(
            lambda s, _p: identity.foreign_permanent(s.rng), "personal/foreign-permanent", "id"
        ),
        "oldforeignid": Slot(
            lambda s, _p: identity.foreign_permanent_old(s.rng), "personal/foreign-permanent-old", "number"
        ),
        "homereturn": Slot(
            lambda s, _p: identity.home_return_permit(s.rng), "personal/home-return-permit", "number"
        ),
        "taiwanpermit": Slot(lambda s, _p: identity.taiwan_permit(s.rng), "personal/taiwan-permit", "number"),
        "exitpermit": Slot(lambda s, _p: identity.exit_permit(s.rng), "personal/exit-permit", "number"),
        "passport": Slot(lambda s, _p: identity.passport(s.rng), "personal/passport", "number"),
        "military": Slot(lambda s, _p: identity.military_id(s.rng), "personal/military-id", "number"),
        "student": Slot(lambda _s, p: identity.student_id(p.id), "personal/student-id", "number"),
        "disability": Slot(
            lambda s, p: identity.disability_card(s.rng, p.id), "personal/disability-card", "number"
        ),
        "driverfile": Slot(
            lambda s, p: identity.driver_file(s.rng, p.county.code), "personal/driver-file", "number"
        ),
        "patientno": Slot(
            lambda s, _p: f"{s.rng.choice(('', 'ZY', 'M'))}{identity.digits(s.rng, 8)}",
            "personal/patient-number",
            "number",
        ),
        "socialcard": Slot(
            lambda s, _p: f"{s.rng.choice('ABCDEFGH')}{identity.digits(s.rng, 8)}",
            "personal/social-card",
            "number",
        ),
        "mobile": Slot(lambda _s, p: p.mobile, "personal/mobile", "mobile"),
        "contactmobile": Slot(lambda _s, p: p.mobile, "personal/mobile-contact"),
        "homephone": Slot(
            lambda s, _p: contact.landline(s.rng, s.county.dialling), "personal/landline-private"
        ),
        "mail": Slot(lambda s, _p: contact.private_mail(s.rng), "personal/email-private", "mail"),
        "qq": Slot(lambda s, _p: contact.qq(s.rng), "personal/qq", "number"),
        "wechat": Slot(lambda s, _p: contact.wechat(s.rng), "personal/wechat", "number"),
        "card": Slot(lambda _s, p: p.card, "personal/bank-card", "card"),
        "passbook": Slot(lambda s, _p: money.passbook(s.rng), "personal/bank-account", "number"),
        "plate": Slot(lambda _s, p: p.plate, "personal/plate-owner", "plate"),
        "vin": Slot(lambda s, _p: vehicle.vin(s.rng), "personal/vin-owner", "number"),
        "address": Slot(lambda s, p: address.home(s.rng, p.county), "personal/address", "address"),
        "illness": Slot(
            _pick("尿毒症 肺癌 白血病 乳腺癌 慢性肾衰竭 精神分裂症 肝硬化 脑梗死 系统性红斑狼疮 胃癌"),
            "context/health",
        ),
        "impairment": Slot(_pick("肢体二级 视力一级 精神二级 智力三级 听力一级 多重一级"), "context/health"),
        "ip": Slot(lambda s, _p: secret.private_address(s.rng), "credential/private-address"),
        "password": Slot(lambda s, _p: secret.password(s.rng), "credential/password-prose", "token"),
    }
)
SLOTS: Final[Mapping[str, Slot]] = MappingProxyType(
    {**{name: Slot(make) for name, make in _NEUTRAL.items()}, **_LEAKS}
)
