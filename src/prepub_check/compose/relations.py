"""How hits bear on one another: company required, public ground, one place found twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..judge import Hit, with_tags
from ..model import SEVERITY_RANK, Doubt, Related


class Placed(NamedTuple):
    """A hit, and the rules that found the same place and gave way to it."""

    hit: Hit
    related: tuple[Related, ...] = ()


def with_company(hits: Sequence[Hit]) -> list[Hit]:
    """Keep the hits whose required company stands in their scope; rules may require rules that require."""
    kept = [with_tags(hit) for hit in hits if hit.rule.judge.requires is None]
    waiting = [hit for hit in hits if hit.rule.judge.requires is not None]
    while waiting:
        starts = _firm_starts(kept)
        joined: list[Hit] = []
        alone: list[Hit] = []
        for hit in waiting:
            (joined if _has_company(hit, starts) else alone).append(hit)
        if not joined:
            break
        kept, waiting = kept + [with_tags(hit) for hit in joined], alone
    return kept


def under_public(hits: Sequence[Hit]) -> list[Hit]:
    """Doubt what stands inside something recognised as public; give the hits in order of place."""
    result: list[Hit] = []
    reached, title = -1, ""
    for hit in sorted(hits, key=lambda hit: (hit.span[0], -hit.span[1], not hit.rule.public, hit.rule.id)):
        if hit.rule.public and hit.firm and hit.span[1] > reached:
            reached, title = hit.span[1], hit.rule.title
        if hit.rule.public or hit.span[1] > reached:
            result.append(hit)
        else:
            doubt = Doubt("public", f"属于可以公开的“{title}”")
            result.append(replace(hit, doubts=(*hit.doubts, doubt)))
    return result


def placed(hits: Iterable[Hit]) -> list[Placed]:
    """Give one hit for each place: the firmest, gravest, longest; the rest are related.

    ``hits`` come in the order of their places, longer ones first. A value inside what is shown as it
    stands remains a finding of its own: a note left in a draft may hold an identity number.
    """
    result: list[Placed] = []
    last: dict[bool, int] = {}
    for hit in hits:
        kept = hit.rule.mask == "keep"
        index = last.get(kept)
        if index is not None and _shares_place(result[index].hit, hit):
            result[index] = _merge(result[index], hit)
        else:
            last[kept] = len(result)
            result.append(Placed(hit))
    return result


def _firm_starts(hits: Iterable[Hit]) -> Mapping[str, list[int]]:
    starts: dict[str, list[int]] = defaultdict(list)
    for hit in hits:
        if hit.firm:
            starts[hit.rule.id].append(hit.span[0])
    return {rule: sorted(found) for rule, found in starts.items()}


def _has_company(hit: Hit, starts: Mapping[str, list[int]]) -> bool:
    requires = hit.rule.judge.requires
    if requires is None:
        return True
    low, high = hit.segment.scope(requires.within, hit.span[0])
    for rule in requires.rules:
        found = starts.get(rule, [])
        place = bisect_left(found, low)
        while place < len(found) and found[place] <= high:
            if not hit.span[0] <= found[place] < hit.span[1]:
                return True
            place += 1
    return False


def _shares_place(one: Hit, other: Hit) -> bool:
    return (one.span[0] <= other.span[0] and other.span[1] <= one.span[1]) or (
        other.span[0] <= one.span[0] and one.span[1] <= other.span[1]
    )


def _merge(place: Placed, hit: Hit) -> Placed:
    winner, loser = sorted((place.hit, hit), key=_weight, reverse=True)
    related = dict.fromkeys((*place.related, Related(loser.rule.id, loser.rule.title)))
    return Placed(winner, tuple(other for other in related if other.rule != winner.rule.id))


def _weight(hit: Hit) -> tuple[bool, int, int]:
    return hit.firm, SEVERITY_RANK[hit.rule.severity], hit.span[1] - hit.span[0]
