"""The naive engine: every rule over every window of the whole text, with nothing clever."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from prepub_check.model import Location, Part
from prepub_check.ruleset import Rule, RuleSet
from prepub_check.text.lines import Lines
from prepub_check.text.patterns import compile_pattern, fold_pattern
from prepub_check.text.segment import Segment
from prepub_check.text.shapes import shape, shape_named
from prepub_check.text.tables import Tables

Found = tuple[str, tuple[int, int], tuple[int, int]]

LONGEST_STRETCH = 4000
LONGEST_WINDOW = 200


class Nowhere:
    def locate(self, offset: int) -> Location:
        return Location(path="t", column=offset)


NOWHERE = Nowhere()


def naive_candidates(text: str, ruleset: RuleSet) -> set[Found]:
    """Give rule id, match and value of everything that the rules say in a body, in the folded text.

    What has no candidate of a rule that it requires in its scope is left out, as often as it takes.
    """
    segment = Segment.of(Part("body", text, NOWHERE))
    folded = segment.text
    stretches = naive_stretches(folded)
    found: set[Found] = set()
    for rule in ruleset.rules:
        if rule.find.kinds and "body" not in rule.find.kinds:
            continue
        every = _terms(rule, folded) if rule.find.terms else _pattern(rule, folded)
        found |= {one for one in every if _in_zone(rule, segment, one[1])}
    while (kept := {one for one in found if _has_company(one, found, ruleset, folded, stretches)}) != found:
        found = kept
    return found


def _in_zone(rule: Rule, segment: Segment, match: tuple[int, int]) -> bool:
    holds = {
        "head": match[0] <= segment.head_end,
        "tail": match[0] >= segment.tail_start,
        "own-line": segment.fills_line(match),
        "title": segment.in_title(match),
        "cell": segment.fills_cell(match),
    }
    return not rule.find.zone or any(holds[zone] for zone in rule.find.zone)


def _has_company(
    one: Found, found: set[Found], ruleset: RuleSet, text: str, stretches: list[tuple[int, int]]
) -> bool:
    rule = ruleset.get(one[0])
    if rule is None or rule.judge.requires is None or rule.find.across_lines:
        return True
    low, high = _scope(rule.judge.requires.within, one[2][0], text, stretches)
    return any(other[0] in rule.judge.requires.rules and low <= other[2][0] <= high for other in found)


def _scope(name: str, place: int, text: str, stretches: list[tuple[int, int]]) -> tuple[int, int]:
    if name == "part":
        return 0, len(text)
    if name != "paragraph":
        return max(stretch for stretch in stretches if stretch[0] <= place)
    lines = text.split("\n")
    number = text.count("\n", 0, place)
    first = last = number
    while first > max(0, number - 3) and lines[first - 1].strip():
        first -= 1
    while last < min(len(lines) - 1, number + 3) and lines[last + 1].strip():
        last += 1
    return len("\n".join(lines[:first])) + (first > 0), len("\n".join(lines[: last + 1]))


def naive_stretches(text: str) -> list[tuple[int, int]]:
    """Give the lines, very long ones in parts."""
    stretches, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        while end - start > LONGEST_STRETCH:
            cut = _cut(text, start, end)
            if cut is None:
                break
            stretches.append((start, cut))
            start = cut
        stretches.append((start, end))
        start = end + 1
    return stretches


def naive_windows(text: str) -> list[tuple[int, int]]:
    """Give the stretches, long ones sentence by sentence."""
    windows = []
    for low, end in naive_stretches(text):
        start = low
        while end - start > LONGEST_WINDOW:
            ends = (place + 1 for place in range(start + 80, end - 1) if _ends_sentence(text, place, end))
            cut = next(ends, None)
            if cut is None:
                break
            windows.append((start, cut))
            start = cut
        windows.append((start, end))
    return windows


def _ends_sentence(text: str, place: int, end: int) -> bool:
    following = text[place + 1 : end][:1]
    return text[place] == "。" or (
        text[place] in ";!?" and (following == "(" or "\u4e00" <= following <= "\u9fff")
    )


def _cut(text: str, start: int, end: int) -> int | None:
    half, full = start + LONGEST_STRETCH // 2, start + LONGEST_STRETCH
    no_value = re.compile("[^0-9A-Za-z\u4e00-\u9fff@._%+:/=-]")
    for fits in ("。!?;".__contains__, ",、\t".__contains__, no_value.match):
        for place in range(half, full):
            if fits(text[place]):
                return place + 1
    for place in range(full, end - 1):
        if no_value.match(text[place]):
            return place + 1
    return None


def _pattern(rule: Rule, text: str) -> set[Found]:
    stretches = naive_stretches(text)
    windows = naive_windows(text)
    tried = [window for window in windows if _has_anchor(rule, text, *window)]
    tried = sorted({*tried, *_under_headers(rule, text, windows)})
    if rule.find.longest is not None:
        tried = [(low, high) for low, high in tried if _stretch_length(stretches, low) <= rule.find.longest]
    if reach := rule.find.across_lines:
        numbers = {windows.index(window) + step for window in tried for step in range(-reach, reach + 1)}
        runs = _runs(sorted(number for number in numbers if 0 <= number < len(windows)))
        tried = [(windows[first][0], windows[last][1]) for first, last in runs]
    found: set[Found] = set()
    for low, high in tried:
        seen = stretches[_number(stretches, low)][0], stretches[_number(stretches, high)][1]
        shown = [text[low:high], *_labels_above(rule, text, low)]
        if not _any_matches(rule.find.also, shown):
            continue
        found |= _matches(rule, text, (low, high), seen)
    return found


def _any_matches(patterns: tuple[str, ...], texts: list[str]) -> bool:
    return not patterns or any(
        re.search(fold_pattern(pattern), text, re.VERBOSE) for pattern in patterns for text in texts
    )


def _matches(rule: Rule, text: str, window: tuple[int, int], seen: tuple[int, int]) -> set[Found]:
    """Try the pattern at every place: a match counts if it is the same when the pattern sees the line."""
    pattern = compile_pattern(rule.find.pattern or "")
    group = "value" if "value" in pattern.groupindex else 0
    found: set[Found] = set()
    line, base = text[slice(*seen)], seen[0]
    place, high = window[0] - base, window[1] - base
    while place <= high:
        match, whole = pattern.match(line, place, high), pattern.match(line, place)
        if match is None or whole is None or match.regs != whole.regs:
            place += 1
            continue
        if match[0] and match[0].count("\n") <= rule.find.across_lines:
            (start, end), value = (
                match.span(),
                match.span(group) if match[group] is not None else match.span(),
            )
            found.add((rule.id, (start + base, end + base), (value[0] + base, value[1] + base)))
        place = max(match.end(), place + 1)
    return {one for one in found if one[2][0] < one[2][1]}


def _stretch_length(stretches: list[tuple[int, int]], place: int) -> int:
    low, high = stretches[_number(stretches, place)]
    return high - low


def _number(stretches: list[tuple[int, int]], place: int) -> int:
    return max(number for number, (low, _) in enumerate(stretches) if low <= place)


def _looks_up(rule: Rule) -> bool:
    return any(context.header or context.before for context in (rule.judge.needs, rule.judge.expects))


def _labels_above(rule: Rule, text: str, place: int) -> list[str]:
    lines, number = text.split("\n"), text.count("\n", 0, place)
    if not _looks_up(rule):
        return []
    labels = [line for line in lines[:number][-1:] if len(line.rstrip()) <= 20]
    return labels + [lines[first] for first, last in naive_tables(lines) if first <= number <= last]


def _under_headers(rule: Rule, text: str, windows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the windows of rows whose table has an anchor in its header, for rules that look at headers."""
    if not _looks_up(rule):
        return []
    lines = text.split("\n")
    starts = [0, *itertools.accumulate(len(line) + 1 for line in lines)]
    return [
        (low, high)
        for first, last in naive_tables(lines)
        if _has_anchor_in_a_window(rule, text, windows, starts[first], starts[first + 1])
        for low, high in windows
        if starts[first + 1] <= low < starts[last + 1]
    ]


