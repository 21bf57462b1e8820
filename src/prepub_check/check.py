"""The path: source → document → segments → candidates → hits → report."""

from __future__ import annotations

import time
from dataclasses import replace

from .compose import compose
from .config import Config
from .detect import Detection
from .judge import Hit, judge
from .model import Document, Gap, Part, Report, Source
from .readers import masked_path, name_parts, read
from .ruleset import RuleSet
from .text.segment import Segment


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
    parts = name_parts(source)
    if not parts:
        return source, ()
    report = examine(Document(name=source.name, media_type="", parts=parts), ruleset, config)
    if not (report.findings or report.gaps):
        return source, ()
    path = masked_path(source, report.findings)
    return replace(source, name=path), name_parts(source, path)
