"""Pieces of pattern and lists of words that the rules of a folder share, written ``{{name}}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..errors import Problem
from ..text.fold import fold
from ..tomlfile import did_you_mean, parse, problem
from .files import RuleFile

_REFERENCE = re.compile(r"\{\{([^{}\n]+)\}\}")
_COMMENT = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)


def load_fragments(files: Iterable[RuleFile]) -> tuple[dict[str, str], list[Problem]]:
    """Give what ``_fragments.toml`` and every ``.txt`` list of a folder say."""
    fragments: dict[str, str] = {}
    problems: list[Problem] = []
    for file in files:
        if file.name.endswith(".txt"):
            fragments[file.name.removesuffix(".txt")] = _alternation(read_words(file.text))
        elif file.name == "_fragments.toml":
            table, problems = parse(file.text, file.path)
            fragments |= {name: _one_line(str(source)) for name, source in table.items()}
    return {name: _expand(source, fragments) for name, source in fragments.items()}, problems


def read_words(text: str) -> tuple[str, ...]:
    """Give the folded words of a list: one a line, ``#`` for provenance and remarks."""
    lines = (line.split("#")[0].strip() for line in fold(text).text.splitlines())
    return tuple(line for line in lines if line)


def references(text: str) -> Iterable[str]:
    """Give the names of the fragments that a text refers to."""
    return _REFERENCE.findall(text)


def expand_table(
    table: dict[str, Any], fragments: Mapping[str, str], text: str, file: str
) -> tuple[dict[str, Any], list[Problem]]:
    """Replace every ``{{name}}`` in the patterns of a rule."""
    problems: list[Problem] = []
    if "{{" not in text:
        return table, problems

    def expand(value: Any, path: tuple[str, ...]) -> Any:
        if isinstance(value, dict):
            return {key: expand(item, (*path, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [expand(item, path) for item in value]
        if not isinstance(value, str) or "{{" not in value:
            return value
        for name in _REFERENCE.findall(value):
            if name not in fragments:
                message = f"没有名为 {name} 的片段" + did_you_mean(name, fragments)
                problems.append(problem(text, file, path, message))
        return _expand(value, fragments)

    patterns: dict[str, Any] = {key: expand(table[key], (key,)) for key in ("find", "judge") if key in table}
    return {**table, **patterns}, problems


def _expand(source: str, fragments: Mapping[str, str]) -> str:
    return _REFERENCE.sub(lambda match: f"(?:{fragments.get(match[1], match[0])})", source)


def _one_line(source: str) -> str:
    return " ".join(_COMMENT.sub("", source).split("\n")).strip()


def _alternation(words: tuple[str, ...]) -> str:
    """Give a pattern for any of the words, longer ones first; those alike but for their end as one.

    A look at the first character spares most places the trial of every word.
    """
    lasts: dict[str, str] = {}
    for word in sorted(dict.fromkeys(words), key=len, reverse=True):
        lasts[word[:-1]] = lasts.get(word[:-1], "") + word[-1]
    firsts = _any_of("".join(dict.fromkeys(word[0] for word in words)))
    alternatives = "|".join(re.escape(stem) + _any_of(last) for stem, last in lasts.items())
    return f"(?={firsts})(?:{alternatives})"


def _any_of(characters: str) -> str:
    return re.escape(characters) if len(characters) == 1 else f"[{re.escape(characters)}]"
