"""The library's face: rules and configuration bound once, then any number of texts and files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from .check import check
from .config import Config, find_config, load_config
from .model import Report, Source
from .readers import source_at
from .ruleset import RuleSet, load_rules


class Checker:
    """Checks drafts with a fixed set of rules and a fixed configuration; immutable and thread-safe.

    ``rules`` is a RuleSet, or folders of rules on top of the shipped ones; ``config`` a Config or the path
    of a prepub.toml. Raises RuleError or ConfigError, with every problem, where they do not hold.
    """

    __slots__ = ("config", "rules")

    config: Config
    rules: RuleSet

    def __init__(
        self,
        rules: RuleSet | str | Path | Sequence[str | Path] = (),
        config: Config | str | Path | None = None,
    ) -> None:
        settled = config if isinstance(config, Config) else load_config(Path(config)) if config else Config()
        object.__setattr__(self, "config", settled)
        object.__setattr__(self, "rules", rules if isinstance(rules, RuleSet) else _load(rules, settled))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Checker 不可更改：{name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"Checker 不可更改：{name}")

    def __reduce__(self) -> tuple[type[Checker], tuple[RuleSet, Config]]:
        return Checker, (self.rules, self.config)

    def check_text(self, text: str, name: str = "<文本>") -> Report:
        """Check a text that is already decoded."""
        return check(Source(name, text=text), self.rules, self.config)

    def check_bytes(self, data: bytes, name: str) -> Report:
        """Check the content of a file; the suffix of ``name`` helps to tell its format."""
        return check(Source(name, data), self.rules, self.config)

    def check_file(self, path: str | Path) -> Report:
        """Check a file; one that cannot be opened gives a report with a gap."""
        return check(source_at(path), self.rules, self.config)


def check_text(text: str, name: str = "<文本>") -> Report:
    """Check a text with the shipped rules and the prepub.toml above the working directory, if any."""
    return _default(find_config(Path.cwd())).check_text(text, name)


def check_file(path: str | Path) -> Report:
    """Check a file with the shipped rules and the prepub.toml above it, if any."""
    return _default(find_config(Path(path).parent)).check_file(path)


def _load(folders: str | Path | Sequence[str | Path], config: Config) -> RuleSet:
    settings = config.rules
    folders = [folders] if isinstance(folders, str | Path) else folders
    every = (*settings.folders, *map(Path, folders))
    return load_rules(every, settings.packs, settings.disable, settings.severity, examples=False)


@cache
def _default(config: Path | None) -> Checker:
    return Checker(config=config)
