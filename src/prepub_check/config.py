"""prepub.toml: thresholds, rules, what may be public, and what was decided about findings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar, Final

from .errors import ConfigError, Problem
from .model import Disclosure, Severity
from .tomlfile import STRICT, parse, problem, validate

FILE_NAME: Final = "prepub.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """Values that may be public, such as an office's own numbers; for one rule, or for all."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    values: tuple[str, ...]
    reason: str
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A decision that a finding need not be handled: by whom, why, and until when (inclusive)."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    rule: str
    reason: str
    by: str
    until: dt.date
    fingerprint: str | None = None
    value_hmac: str | None = None

    def __str__(self) -> str:
        return f"{self.rule}（{self.reason}，{self.by}，有效期至 {self.until.isoformat()}）"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """The [check] section."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    fail_on: Severity = "review"
    fail_on_gaps: bool = True
    disclosure: Disclosure = "主动公开"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """The [rules] section; ``folders`` stand relative to the file."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    packs: tuple[str, ...] | None = None
    folders: tuple[Path, ...] = ()
    disable: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The [limits] section: how far a reader goes; whatever a limit cuts off is a gap.

    ``seconds`` and ``memory_mb`` are for one file in a process of its own; ``unpacked_mb`` and
    ``members`` for everything that comes out of one file, ``depth`` for files within files;
    ``megapixels`` for one picture.
    """

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    seconds: float = 120.0
    memory_mb: int = 1024
    unpacked_mb: int = 512
    members: int = 10_000
    depth: int = 5
    megapixels: int = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """The [rescan.site] section: how politely a site is visited, and how far.

    ``per_second`` requests at most, one at a time, slower where robots.txt asks for it; ``pages`` of one
    site; ``megabytes`` and ``seconds`` for one answer. ``user_agent`` is what robots.txt is read for.
    """

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    per_second: float = 2.0
    pages: int = 100_000
    megabytes: int = 64
    seconds: float = 60.0
    user_agent: str = "prepub-check"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseSettings:
    """The [rescan.database] section: the table of pages (``schema.table`` where need be) and its columns."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    table: str
    id: str
    body: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RescanSettings:
    """The [rescan] section."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    site: SiteSettings = SiteSettings()
    database: DatabaseSettings | None = None


# The least and the most that make sense: a process needs some memory before it reads anything.
_RANGES: Final[Mapping[tuple[str, ...], tuple[float, float]]] = MappingProxyType(
    {
        ("limits", "seconds"): (1, 86_400),
        ("limits", "memory_mb"): (128, 1_048_576),
        ("limits", "unpacked_mb"): (1, 1_048_576),
        ("limits", "members"): (1, 100_000_000),
        ("limits", "depth"): (1, 100),
        ("limits", "megapixels"): (1, 100_000),
        ("rescan", "site", "per_second"): (0.001, 1000),
        ("rescan", "site", "pages"): (1, 100_000_000),
        ("rescan", "site", "megabytes"): (1, 4096),
        ("rescan", "site", "seconds"): (1, 86_400),
    }
)
_AGENT: Final = re.compile(r"[!-~](?:[ -~]*[!-~])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A configuration; ``folder`` is where its file stands, None where there is no file."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    check: CheckSettings = CheckSettings()
    limits: Limits = Limits()
    rules: RuleSettings = RuleSettings()
    rescan: RescanSettings = RescanSettings()
    allow: tuple[Allowance, ...] = ()
    suppress: tuple[Suppression, ...] = ()
    folder: Path | None = None


def find_config(start: Path) -> Path | None:
    """Give the nearest prepub.toml in ``start`` (a folder, or a file's folder) or above it."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    return None


def load_config(path: Path) -> Config:
    """Read a configuration file; raises ConfigError with every problem in it."""
    file = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            (Problem(file, "文件", 1, "打不开，或不是 UTF-8 编码；请检查路径和编码"),)
        ) from error
    table, problems = parse(text, file)
    if "folder" in table:
        problems.append(problem(text, file, ("folder",), "没有这个键"))
    config = None
    if not problems:
        config, problems = validate(Config, table, text, file)
    if config is not None:
        problems = [problem(text, file, ("suppress",), message) for message in _vague(config)]
        problems += [problem(text, file, path, message) for path, message in _beyond(config)]
    if config is None or problems:
        raise ConfigError(tuple(problems))
    folders = tuple(path.parent / folder for folder in config.rules.folders)
    return replace(config, folder=path.parent, rules=replace(config.rules, folders=folders))


def _beyond(config: Config) -> Iterator[tuple[tuple[str, ...], str]]:
    for path, (least, most) in _RANGES.items():
        if not least <= attrgetter(".".join(path))(config) <= most:
            yield path, f"要在 {least} 和 {most} 之间"
    if not _AGENT.fullmatch(config.rescan.site.user_agent):
        yield ("rescan", "site", "user_agent"), "要写成英文字母、数字和符号，不能为空"


def _vague(config: Config) -> Iterator[str]:
    for number, allowance in enumerate(config.allow, 1):
        if not allowance.reason.strip() or not all(map(str.strip, allowance.values)) or not allowance.values:
            yield f"第 {number} 条 allow 要写 reason 和 values，都不能为空"
    for number, suppression in enumerate(config.suppress, 1):
        if not suppression.reason.strip() or not suppression.by.strip():
            yield f"第 {number} 条要写 reason 和 by，都不能为空"
        if suppression.fingerprint is None and suppression.value_hmac is None:
            yield f"第 {number} 条要写 fingerprint 或 value_hmac；要停用整条规则请用 rules.disable"
