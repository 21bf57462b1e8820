"""Dates of birth and other past dates: the day must exist and must not lie ahead."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

import regex

_CHINA: Final = timedelta(hours=8)
# A sample number of GB 11643 was born then; nobody older is alive.
_EARLIEST: Final = 1880
_WRITTEN: Final = regex.compile(
    r"(?P<year>[0-9]{4}) ?[-年./]? ?(?P<month>[0-9]{1,2})(?: ?[-月./]? ?(?P<day>[0-9]{1,2}))? ?[日月]?"
)


def validate(value: str) -> str | None:
    """Check a date as people write it (GB/T 7408.1 and Chinese forms); a missing day is the first.

    >>> validate("1990年2月30日")
    '日期不存在'
    """
    written = _WRITTEN.fullmatch(value.strip())
    if not written:
        return "不是日期"
    return refuse_day(int(written["year"]), int(written["month"]), int(written["day"] or 1))


def refuse_day(year: int, month: int, day: int) -> str | None:
    """Say why the day cannot be a living person's past, or None."""
    if year < _EARLIEST:
        return "日期过早"
    try:
        when = date(year, month, day)
    except ValueError:
        return "日期不存在"
    return "日期晚于今天" if when > (datetime.now(UTC) + _CHINA).date() else None


def refuse_birth(digits: str) -> str | None:
    """Say why the eight digits are not a date of birth, or None."""
    reason = refuse_day(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    return reason and f"出生{reason}"
