"""Validators: what is built by a standard holds, and no single wrong digit does."""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import date, timedelta

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.iso7064 import mod_11_2

from prepub_check.validators import VALIDATORS

Validate = Callable[[str], str | None]

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
VIN_ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
VIN_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "12345678123457923456789"), strict=True))
VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)

areas = st.sampled_from(
    ["110105", "440524", "513621", "710000", "810000", "820000", "830000", "911124", "932682"]
)
births = st.dates(date(1880, 1, 1), date(2026, 11, 1)).map(lambda day: day.strftime("%Y%m%d"))


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text(string.digits, min_size=count, max_size=count)


def with_id_check(body: str) -> str:
    return body + mod_11_2.calc_check_digit(body)


def with_uscc_check(body: str) -> str:
    total = sum(
        USCC_ALPHABET.index(letter) * weight for letter, weight in zip(body, USCC_WEIGHTS, strict=True)
    )
    return body + USCC_ALPHABET[-total % 31]


def with_vin_check(body: str) -> str:
    values = [VIN_VALUES.get(letter) or int(letter) for letter in body]
    total = sum(value * weight for value, weight in zip(values, VIN_WEIGHTS, strict=True))
    return body[:8] + "0123456789X"[total % 11] + body[9:]


resident_ids = st.builds("".join, st.tuples(areas, births, digits(3))).map(with_id_check)
credit_codes = st.builds(
    "".join,
    st.tuples(
        st.sampled_from("123456789ANY"),
        st.sampled_from(USCC_ALPHABET),
        digits(6),
        st.text(USCC_ALPHABET, min_size=9, max_size=9),
    ),
).map(with_uscc_check)
vins = st.text(VIN_ALPHABET, min_size=17, max_size=17).map(with_vin_check)
cards = digits(18).map(lambda body: body + luhn.calc_check_digit(body))

BUILT = {"resident_id": resident_ids, "uscc": credit_codes, "vin": vins, "luhn": cards, "bank_card": cards}


@pytest.mark.parametrize("name", BUILT)
@given(data=st.data())
def test_what_is_built_by_the_standard_holds(name: str, data: st.DataObject) -> None:
    assert VALIDATORS[name](data.draw(BUILT[name])) is None


@pytest.mark.parametrize("name", BUILT)
@given(data=st.data())
def test_one_wrong_digit_does_not_hold(name: str, data: st.DataObject) -> None:
    value = data.draw(BUILT[name].filter(lambda built: any(sign in string.digits for sign in built)))
    place = data.draw(st.sampled_from([at for at, sign in enumerate(value) if sign in string.digits]))
    other = data.draw(st.sampled_from([digit for digit in string.digits if digit != value[place]]))
    refused = VALIDATORS[name](value[:place] + other + value[place + 1 :])
    if name == "vin" and place != 8 and (int(other) - int(value[place])) * VIN_WEIGHTS[place] % 11 == 0:
        return
    assert refused is not None
    assert value not in refused


@given(value=resident_ids, data=st.data())
def test_separators_and_a_line_break_do_not_matter(value: str, data: st.DataObject) -> None:
    first, second = sorted(data.draw(st.tuples(st.integers(0, 18), st.integers(0, 18))))
    written = value[:first] + " " + value[first:second] + "\n" + value[second:]
    assert VALIDATORS["resident_id"](written.lower()) is None


@given(value=resident_ids)
def test_a_mistyped_id_is_what_the_check_refuses(value: str) -> None:
    wrong = value[:16] + str((int(value[16]) + 1) % 10) + value[17]
    assert VALIDATORS["resident_id_mistyped"](value) is not None
    assert VALIDATORS["resident_id_mistyped"](wrong) is None


@given(value=st.one_of(st.text(max_size=24), st.text(string.digits + "X GJL-\n", max_size=24)))
@pytest.mark.parametrize("name", VALIDATORS)
def test_any_text_gets_an_answer_that_does_not_repeat_it(name: str, value: str) -> None:
    reason = VALIDATORS[name](value)
    assert reason is None or not regex.search(r"\d{3}", reason)


