"""Rules as data: one TOML file, one rule."""

from .load import load_rules, shipped_folder, verify_shipped
from .rule import Rule
from .ruleset import RuleSet

__all__ = ["Rule", "RuleSet", "load_rules", "shipped_folder", "verify_shipped"]
