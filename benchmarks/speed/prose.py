"""Made-up official prose: as long, as dense in figures and as full of ordinary words as what is published."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks.quality.generate import generate

_WORDS: Final = Path(__file__).with_name("words.toml")
# One document in so many has a draft with leaks in the midst of it.
_LEAKING: Final = 8
_LEAKS: Final = 200
# One sentence in so many speaks of secrecy or disclosure, as lawful texts do.
_DISCOURSE: Final = 80


def documents(size: int, seed: int) -> Iterator[str]:
    """Give documents until their UTF-8 reaches ``size`` bytes; the same seed gives the same ones."""
    rng = Random(seed)  # noqa: S311 -- repeatable on purpose
    words = tomllib.loads(_WORDS.read_text("utf-8"))
    leaking = [draft.text for draft in generate(seed, _LEAKS) if draft.leaks]
    made = number = 0
    while made < size:
        lines = [_line(rng, words) for _ in range(rng.randrange(20, 180))]
        if number % _LEAKING == 0:
            lines.insert(rng.randrange(len(lines)), rng.choice(leaking))
        text = "\n".join(lines)
        made += len(text.encode())
        number += 1
        yield text


def one_line(size: int, seed: int) -> str:
    """Give so many bytes of prose without a line end."""
    return "".join(documents(size, seed)).replace("\n", "")


def _line(rng: Random, words: dict[str, Any]) -> str:
    sentences = (_sentence(rng, words) for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 5))))
    return _fill(rng, rng.choice(words["openings"])) + "".join(sentences)


def _sentence(rng: Random, words: dict[str, Any]) -> str:
    clauses = "，".join(
        rng.choice(words["adverbs"]) + rng.choice(words["verbs"]) + rng.choice(words["objects"])
        for _ in range(rng.choice((1, 1, 2, 3)))
    )
    tails = words["discourse"] if not rng.randrange(_DISCOURSE) else words["tails"]
    end = rng.choice(words["figures"]) + rng.choice(tails)
    return f"{rng.choice(words['subjects'])}{clauses}{_fill(rng, end)}。"


def _fill(rng: Random, text: str) -> str:
    return text.format(
        n=rng.randrange(1, 99),
        m=rng.randrange(1, 9),
        big=rng.randrange(10, 9999),
        year=rng.randrange(2015, 2027),
    )
