"""Checks Chinese drafts for secrets, personal data and non-public markers before they are published.

The names in ``__all__`` are the contract; everything else may change.
"""

from .checker import Checker, check_file, check_text
from .config import Config, load_config
from .errors import ConfigError, PrepubError, Problem, RuleError, SourceError
from .model import Coverage, Doubt, Finding, Gap, Location, PublicationBlocked, Related, Report, Source
from .ruleset import Rule, RuleSet, load_rules

__all__ = [
    "Checker",
    "Config",
    "ConfigError",
    "Coverage",
    "Doubt",
    "Finding",
    "Gap",
    "Location",
    "PrepubError",
    "Problem",
    "PublicationBlocked",
    "Related",
    "Report",
    "Rule",
    "RuleError",
    "RuleSet",
    "Source",
    "SourceError",
    "check_file",
    "check_text",
    "load_config",
    "load_rules",
]
