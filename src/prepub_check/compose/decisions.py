"""What people decided beforehand: allowances and suppressions, held against findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ..config import Allowance, Config, Suppression
from ..model import Finding, Suppressed
from ..text.fold import fold


def normal_form(value: str) -> str:
    """Give a folded value as it is compared: without separators, in capitals."""
    return "".join(filter(str.isalnum, value)).upper() or value


def allowance_for(rule: str, value: str, config: Config) -> Allowance | None:
    """Give the allowance that lets a folded value of a rule be public."""
    for allowance in config.allow:
        allowed = (normal_form(fold(each).text) for each in allowance.values)
        if allowance.rule in (None, rule) and normal_form(value) in allowed:
            return allowance
    return None


def suppression_for(finding: Finding, suppressions: Iterable[Suppression]) -> Suppression | None:
    """Give the suppression that was decided for a finding."""
    for suppression in suppressions:
        same = finding.fingerprint == suppression.fingerprint or finding.value_hmac == suppression.value_hmac
        if suppression.rule == finding.rule and same:
            return suppression
    return None


def in_force(config: Config, today: dt.date) -> tuple[Suppression, ...]:
    """Give the suppressions that have not expired."""
    return tuple(suppression for suppression in config.suppress if suppression.until >= today)


def expiry_notices(config: Config, today: dt.date) -> tuple[str, ...]:
    """Say of each expired suppression that it works no more."""
    return tuple(
        f"压制已到期，不再生效：{suppression}" for suppression in config.suppress if suppression.until < today
    )


def as_suppressed(suppression: Suppression) -> Suppressed:
    """Give what a report says of a suppression."""
    return Suppressed(reason=suppression.reason, by=suppression.by, until=suppression.until.isoformat())
