"""Ways in which HTML writes a value so that its source does not show it."""

from __future__ import annotations

import html
from random import Random
from typing import Final

_SHARE: Final = 0.12
_SHORTEST: Final = 4


def disguise_markup(rng: Random, value: str) -> tuple[str, str]:
    """Give the source and the name of a writing, or two empty texts for the usual one."""
    if len(value) < _SHORTEST or "\n" in value or rng.random() >= _SHARE:
        return "", ""
    place = rng.randrange(1, len(value) - 1)
    head, tail = value[:place], value[place:]
    return rng.choice(
        (
            (f"{html.escape(head)}<span>{html.escape(tail)}</span>", "inline-tag"),
            (f"{html.escape(head)}&#{ord(tail[0])};{html.escape(tail[1:])}", "entity"),
            (f"<b>{html.escape(head)}</b>{html.escape(tail)}", "inline-tag"),
        )
    )
