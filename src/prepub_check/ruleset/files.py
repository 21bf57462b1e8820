"""The files of a folder of rules, read before anything in them is understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..errors import Problem

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class RuleFile(NamedTuple):
    """A file's name, where it stands, and its text."""

    name: str
    path: str
    text: str


class Group(NamedTuple):
    """The files of one folder in the order of their names: rules, and what they share."""

    name: str
    files: tuple[RuleFile, ...]


def read_groups(folder: Traversable) -> tuple[tuple[Group, ...], list[Problem]]:
    """Read a folder and all in it, and tell which files cannot be read."""
    problems: list[Problem] = []
    groups = [Group(each.name, tuple(_files(each, problems))) for each in _folders(folder)]
    return tuple(groups), problems


def _folders(folder: Traversable) -> Iterator[Traversable]:
    yield folder
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_dir() and not item.name.startswith("."):
            yield from _folders(item)


def _files(folder: Traversable, problems: list[Problem]) -> Iterator[RuleFile]:
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.name.endswith((".toml", ".txt")):
            try:
                text = item.read_bytes().decode("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                message = "打不开，或不是 UTF-8 编码；请检查权限和编码"
                problems.append(Problem(str(item), "文件", 1, message))
            else:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
                yield RuleFile(item.name, str(item), text)
