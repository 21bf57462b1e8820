"""Alarms over published text, nearly all of them false: any JSONL with ``id``, ``kind`` and ``text``."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from prepub_check import Checker
from prepub_check.model import Finding

from .match import firm_above_info

_SHOWN = 12


def check_corpus(checker: Checker, files: Iterable[Path]) -> Iterator[str]:
    """Give the alarms per rule and per hundred documents, with masked excerpts."""
    documents, alarmed = 0, Counter[str]()
    alarms: dict[tuple[str, str], list[tuple[str, Finding]]] = defaultdict(list)
    for entry in _entries(files):
        documents += 1
        findings = firm_above_info(checker.check_text(entry["text"], entry["id"]).findings)
        alarmed.update({finding.severity for finding in findings})
        for finding in findings:
            alarms[finding.severity, finding.rule].append((entry["id"], finding))
    yield f"{documents} documents"
    for severity in ("block", "review"):
        total = sum(len(found) for (grade, _), found in alarms.items() if grade == severity)
        yield (
            f"{severity}: {total} alarms, {100 * total / max(1, documents):.2f} per 100 documents; "
            f"{alarmed[severity]} documents alarmed"
        )
    for (severity, rule), found in sorted(alarms.items(), key=lambda item: -len(item[1])):
        yield f"\n## {severity} {rule}: {len(found)}"
        yield from (
            f"- {name} {finding.location}: {finding.excerpt.masked}" for name, finding in found[:_SHOWN]
        )


def _entries(files: Iterable[Path]) -> Iterator[dict[str, str]]:
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)
