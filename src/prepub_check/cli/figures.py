"""A rule's own examples, and how it did on the quality benchmark."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..ruleset import Rule
from .misuse import Misuse


def read_figures(file: Path) -> Mapping[str, Any]:
    """Read the figures by rule that ``python -m benchmarks.quality --json`` wrote; raises Misuse."""
    try:
        figures: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))["rule"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise Misuse(f"{file}：不是 python -m benchmarks.quality --json 的输出，或打不开") from error
    return figures


def describe_figures(rule: Rule, figures: Mapping[str, Any]) -> str:
    """Say on one line how many examples a rule has, and its precision and recall where it was measured."""
    examples = rule.examples
    told = f"{rule.id}：hit {len(examples.hit)}、miss {len(examples.miss)}、doubtful {len(examples.doubtful)}"
    found = figures.get(rule.id)
    if found is None:
        return f"{told}；基准中没有它的泄露"
    return (
        f"{told}；基准：准确率 {_share(found['precision'])}，召回率 {_share(found['recall'])}"
        f"（找到 {found['found']}，存疑 {found['doubtful']}，漏掉 {found['missed']}，误报 {found['wrong']}）"
    )


def _share(value: float | None) -> str:
    return "—" if value is None else f"{value:.1%}"
