"""The path: source → document → segments → candidates → hits → report."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Final

from .compose import compose
from .config import Config
from .detect import Detection
from .judge import Hit, judge
from .model import Document, Gap, Location, Part, Report, Source
from .readers import is_made, read, stem_of
from .readers.pieces import Pieces
from .ruleset import RuleSet
from .text.segment import Segment

_FILE_NAME: Final = "文件名"
_FEW_DIGITS: Final = 10


def check(source: Source, ruleset: RuleSet, config: Config) -> Report:
    """Check one source, and its name if it is a file; never raises for what is in it."""
    started = time.perf_counter()
    source, name = _named(source, ruleset, config)
    document = read(source, config.limits)
    if name:
        document = replace(document, parts=(*document.parts, *name))
    report = examine(document, ruleset, config)
    return replace(report, seconds=time.perf_counter() - started)


def examine(document: Document, ruleset: RuleSet, config: Config) -> Report:
    """Check a document as its reader understood it, and every document inside it."""
    hits: list[Hit] = []
    timeouts: list[Gap] = []
    for part in (part for each in document.walk() for part in each.parts):
        segment = Segment.of(part)
        detection = Detection(segment, ruleset)
        for candidates in detection:
            for hit in judge(segment, candidates):
                hits.append(hit)
                if hit.firm:
                    detection.hold(hit.rule.id, hit.span[0])
        timeouts += detection.gaps
    return compose(document, hits, timeouts, ruleset, config)


def _named(source: Source, ruleset: RuleSet, config: Config) -> tuple[Source, tuple[Part, ...]]:
    """Give a file under a name without values, and the name as a part where something is found in it."""
    start, stem = stem_of(source.name)
    if source.text is not None or _says_nothing(stem):
        return source, ()
    alone = Document(name=source.name, media_type="", parts=_name_part(stem, source.name))
    report = examine(alone, ruleset, config)
    if not (report.findings or report.gaps):
        return source, ()
    path = source.name
    for finding in report.findings:
        low, high = finding.span
        path = f"{path[: start + low]}{finding.shown}{path[start + high :]}"
    return replace(source, name=path), _name_part(stem, path)


def _says_nothing(stem: str) -> bool:
    """Whether a name stands for one, or is as programs make them and has no long number in it."""
    placeholder = stem.startswith("<") and stem.endswith(">")
    return placeholder or (is_made(stem) and sum(map(str.isdigit, stem)) <= _FEW_DIGITS)


def _name_part(stem: str, path: str) -> tuple[Part, ...]:
    pieces = Pieces()
    pieces.add(stem, Location(path=path, kind="attachment", name=_FILE_NAME))
    return pieces.parts("attachment", _FILE_NAME)
