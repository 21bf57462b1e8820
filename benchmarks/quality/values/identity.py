"""Numbers of identity documents, valid by their standards."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Final

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_SERIES: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def check_digit(head: str) -> str:
    """Give the MOD 11-2 check character of 17 digits (GB 11643-1999)."""
    return _CHECKS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, head, strict=True)) % 11]


def digits(rng: Random, count: int) -> str:
    """Give digits."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def birth(rng: Random, first: int = 1940, last: int = 2018) -> dt.date:
    """Give a date of birth."""
    return dt.date(first, 1, 1) + dt.timedelta(days=rng.randrange((last - first + 1) * 365))


def resident_id(rng: Random, area: str, born: dt.date, *, male: bool) -> str:
    """Give an 18-digit resident identity number."""
    sequence = 2 * rng.randrange(1, 499) + male
    head = f"{area}{born:%Y%m%d}{sequence:03d}"
    return head + check_digit(head)


def mistyped_id(rng: Random, number: str) -> str:
    """Give the number with two neighbouring digits of the sequence exchanged or one digit wrong."""
    place = rng.randrange(14, 17)
    wrong = str((int(number[place]) + rng.randrange(1, 10)) % 10)
    return number[:place] + wrong + number[place + 1 :]


def old_id(rng: Random, area: str, born: dt.date) -> str:
    """Give a 15-digit identity number of before 1999."""
    return f"{area}{born:%y%m%d}{digits(rng, 3)}"


def residence_permit(rng: Random) -> str:
    """Give the number of a residence permit for people of Hong Kong, Macao or Taiwan."""
    area = rng.choice(("810000", "820000", "830000"))
    return resident_id(rng, area, birth(rng), male=rng.choice((True, False)))


def foreign_permanent(rng: Random) -> str:
    """Give the number of a foreigner's permanent residence card of 2023 and later."""
    nationality = rng.choice(("124", "840", "826", "392", "410", "276"))
    born = birth(rng, 1950, 2005)
    head = f"9{rng.choice(('11', '31', '44', '32', '51'))}{nationality}{born:%Y%m%d}{digits(rng, 3)}"
    return head + check_digit(head)


def foreign_permanent_old(rng: Random) -> str:
    """Give the number of a foreigner's permanent residence card of before 2023."""
    country = rng.choice(("USA", "CAN", "GBR", "JPN", "KOR", "DEU"))
    born = birth(rng, 1950, 2005)
    return f"{country}{rng.choice(('1101', '3101', '4401'))}{born:%y%m%d}{digits(rng, 2)}"


def home_return_permit(rng: Random) -> str:
    """Give the number of a Hong Kong or Macao resident's mainland travel permit."""
    return rng.choice("HM") + digits(rng, 8) + rng.choice(("", "", "00", "01"))


def taiwan_permit(rng: Random) -> str:
    """Give the number of a Taiwan resident's mainland travel permit."""
    return "0" + digits(rng, 7)


def exit_permit(rng: Random) -> str:
    """Give the number of a permit to Hong Kong, Macao or Taiwan."""
    return rng.choice(("C", f"C{rng.choice(_SERIES)}", "L")).ljust(2, rng.choice("0123456789")) + digits(
        rng, 7
    )


def passport(rng: Random) -> str:
    """Give a Chinese passport number."""
    return rng.choice((f"E{digits(rng, 8)}", f"E{rng.choice(_SERIES)}{digits(rng, 7)}", f"G{digits(rng, 8)}"))


def military_id(rng: Random) -> str:
    """Give the number of an officer's or soldier's card."""
    series = rng.choice(("军字第", "士字第", "南字第", "武字第", "军文字第"))
    return f"{series}{digits(rng, rng.choice((7, 8)))}号"


def student_id(number: str) -> str:
    """Give a school register number over an identity number."""
    return f"G{number}"


def disability_card(rng: Random, number: str) -> str:
    """Give a disability certificate number: the identity number, the kind and the grade."""
    return f"{number}{rng.randrange(1, 8)}{rng.randrange(1, 5)}"


def driver_file(rng: Random, area: str) -> str:
    """Give a driver's file number of 12 digits."""
    return f"{area[:4]}{digits(rng, 8)}"
