"""What can go wrong, as a short tree.

PrepubError
├── ProblemsError         files that people write do not hold; all problems at once
│   ├── RuleError         rule files
│   └── ConfigError       prepub.toml
├── SourceError           a source cannot be opened or read: becomes a gap
└── PublicationBlocked    a draft must not be published as it stands; in ``model``, for it carries a report
"""

from __future__ import annotations

from typing import NamedTuple


class PrepubError(Exception):
    """Every error that this library raises on purpose."""


class Problem(NamedTuple):
    """One thing wrong in a file: where, in which field, and what to do about it (in Chinese)."""

    file: str
    field: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}：{self.message}"


class ProblemsError(PrepubError):
    """Files that do not hold; ``problems`` lists everything wrong at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class RuleError(ProblemsError):
    """Rule files that do not hold."""


class ConfigError(ProblemsError):
    """A configuration that does not hold."""


class SourceError(PrepubError):
    """A source that cannot be read: ``cause`` is a gap's cause code, the message its sentence."""

    def __init__(self, cause: str, message: str) -> None:
        self.cause = cause
        super().__init__(message)
