"""What each tag of a page does and says, wherever it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from .elements import BEGINS, ENDS, HIDDEN, is_embedded, is_invisible, is_odd, is_telling
from .markup import lower, split_attributes, split_tags
from .styles import Styles

# Files inside a page stand in tags too.
_LONGEST_KNOWN: Final = 400


class Said(NamedTuple):
    """Text in a tag: what it is, and where it stands in the tag."""

    kind: Literal["name", "value", "unseen", "embedded"]
    text: str
    start: int


class Tag(NamedTuple):
    """A tag by the name of its element: what it does to the flow, whether it hides, what attributes say."""

    name: str
    ends: bool
    effect: str
    hides: bool
    said: tuple[Said, ...]


def read_tag(found: re.Match[str], styles: Styles) -> Tag:
    """Read a tag that ``split_tags`` found; the pages of a site have many of them in common."""
    written = found[0]
    return _known_tag(written, styles) if len(written) <= _LONGEST_KNOWN else _read_tag(found, styles)


@lru_cache(maxsize=4096)
def _known_tag(written: str, styles: Styles) -> Tag:
    (found,) = split_tags(written)
    return _read_tag(found, styles)


def _read_tag(found: re.Match[str], styles: Styles) -> Tag:
    name = lower(found["name"])
    attributes = list(split_attributes(found))
    values = {attribute: value for attribute, _, value, _ in attributes}
    unseen = name == "input" and values.get("type", "").strip().lower() == "hidden"
    said = [Said("name", found["name"], found.start("name") - found.start())] if is_odd(name) else []
    for attribute, name_start, value, start in attributes:
        if is_odd(attribute):
            said.append(Said("name", found[0][name_start : name_start + len(attribute)], name_start))
        if is_embedded(value):
            said.append(Said("embedded", value, start))
        elif value and is_telling(attribute, value):
            said.append(Said("unseen" if unseen and attribute == "value" else "value", value, start))
    ends = found["slash"] != ""
    effect = (ENDS if ends else BEGINS).get(name, "")
    return Tag(name, ends, effect, name in HIDDEN or _hides(values, styles), tuple(said))


def _hides(values: dict[str, str], styles: Styles) -> bool:
    return bool(values) and (
        "hidden" in values
        or is_invisible(values.get("style", ""))
        or styles.hide(values.get("class", ""), values.get("id", ""))
    )
