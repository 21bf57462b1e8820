"""The last lines of the text format: the verdict, and what it rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..model import SEVERITY_TITLE
from .display import visible
from .tally import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Report
    from .style import Style


def write_summary(report: Report, style: Style) -> str:
    """Give the verdict in words, the counts, what was examined, and under which rules."""
    title = style.paint(report.verdict_title, report.verdict)
    return "\n".join([f"结论：{title}", *(f"  {label}：{text}" for label, text in _rows(report))])


def _rows(report: Report) -> Iterator[tuple[str, str]]:
    tally = count(report)
    if report.verdict == "pass":
        yield "注意", "没有找到不等于没有；是否公开由审查人员决定"
    yield "发现", _counts((SEVERITY_TITLE[s], getattr(tally, s)) for s in ("block", "review", "info"))
    yield (
        "另有",
        _counts((("存疑", tally.doubtful), ("已压制", tally.suppressed), ("认得而不报", tally.recognised))),
    )
    yield "检查", f"{tally.sources} 份，{tally.characters} 字；未能检查 {tally.gaps} 处{_encodings(report)}"
    yield "规则", f"{report.ruleset.version}（{report.ruleset.fingerprint}），按{report.disclosure}"


def _counts(pairs: Iterable[tuple[str, int]]) -> str:
    return "，".join(f"{label} {number} 处" for label, number in pairs)


def _encodings(report: Report) -> str:
    used = Counter(source.encoding for source in report.coverage if source.encoding)
    names = "，".join(f"{visible(name)} {number} 份" for name, number in sorted(used.items()))
    return f"；编码：{names}" if names else ""
