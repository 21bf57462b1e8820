"""The page of figures: ``docs/rescan.md``."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from typing import Final

from .cost import Kind

PAGE: Final = Path(__file__).parents[2] / "docs" / "rescan.md"
_TITLES: Final = {
    "first, a tenth": "第一次，十分之一的页面",
    "first": "第一次，全部页面",
    "first, by brute force": "第一次的结果与逐个检查对照",
    "unchanged": "没有变动，再查一次",
    "changed": "1% 的页面和一条规则变动后",
    "changed, by brute force": "变动后的结果与逐个检查对照",
    "killed": "随机时刻 kill -9 后接着查",
}
_NAMES: Final = {"html": "网页", "txt": "纯文本", "docx": "Word 附件", "pdf": "PDF 附件"}
# The share of each kind among the pages that are planned for: attachments are many, and dear.
_MIX: Final = {"html": 0.8, "txt": 0.02, "docx": 0.1, "pdf": 0.08}
_PROVINCE: Final = 100_000_000
_NIGHT: Final = 8
_NODE: Final = 32
# What of a core's time is left for pages on a cluster, as measured with Spark beside the local processes.
_LEFT: Final = 0.7
_HEAD: Final = """# 复查：度量与规划

本页由 `python -m benchmarks.rescan --publish` 生成（{date}，种子 {seed}，{machine}），不要手改。
页面全部是合成的：每一百页有五份纯文本、两份 Word、一份 PDF，其余是网页；十分之一带泄露。
时间是整个命令的时钟时间，内存是其中最大一个进程的峰值。

| 复查 | 页面 | 秒 | 每秒页数 | 内存 MB | 说明 |
|---|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: a run, or what it was held against; ``passed`` is None where nothing is asked of it."""

    name: str
    seconds: float
    pages: int
    megabytes: float
    told: str = ""
    passed: bool | None = None

    def __str__(self) -> str:
        rate = f"{self.seconds:.1f} s, {self.pages / self.seconds:.0f} pages/s, " if self.seconds else ""
        memory = f"{self.megabytes:.0f} MB " if self.megabytes else ""
        return f"{self.name:24} {self.pages} pages, {rate}{memory}{self.told}{self._verdict()}"

    def _verdict(self) -> str:
        return "" if self.passed is None else "  PASS" if self.passed else "  FAIL"


def publish(
    rows: Sequence[Row], kinds: Sequence[Kind], rules: Sequence[tuple[int, float]], seed: int
) -> None:
    """Write the page."""
    machine = f"{platform.machine()}，{os.cpu_count()} 核，Python {platform.python_version()}"
    head = _HEAD.format(date=datetime.now(UTC).date(), seed=seed, machine=machine)
    PAGE.write_text(head + "\n".join(map(_line, rows)) + "\n" + _costs(kinds, rules) + _plan(kinds), "utf-8")


def _line(row: Row) -> str:
    rate = f"{row.pages / row.seconds:.0f}" if row.seconds else ""
    seconds, memory = (
        f"{row.seconds:.1f}" if row.seconds else "",
        f"{row.megabytes:.0f}" if row.megabytes else "",
    )
    told = f"{row.told}{'' if row.passed is None else '，达到' if row.passed else '，没有达到'}".lstrip("，")
    return f"| {_TITLES[row.name]} | {row.pages} | {seconds} | {rate} | {memory} | {told} |"


def _costs(kinds: Sequence[Kind], rules: Sequence[tuple[int, float]]) -> str:
    table = "\n".join(
        f"| {_NAMES[kind.name]} | {kind.kilobytes:.1f} | {kind.rate:.0f} | {1000 / kind.rate:.1f} |"
        for kind in kinds
    )
    grown = "，".join(f"{count} 条时每秒 {rate:.0f} 页" for count, rate in rules)
    return f"""
## 每页的代价

一个核、一页接一页；Word 和 PDF 在另一个进程里读，等它的时间算在内。

| 种类 | 平均 kB | 每核每秒页数 | 每页毫秒 |
|---|---|---|---|
{table}

- 页数：代价与页数成正比，内存不随页数增长（见上表第一、二行）。
- 规则：网页，{grown}。
- 没有变动的页面不再检查，文件没有改动的不再读，代价见“没有变动”一行。
"""


def _plan(kinds: Sequence[Kind]) -> str:
    seconds = sum(_MIX[kind.name] / kind.rate for kind in kinds)
    hours = seconds * _PROVINCE / 3600
    cores = hours / _NIGHT / _LEFT
    mix = "，".join(f"{_NAMES[name]} {share:.0%}" for name, share in _MIX.items())
    return f"""
## 一亿页要多少机器

按 {mix} 估算，平均每页 {seconds * 1000:.1f} 毫秒：

- 一亿页 = {hours:,.0f} 核时；
- 集群上按 {_LEFT:.0%} 的时间真正用于检查计，一夜（{_NIGHT} 小时）要 {cores:,.0f} 个核，
  即 {ceil(cores / _NODE)} 台 {_NODE} 核的机器；
- 其后每月复查只查变动的页面：每月变动 1% 且规则不变，约 {hours * 0.01 / _LEFT:,.0f} 核时。

这是由本机的数字推出来的，不是在集群上量的；页面长短、附件多少不同，
请先用自己的一万页跑一遍 `prepub-check rescan`，按上式换算。
"""
