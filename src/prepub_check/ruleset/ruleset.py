"""A set of rules that belong together, under one version and one fingerprint."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from .rule import Rule


@dataclass(frozen=True, eq=False)
class RuleSet:
    """Rules in the order of their ids; ``fingerprint`` changes whenever any of them does."""

    rules: tuple[Rule, ...]
    version: str
    fingerprint: str

    @classmethod
    def of(cls, rules: tuple[Rule, ...], version: str) -> RuleSet:
        """Order rules by id and take their fingerprint."""
        ordered = tuple(sorted(rules, key=lambda rule: rule.id))
        told = (f"{rule.id} {rule.severity} {rule.digest or repr(rule)}" for rule in ordered)
        digest = hashlib.sha256("\n".join(told).encode())
        return cls(ordered, version, digest.hexdigest()[:16])

    def get(self, rule_id: str) -> Rule | None:
        """Give the rule with this id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def closest(self, rule_id: str) -> str | None:
        """Give the id most like a mistyped one."""
        import difflib  # noqa: PLC0415 -- only mistakes need it

        return next(iter(difflib.get_close_matches(rule_id, [rule.id for rule in self.rules], n=1)), None)
