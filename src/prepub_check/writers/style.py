"""How a report is to be shown, as far as the caller may choose."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

Role = Literal["block", "review", "info", "pass", "place", "heading", "quiet"]

_SGR: Final[Mapping[Role, str]] = MappingProxyType(
    {
        "block": "1;31",
        "review": "1;33",
        "info": "36",
        "pass": "1;32",
        "place": "1",
        "heading": "1",
        "quiet": "2",
    }
)


class Style(NamedTuple):
    """``values`` shows what is otherwise masked; the last two add sections to the text format."""

    colour: bool = False
    values: bool = False
    unused: bool = False
    recognised: bool = False

    def paint(self, text: str, role: Role) -> str:
        """Give ``text`` in the colour of its role, or as it is where colours are off.

        >>> Style().paint("需复核", "review")
        '需复核'
        """
        return f"\033[{_SGR[role]}m{text}\033[0m" if self.colour else text
