"""Finding many literals: the rarest characters of each, then the whole; or an automaton, if there is one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from operator import mul
from typing import Final, NamedTuple, Protocol

# The characters of folded official text, most frequent first (counted over eleven megabytes of it).
_COMMON: Final = (
    ",的、。人 和业法行定政条第应国工民)(有规理关务以当十管一部发作用会者机设建;保生中制门或产对实地"
    "公等合市资事经区在不省进二全0动本为技要责2其三主员展1施化位家府学大单企级上提年开方新构及体安加可"
    "出社科成服依重办处品通时院信同项力四五高职物件教任分照改权组术能由证内各下所监准金强自查育:报度并收"
    "基按标利持文立他情期计据共得审与织性案专外创程个息场日于取水费支划护相推营防委源活代目向县备款“入量"
    "供调农导决”险议请交告现确予范六商求平是过律违明使系面统后质3医督表障境批负济点道河检执校申结5运治"
    "指具协接解#城采例评七造式前《》况财数域到受效研月意环集核知元厅策正限需未投领培八密价之村北税电格将"
    "好根承罚列章就给义海置反小原.形军9长害认转九书措联特增记善间网完励优益万革起诉4放助药预布果健料疗"
    "我名了复消究8从直适严销劳参总许次百际养路口验常师台被6续修"
)


class _Group(NamedTuple):
    """Literals of one length that have the same pair of characters at the same place in them."""

    shift: int
    length: int
    literals: frozenset[str]


class LiteralFinder(Protocol):
    """What finds all occurrences, overlapping ones included, of a fixed set of literals."""

    def find(self, text: str, low: int, high: int) -> list[tuple[int, str]]:
        """Give the start and the literal of each occurrence between two places where lines begin and end."""


def literal_finder(literals: Iterable[str]) -> LiteralFinder:
    """Give a finder of literals of two characters or more: the faster one where its extra is installed."""
    try:
        from .automaton import Automaton  # noqa: PLC0415 -- an extra
    except ImportError:
        return RarePairs(literals)
    return Automaton(literals)


class RarePairs:
    """Literals by the rarest pair of characters in them, in the standard library alone.

    Each literal is looked for by two neighbouring characters, the rarest pair in it, and these by the
    rarer of the two, with the other after it or before it.
    """

    __slots__ = ("_after", "_before", "_scan_after", "_scan_before")

    def __init__(self, literals: Iterable[str]) -> None:
        after: dict[str, list[tuple[int, str]]] = defaultdict(list)
        before: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for literal in sorted(set(literals)):
            commonness = [*map(_frequency, literal)]
            shift = min(range(len(literal) - 1), key=[*map(mul, commonness, commonness[1:])].__getitem__)
            pairs = after if commonness[shift] <= commonness[shift + 1] else before
            pairs[literal[shift : shift + 2]].append((shift, literal))
        self._after = {pair: _groups(placed) for pair, placed in after.items()}
        self._before = {pair: _groups(placed) for pair, placed in before.items()}
        self._scan_after = _leading(after, 0, "(?={})")
        self._scan_before = _leading(before, 1, "(?<={}.)")

    def find(self, text: str, low: int, high: int) -> list[tuple[int, str]]:
        """Give the start and the literal of each occurrence between two places where lines begin and end."""
        after, before = self._after.get, self._before.get
        places = [
            (place, found)
            for hit in self._scan_after.finditer(text, low, high)
            if (found := after(text[(place := hit.start()) : place + 2]))
        ]
        places += [
            (place, found)
            for hit in self._scan_before.finditer(text, low, high)
            if (found := before(text[(place := hit.start() - 1) : place + 2]))
        ]
        return [
            (start, literal)
            for place, groups in places
            for shift, length, literals in groups
            if (literal := text[(start := place - shift) : start + length]) in literals
        ]


def _groups(placed: Iterable[tuple[int, str]]) -> tuple[_Group, ...]:
    alike: dict[tuple[int, int], list[str]] = defaultdict(list)
    for shift, literal in placed:
        alike[shift, len(literal)].append(literal)
    return tuple(_Group(*place, frozenset(literals)) for place, literals in alike.items())


def _frequency(character: str) -> float:
    """Give about how common a character is: by its rank, as words are by theirs."""
    rank = _COMMON.find(character)
    return 1 / (rank + 10 if rank >= 0 else 3 * len(_COMMON))


def _leading(pairs: Iterable[str], lead: int, neighbour: str) -> re.Pattern[str]:
    """Give a pattern for one character of a pair beside some other one; no pairs, no match."""
    classes = ["".join(re.escape(pair[side]) for pair in sorted(pairs)) for side in (lead, 1 - lead)]
    if not classes[0]:
        return re.compile("(?!)")
    return re.compile(f"[{classes[0]}]{neighbour.format(f'[{classes[1]}]')}", re.DOTALL)
