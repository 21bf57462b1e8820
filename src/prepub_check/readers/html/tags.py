"""What each tag of a page does and says, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .elements import HIDDEN, is_embedded, is_invisible, is_odd, is_telling
from .markup import lower, split_attributes
from .styles import Styles


class Said(NamedTuple):
    """Text in a tag: what it is, and where it stands in the tag."""

    kind: Literal["name", "value", "unseen", "embedded"]
    text: str
    start: int


class Tag(NamedTuple):
    """A tag by the name of its element: whether it hides that, and what its attributes say."""

    name: str
    hides: bool
    said: tuple[Said, ...]


def read_tag(found: re.Match[str], styles: Styles) -> Tag:
    """Read a tag that ``split_tags`` found."""
    name = lower(found["name"])
    attributes = {each: value for each, _, value, _ in split_attributes(found)}
    said = tuple(_said(found, name, attributes))
    return Tag(name, name in HIDDEN or _hides(attributes, styles), said)


def _hides(attributes: dict[str, str], styles: Styles) -> bool:
    return bool(attributes) and (
        "hidden" in attributes
        or is_invisible(attributes.get("style", ""))
        or styles.hide(attributes.get("class", ""), attributes.get("id", ""))
    )


def _said(found: re.Match[str], name: str, attributes: dict[str, str]) -> Iterator[Said]:
    if is_odd(name):
        yield Said("name", name, found.start("name") - found.start())
    unseen = name == "input" and attributes.get("type", "").strip().lower() == "hidden"
    for attribute, name_start, value, start in split_attributes(found):
        if is_odd(attribute):
            yield Said("name", attribute, name_start)
        if not value:
            continue
        if is_embedded(value):
            yield Said("embedded", value, start)
        elif is_telling(attribute, value):
            yield Said("unseen" if unseen and attribute == "value" else "value", value, start)
