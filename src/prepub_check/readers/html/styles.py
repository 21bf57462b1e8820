"""Which classes and identities the style sheets of a page hide."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .elements import is_invisible

_SHEET: Final = re.compile(r"<style\b[^>]*+>(.*?)</style", re.IGNORECASE | re.DOTALL)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_ASIDE: Final = re.compile(
    r"@(?i:media)[^{;]*\b(?i:print|max-width|min-width)\b[^{;]*\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}"
)
_RULE: Final = re.compile(r"([^{}]++)\{([^{}]*+)\}")
_SIMPLE: Final = re.compile(r"\s*[A-Za-z0-9]*([.#])([^\s.#:\[>+~*,()]+)\s*")


class Styles(NamedTuple):
    """The classes and identities that a page hides by a rule of their own."""

    classes: frozenset[str]
    identities: frozenset[str]

    def hide(self, classes: str, identity: str) -> bool:
        """Whether an element of these classes and this identity is hidden."""
        return identity in self.identities or not self.classes.isdisjoint(classes.split())


def styles_of(source: str) -> Styles:
    """Give what the style sheets of a page hide; rules for print or for some widths are left aside."""
    found: dict[str, set[str]] = {".": set(), "#": set()}
    for sheet in _SHEET.finditer(source):
        for rule in _RULE.finditer(_ASIDE.sub("", _COMMENT.sub("", sheet[1]))):
            if is_invisible(rule[2]):
                for selector in rule[1].split(","):
                    if simple := _SIMPLE.fullmatch(selector):
                        found[simple[1]].add(simple[2])
    return Styles(frozenset(found["."]), frozenset(found["#"]))
