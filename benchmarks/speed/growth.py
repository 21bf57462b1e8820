"""How time grows with the length of a text, with the number of rules, and with the number of terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from random import Random
from statistics import median
from typing import Final

from prepub_check import Checker, RuleSet, load_rules
from prepub_check.ruleset.rule import Find

from .measure import Pass, seconds

SIZES: Final = (1_000_000, 4_000_000, 16_000_000, 64_000_000, 100_000_000)
SHARES: Final = (0.25, 0.5, 0.75, 1.0)
TERMS: Final = (0, 250, 500, 1000)
_ROUNDS: Final = 3
# Bytes that are checked at least for a figure.
_LEAST: Final = 16_000_000
_HAN: Final = "安本材查达恩方高核机凯林门农欧平泉荣森腾万新源泽庄"

Points = list[tuple[float, float]]


def by_size(texts: Sequence[str]) -> Points:
    """Give megabytes of one text, and seconds to check it: of short texts the mean over many.

    One megabyte in a row may hold twice the leaks of the next.
    """
    whole = "\n".join(texts)
    length = len(whole) / len(whole.encode())
    run = checking(Checker())
    points: Points = []
    for size in SIZES:
        count = max(1, _LEAST // size)
        step = int(size * length)
        parts = [whole[start * step : (start + 1) * step] for start in range(count)]
        megabytes = sum(len(part.encode()) for part in parts) / 1e6
        points.append((megabytes / count, _median(run, parts) / count))
    return points


def by_rules(texts: Sequence[str]) -> Points:
    """Give the number of rules, and seconds to check the texts with them."""
    rules = load_rules().rules
    points: Points = []
    for share in SHARES:
        chosen = Random(1).sample(rules, int(share * len(rules)))  # noqa: S311 -- repeatable on purpose
        ruleset = RuleSet.of(tuple(chosen), "benchmark")
        points.append((len(chosen), _median(checking(Checker(ruleset)), texts)))
    return points


def by_terms(texts: Sequence[str]) -> Points:
    """Give the number of terms added to the shipped rules, and seconds to check the texts with them."""
    shipped = load_rules()
    words = list(islice(_words(), max(TERMS)))
    points: Points = []
    for count in TERMS:
        find = Find(terms=tuple(words[:count]))
        added = replace(shipped.rules[0], id="benchmark.terms", find=find, trusted=True)
        ruleset = RuleSet.of((*shipped.rules, *([added] if count else ())), "benchmark")
        points.append((count, _median(checking(Checker(ruleset)), texts)))
    return points


def checking(checker: Checker) -> Pass:
    """Give a checker as a pass over texts."""

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            checker.check_text(text)

    return run


def _words() -> Iterator[str]:
    rng = Random(1)  # noqa: S311 -- repeatable on purpose
    seen: set[str] = set()
    while True:
        word = "".join(rng.choices(_HAN, k=rng.choice((2, 3, 4, 4))))
        if word not in seen:
            seen.add(word)
            yield word


def _median(run: Pass, texts: Sequence[str]) -> float:
    run([text[:2000] for text in texts[:1]])
    return median(seconds(run, texts) for _ in range(_ROUNDS))