HOLDS = [
    ("resident_id", "11010519491231002X", "the sample number of GB 11643"),
    ("resident_id", "440524188001010014", "the sample of GB 11643 born in 1880"),
    ("resident_id", "81000019980902013X", "a Hong Kong resident"),
    ("resident_id", "820000200009100032", "a Macao resident"),
    ("resident_id", "83000019810715006X", "a Taiwan resident"),
    ("resident_id", "911124198108030024", "a foreigner's permanent card, Canada"),
    ("resident_id", "932682198501010017", "a foreigner's permanent card, issued in Zhejiang or so"),
    ("resident_id", "51362119800101007×", "the X written as a multiplication sign"),
    ("resident_id_15", "110105491231002", "a card of the first generation"),
    ("bank_card", "6222 0212 3456 7890 128", "groups of four"),
    ("uscc", "91110000600037341L", "a company"),
    ("organisation_code", "60003734-1", "letters left out, hyphen kept"),
    ("vin", "1M8GDM9AXKP042788", "the ninth character is X"),
    ("imei", "490154203237518", "the sample of 3GPP"),
    ("iccid", "89860000000000000001", "China Mobile"),
    ("student_id", "G11010519491231002X", "a pupil with an identity number"),
    ("student_id", "L110105200901011234", "a temporary roll number"),
    ("disability_certificate", "11010519900307851042", "kind 4, grade 2"),
    ("disability_certificate", "51010419881102002X11B1", "a re-issue"),
    ("date", "1990年2月28日", "Chinese form"),
    ("date", "1990-02", "no day"),
    ("date", "1990.2.8", "dots"),
    ("date", "19900208", "eight digits"),
    ("phone_numerals", "幺三八〇〇一三八〇〇〇", "telephone reading"),
    ("phone_numerals", "一三八 零零一三 八零零零", "groups"),
]
REFUSED = [
    ("resident_id", "61123318970231123X", "出生日期不存在", "JioNLP-77: 31 February"),
    ("resident_id", "110105199002300012", "出生日期不存在", "30 February"),
    ("resident_id", "110105209901010012", "出生日期晚于今天", "a birth to come"),
    ("resident_id", "110105110401010012", "出生日期过早", "hutool-1233: the year 1104"),
    ("resident_id", "160105199001010012", "地区代码不存在", "no such province"),
    ("resident_id", "840000199001010012", "地区代码不存在", "no such permit"),
    ("resident_id", "916624198108030024", "地区代码不存在", "no such province of acceptance"),
    ("resident_id", "110105194912310021", "校验位不符", "wrong check digit"),
    ("resident_id", "1101051949123100", "长度不是 18 位", "too short"),
    ("resident_id", "1101051949123100２X", "含有不该有的字符", "a full-width digit is not folded"),
    ("resident_id_15", "111111111111111", "各位数字相同", "hutool-I88YKM"),
    ("resident_id_15", "910105491231002", "地区代码不存在", "no such province"),
    ("resident_id_15", "11010549123100", "长度不是 15 位", "too short"),
    ("resident_id_15", "1101054912310AB", "含有不该有的字符", "letters"),
    ("bank_card", "622202123456789", "长度不是 16 至 19 位", "too short"),
    ("bank_card", "6222021234567890AB", "含有不该有的字符", "letters"),
    ("bank_card", "6222021234567890123", "校验位不符", "wrong check digit"),
    ("luhn", "", "含有不该有的字符", "nothing"),
    ("uscc", "B1110000600037341L", "登记管理部门代码不存在", "no such registrar"),
    ("uscc", "91110000600037341I", "含有不该有的字符", "the letter I"),
    ("uscc", "9111000060003734", "长度不是 18 位", "too short"),
    ("organisation_code", "600037342", "校验位不符", "wrong check digit"),
    ("organisation_code", "60003734", "长度不是 9 位", "too short"),
    ("organisation_code", "6000373*1", "含有不该有的字符", "a star"),
    ("vin", "1M8GDM9AXKP04278", "长度不是 17 位", "too short"),
    ("vin", "IM8GDM9AXKP042788", "含有不该有的字符", "the letter I"),
    ("imei", "49015420323751", "长度不是 15 位", "too short"),
    ("iccid", "12340000000000000001", "发卡国家不是中国", "not China"),
    ("iccid", "8986000000000001", "长度不是 19 或 20 位", "too short"),
    ("disability_certificate", "11010519900307851142", "校验位不符", "the identity number does not hold"),
    ("disability_certificate", "11010519900307851082", "长度或残疾类别、等级不符", "no such kind"),
    ("student_id", "X11010519491231002X", "含有不该有的字符", "no such letter"),
    ("student_id", "L11010520091301123X", "含有不该有的字符", "a temporary number has no X"),
    ("student_id", "L110105200913011234", "出生日期不存在", "month 13"),
    ("student_id", "G1101051949", "长度不是 19 位", "too short"),
    ("date", "1990年13月1日", "日期不存在", "month 13"),
    ("date", "2099-01-01", "日期晚于今天", "to come"),
    ("date", "不详", "不是日期", "no date"),
    ("phone_numerals", "一二三四五六七八九〇一", "不是手机号码", "counting"),
]


@pytest.mark.parametrize(("name", "value"), [row[:2] for row in HOLDS], ids=[row[2] for row in HOLDS])
def test_real_numbers_hold(name: str, value: str) -> None:
    assert VALIDATORS[name](value) is None


@pytest.mark.parametrize(
    ("name", "value", "reason"), [row[:3] for row in REFUSED], ids=[row[3] for row in REFUSED]
)
def test_refusals_name_the_reason(name: str, value: str, reason: str) -> None:
    assert VALIDATORS[name](value) == reason


def test_a_person_born_tomorrow_does_not_exist() -> None:
    tomorrow = date.today() + timedelta(days=2)  # noqa: DTZ011 -- two days cover every time zone
    assert VALIDATORS["date"](tomorrow.isoformat()) == "日期晚于今天"


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        VALIDATORS["extra"] = VALIDATORS["luhn"]  # type: ignore[index]
