"""The path: source → document → segments → candidates → hits → report."""

from __future__ import annotations

import time
from dataclasses import replace

from .compose import compose
from .config import Config
from .detect import Detection
from .judge import Hit, judge
from .model import Document, Gap, Report, Source
from .readers import read
from .ruleset import RuleSet
from .text.segment import Segment


def check(source: Source, ruleset: RuleSet, config: Config) -> Report:
    """Check one source; never raises for what is in it."""
    started = time.perf_counter()
    report = examine(read(source, config.limits), ruleset, config)
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