def _has_anchor_in_a_window(
    rule: Rule, text: str, windows: list[tuple[int, int]], low: int, high: int
) -> bool:
    return any(low <= start < high and _has_anchor(rule, text, start, end) for start, end in windows)


def naive_tables(lines: list[str]) -> list[tuple[int, int]]:
    """Give the first and last line of every table; what a table is, no engine decides."""
    tables = Tables(Lines("\n".join(lines)))
    found = filter(None, map(tables.at, range(len(lines))))
    return list(dict.fromkeys((table.first, table.last) for table in found))


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Give runs of neighbouring stretches."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _has_anchor(rule: Rule, text: str, low: int, high: int) -> bool:
    at = re.compile(fold_pattern(rule.find.at), re.VERBOSE)
    return any(
        at.match(text, low + place)
        for anchor in rule.find.anchor
        for place in _places(anchor, text[low:high])
    )


def _places(anchor: str, line: str) -> Iterator[int]:
    name = shape_named(anchor)
    if name is None:
        yield from (place for place in range(len(line)) if line.startswith(anchor, place))
    else:
        yield from (found.start() for found in shape(name).finditer(line))


def _terms(rule: Rule, text: str) -> set[Found]:
    found: set[Found] = set()
    place = 0
    while place < len(text):
        fitting = [term for term in rule.find.terms if _stands(text, place, term)]
        if fitting:
            span = (place, place + len(max(fitting, key=len)))
            found.add((rule.id, span, span))
            place = span[1]
        else:
            place += 1
    return found


def _stands(text: str, place: int, term: str) -> bool:
    if not text.startswith(term, place):
        return False
    before, after = text[:place][-1:], text[place + len(term) :][:1]
    return not (_word(before) and _word(term[0])) and not (_word(after) and _word(term[-1]))


def _word(character: str) -> bool:
    return bool(re.fullmatch("[0-9A-Za-z]", character))
