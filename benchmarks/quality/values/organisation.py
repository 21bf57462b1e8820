"""Companies, projects, document numbers and the many numbers that are nobody's secret."""

from __future__ import annotations

import datetime as dt
from random import Random

from .identity import digits
from .region import County
from .words import words


def company(rng: Random, county: County) -> str:
    """Give a company."""
    place = rng.choice((county.seat.removesuffix("市"), county.name.rstrip("区县市"), county.province[:2]))
    return f"{place}{rng.choice(words('company-words'))}{rng.choice(words('trades'))}有限公司"


def project(rng: Random, county: County) -> str:
    """Give a public project."""
    return f"{rng.choice((county.name, county.seat))}{rng.choice(words('projects'))}"


def media(rng: Random, county: County) -> str:
    """Give a medium."""
    return county.seat + rng.choice(words("media"))


def bid_number(rng: Random, year: int) -> str:
    """Give the number of a tender."""
    office = rng.choice(("ZFCG", "GXZB", "JSGC", "SZDL", "HNZC"))
    return rng.choice(
        (
            f"{office}{year}{digits(rng, rng.choice((6, 7, 9)))}",
            f"{rng.choice(('ZB', 'CG', 'JY'))}-{year}-{digits(rng, 5)}",
            f"{rng.choice('ABE')}{digits(rng, 16)}",
            f"{year}{digits(rng, 10)}",
        )
    )


def order_number(rng: Random, date: dt.date) -> str:
    """Give the number of an order, a payment or a work sheet that starts with its day."""
    return f"{date:%Y%m%d}{digits(rng, rng.choice((4, 6, 8, 10)))}"


def licence_number(rng: Random, county: County, date: dt.date) -> str:
    """Give the number of a building or planning permit: area, day, sequence."""
    return f"{county.code}{date:%Y%m%d}{rng.randrange(1, 20):02d}{rng.choice(('01', '02', '', '0101'))}"


def isbn(rng: Random) -> str:
    """Give an ISBN-13."""
    head = f"9787{digits(rng, 8)}"
    return f"978-7-{head[4:7]}-{head[7:12]}-{_ean_digit(head)}"


def barcode(rng: Random) -> str:
    """Give an EAN-13 of goods from China."""
    head = f"69{rng.randrange(10)}{digits(rng, 9)}"
    return head + _ean_digit(head)


def _ean_digit(head: str) -> str:
    return str(-sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(head)) % 10)
