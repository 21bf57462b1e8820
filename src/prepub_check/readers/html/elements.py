"""What HTML elements and attributes do to text: break lines, hide it, carry it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


VOID: Final = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
BLOCK: Final = _names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing"
    " main menu nav ol optgroup option p plaintext pre search section summary table tbody tfoot thead tr ul"
    " xmp"
)
# Inline elements that stand beside a value and never within one: notes, changes, links, controls.
APART: Final = _names("a button del ins label s select strike sub sup")
VERBATIM: Final = _names("pre listing plaintext")
# What the beginning of an element does to the flow of text, and what its end does: methods of Flow.
BEGINS: Final = MappingProxyType(
    dict.fromkeys(BLOCK, "break_line")
    | dict.fromkeys(APART, "end_value")
    | {"table": "open_table", "tr": "open_row", "td": "open_cell", "th": "open_cell"}
)
ENDS: Final = MappingProxyType(
    dict.fromkeys(BLOCK, "break_line")
    | dict.fromkeys(APART, "end_value")
    | {"table": "close_table", "td": "close_cell", "th": "close_cell"}
)
HIDDEN: Final = _names("template noscript script style iframe noembed noframes datalist")

# What an opening tag closes, where that is the innermost open element.
CLOSES: Final = MappingProxyType(
    dict.fromkeys(BLOCK - _names("br body caption html head option"), _names("p"))
    | dict.fromkeys(("dt", "dd"), _names("dt dd p"))
    | dict.fromkeys(("td", "th"), _names("td th p"))
    | dict.fromkeys(("tbody", "tfoot"), _names("td th tr thead tbody p"))
    | {"li": _names("li p"), "tr": _names("td th tr p"), "option": _names("option")}
)

_TELLING: Final = _names(
    "abbr action alt background cite content data formaction href label longdesc placeholder poster src"
    " srcdoc srcset standby summary title value"
)
_TELLING_PREFIXES: Final = ("data-", "aria-", "on")
_ODD: Final = re.compile(r"[^A-Za-z0-9:_.\-]|[0-9]{5}")
_HIDING_VALUE: Final = re.compile(r":\s*(?:none|hidden|collapse|all|0)", re.IGNORECASE)
_INVISIBLE: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
_EMBEDDED: Final = re.compile(
    r"\s*data:[!-+\-.-;=?-~]*;\s*base64\s*,[A-Za-z0-9+/=_%\s-]*", re.IGNORECASE | re.ASCII
)


def is_telling(name: str, value: str) -> bool:
    """Whether an attribute holds text of its own: by its name, or because its value is no mere setting."""
    named = name in _TELLING or name.startswith(_TELLING_PREFIXES)
    return named or not value.isascii() or "<" in value or ">" in value


def is_odd(name: str) -> bool:
    """Whether the name of a tag or attribute is none, as in ``<name@example.cn>``, and so is text itself."""
    return not (name.isascii() and name.isalpha()) and _ODD.search(name) is not None


def is_invisible(style: str) -> bool:
    """Whether a style hides its element."""
    return _HIDING_VALUE.search(style) is not None and _INVISIBLE.search(style) is not None


def is_embedded(value: str) -> bool:
    """Whether a value is a whole file in base64, mostly an image."""
    return "," in value and _EMBEDDED.fullmatch(value) is not None
