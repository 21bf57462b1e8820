"""The page ``docs/quality.md``: our figures and the peers', with date and versions, written by the run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final

from .compare import Column
from .gates import Gate, gates
from .peers.rows import ROWS
from .score import Score, Tally

PAGE: Final = Path(__file__).parents[2] / "docs" / "quality.md"
_GATES: Final = (
    "结构化号码、标志、口令密钥：不得公开级准确率",
    "结构化号码、标志、口令密钥：应当不得公开的，以不得公开级检出的",
    "结构化号码、标志、口令密钥：全部泄露，以“提示”以上检出的",
    "姓名和住址：F1",
    "确定的发现中正确的",
    "无泄露文稿中出现确定告警的",
    "单一存疑理由最多掩盖一条规则的泄露",
)


def publish(score: Score, columns: Sequence[Column], seed: int) -> str:
    """Give the page as Markdown."""
    documents = [outcome.document for outcome in score.outcomes]
    return _template().format(
        date=f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}",
        seed=seed,
        documents=len(documents),
        leaking=sum(bool(document.leaks) for document in documents),
        leaks=len(score.answers),
        kinds=len(score.by_kind()),
        looks=len({origin.negative for document in documents for origin in document.negatives}),
        gates="\n".join(map(_show_gate, _GATES, gates(score))),
        families="\n".join(_show_family(*entry) for entry in score.by_family().items()),
        titles=" | ".join(column.title for column in columns),
        rules="---|" * len(columns),
        rows="\n".join(_show_rows(columns)),
        peers="\n".join(f"- **{column.title}** {column.version}：{column.note}。" for column in columns),
    )


def _template() -> str:
    return files(__package__).joinpath("templates", "quality.md").read_text("utf-8")


def _show_gate(title: str, gate: Gate) -> str:
    sign, passed = "≤" if gate.at_most else "≥", "达到" if gate.passed else "**未达到**"
    return f"| {title} | {gate.value:.2%} | {sign} {gate.bound:.0%} | {passed} |"


def _show_rows(columns: Sequence[Column]) -> Iterator[str]:
    for name, row in ROWS.items():
        tallies = [column.tallies.get(name) for column in columns]
        known = [tally for tally in tallies if tally]
        best = max(tally.f1 for tally in known)
        cells = " | ".join(_show_cell(tally, best) for tally in tallies)
        yield f"| {row.title} | {known[0].leaks} | {cells} |"


def _show_cell(tally: Tally | None, best: float) -> str:
    if tally is None:
        return "—"
    f1 = f"**{tally.f1:.3f}**" if tally.f1 == best else f"{tally.f1:.3f}"
    precision = f"{tally.precision:.3f}" if tally.right + tally.wrong else "–"
    return f"{precision} / {tally.recall:.3f} / {f1}"


def _show_family(family: str, tally: Tally) -> str:
    return f"| {family} | {tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} |"
