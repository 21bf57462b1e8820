"""TOML files that people write: parsed, held against a type, every problem with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args, get_type_hints

from .errors import Problem

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")
Path = tuple[str, ...]

_MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "missing": "缺少这一项",
        "string_type": "应当是一段文字",
        "tuple_type": '应当是列表，如 ["…"]',
        "bool_type": "应当是 true 或 false",
        "bool_parsing": "应当是 true 或 false",
        "int_type": "应当是整数",
        "int_parsing": "应当是整数",
        "dataclass_type": "应当是一个小节",
        "mapping_type": "应当是一个小节",
        "date_type": "应当是日期，如 2027-01-31",
        "date_from_datetime_parsing": "应当是日期，如 2027-01-31",
    }
)
# What a dataclass made of a table says to pydantic: a key it does not have is a mistake.
STRICT: Final[Mapping[str, str]] = MappingProxyType({"extra": "forbid"})
_UNKNOWN: Final = ("extra_forbidden", "unexpected_keyword_argument")
_SYNTAX_LINE = re.compile(r"line (\d+)")
_SECTION = re.compile(r"\s*\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([^\s=#\[\]]+)\s*=")


def parse(text: str, file: str) -> tuple[dict[str, Any], list[Problem]]:
    """Parse a TOML text; a syntax error is a problem and an empty table."""
    import tomllib  # noqa: PLC0415 -- what a text came to may be known from an earlier run

    try:
        return tomllib.loads(text), []
    except ValueError as error:  # no TOML
        line = _SYNTAX_LINE.search(str(error))
        where = int(line[1]) if line else text.count("\n") + 1
        return {}, [Problem(file, "TOML", where, "这里不符合 TOML 语法，请检查引号、括号和等号是否成对")]


def validate(
    kind: Callable[..., T], table: Mapping[str, Any], text: str, file: str
) -> tuple[T | None, list[Problem]]:
    """Make a dataclass of a table; None and every problem where the table does not fit."""
    from pydantic import ValidationError  # noqa: PLC0415 -- slow to import, and often not needed

    try:
        made: T = _adapter(kind).validate_python(dict(table))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        names = frozenset(_field_names(kind))
        return None, list(_problems(details, names, text, file))
    return made, []


def problem(text: str, file: str, path: Path, message: str) -> Problem:
    """Say what is wrong with the value at a path of keys, on the line where it stands."""
    return Problem(file, ".".join(path), line_of(text, path), message)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give “，是不是 X？” for the known word most like this one, or nothing."""
    import difflib  # noqa: PLC0415 -- only mistakes need it

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"，是不是 {close[0]}？" if close else ""


def line_of(text: str, path: Path) -> int:
    """Give the line, from 1, of the longest leading piece of a path of keys that the text spells out."""
    best, depth = 1, 0
    section: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _SECTION.match(line):
            section = found = _split(header[1])
        elif key := _KEY.match(line):
            found = section + _split(key[1])
        else:
            continue
        if len(found) > depth and found == path[: len(found)]:
            best, depth = number, len(found)
    return best


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415 -- slow to import, and often not needed

    return TypeAdapter(kind)


def _split(dotted: str) -> Path:
    return tuple(piece.strip().strip("\"'") for piece in dotted.split("."))


def _problems(details: Iterable[Any], names: frozenset[str], text: str, file: str) -> Iterator[Problem]:
    seen = set()
    for detail in details:
        unknown = detail["loc"][-1:] if detail["type"] in _UNKNOWN else ()
        path = tuple(str(step) for step in detail["loc"] if step in names) + unknown
        if path not in seen:
            seen.add(path)
            yield problem(text, file, path, _message(detail, names))


def _message(detail: Any, names: frozenset[str]) -> str:
    if detail["type"] in _UNKNOWN:
        return "没有这个键" + did_you_mean(str(detail["loc"][-1]), names)
    if detail["type"] == "literal_error":
        choices = detail["ctx"]["expected"].replace(" or ", "、").replace(", ", "、").replace("'", "")
        return f"只能是 {choices} 之一"
    return _MESSAGES.get(detail["type"], "值不合要求")


def _field_names(kind: Any) -> Iterator[str]:
    """Give the names of all fields of a dataclass and of the dataclasses in it."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        for item in fields(kind):
            yield item.name
            yield from _field_names(hints[item.name])
    for argument in get_args(kind):
        yield from _field_names(argument)
