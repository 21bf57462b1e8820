"""The word lists in ``data/``: one word a line, the first line says what they are."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> tuple[str, ...]:
    """Give the words of a list."""
    text = files("benchmarks.quality").joinpath("data", f"{name}.txt").read_text("utf-8")
    return tuple(text.splitlines()[1:])
