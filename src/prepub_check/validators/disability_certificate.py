"""Disability certificate numbers: an identity number, the kind and the grade of the disability."""

from __future__ import annotations

from typing import Final

import regex

from . import resident_id
from .spelling import compact

_FORM: Final = regex.compile(r"(?P<person>.{18})[1-7][1-4](?:B[0-9])?")


def validate(value: str) -> str | None:
    """Check a number (中国残疾人联合会《残疾人证管理办法》): kind 1 to 7, grade 1 to 4, a re-issue as B1.

    >>> validate("51010419881102002X11B1")
    """
    form = _FORM.fullmatch(compact(value))
    return resident_id.validate(form["person"]) if form else "长度或残疾类别、等级不符"
