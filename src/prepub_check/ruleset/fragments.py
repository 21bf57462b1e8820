"""Pieces of pattern and lists of words that the rules of a folder share, written ``{{name}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any

from ..errors import Problem
from ..text.fold import fold
from ..tomlfile import did_you_mean, parse, problem

_REFERENCE = re.compile(r"\{\{([^{}\n]+)\}\}")
_COMMENT = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)


def load_fragments(folder: Traversable) -> tuple[dict[str, str], list[Problem]]:
    """Read ``_fragments.toml`` and every ``.txt`` list of a folder."""
    fragments: dict[str, str] = {}
    problems: list[Problem] = []
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.name.endswith(".txt"):
            words = read_words(item.read_text(encoding="utf-8"))
            fragments[item.name.removesuffix(".txt")] = _alternation(words)
        elif item.name == "_fragments.toml":
            table, problems = parse(item.read_text(encoding="utf-8"), str(item))
            fragments |= {name: _one_line(str(source)) for name, source in table.items()}
    return {name: _expand(source, fragments) for name, source in fragments.items()}, problems


def read_words(text: str) -> tuple[str, ...]:
    """Give the folded words of a list: one a line, ``#`` for provenance and remarks."""
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return tuple(fold(line).text for line in lines if line)


def expand_table(
    table: Mapping[str, Any], fragments: Mapping[str, str], text: str, file: str
) -> tuple[dict[str, Any], list[Problem]]:
    """Replace every ``{{name}}`` in the patterns of a rule."""
    problems = [
        problem(text, file, path, f"没有名为 {name} 的片段" + did_you_mean(name, fragments))
        for path, name in _references(table, ())
        if name not in fragments
    ]
    return {key: _expand_value(value, fragments) for key, value in table.items()}, problems


def _references(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _references(item, (*path, key))
    elif isinstance(value, list):
        for item in value:
            yield from _references(item, path)
    elif isinstance(value, str):
        for match in _REFERENCE.finditer(value):
            yield path, match[1]


def _expand_value(value: Any, fragments: Mapping[str, str]) -> Any:
    if isinstance(value, Mapping):
        return {key: _expand_value(item, fragments) for key, item in value.items()}
    if isinstance(value, list):
        return [_expand_value(item, fragments) for item in value]
    return _expand(value, fragments) if isinstance(value, str) else value


def _expand(source: str, fragments: Mapping[str, str]) -> str:
    return _REFERENCE.sub(lambda match: f"(?:{fragments.get(match[1], match[0])})", source)


def _one_line(source: str) -> str:
    return " ".join(_COMMENT.sub("", source).split("\n")).strip()


def _alternation(words: tuple[str, ...]) -> str:
    single = "".join(re.escape(word) for word in words if len(word) == 1)
    longer = [re.escape(word) for word in sorted(words, key=len, reverse=True) if len(word) > 1]
    return "|".join([*longer, *([f"[{single}]"] if single else [])])
