"""The page of figures: ``docs/speed.md``."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).parents[2] / "docs" / "speed.md"
_TITLES: Final = {
    "calibration, prose": "标准库一遍 `re.findall(r'\\d+')`，公文",
    "calibration, one line": "同上，2 MB 不换行",
    "calibration, table": "同上，4000 行个人信息的表",
    "calibration, base install": "同上，公文，不装 `[speed]`",
    "naive": "朴素做法：整篇 jieba 分词，每条规则扫全文",
    "presidio": "Presidio 引擎，空白 zh 模型，同样的规则",
    "presidio-recognisers": "Presidio 识别器逐个调用，同样的规则",
    "jionlp": "JioNLP 五个 extract_，本项目用对应的规则",
    "detect-secrets": "detect-secrets 默认插件，本项目用全部规则",
    "detect-secrets, its kind": "同上，本项目只用口令与密钥的规则",
    "cold start": "从启动到查完一份干净文稿（处理器时间），对 click+pydantic+jieba 的朴素命令",
    "peak memory": "查一份不需要分词的文稿，内存峰值",
    "two processes": "100 MB 文本文件，两个进程对一个（时钟时间）",
    "two processes, web pages": "同上，100 MB 网页",
}
_HEAD: Final = """# 速度

本页由 `python -m benchmarks.speed --publish` 生成（{date}，种子 {seed}，{machine}），不要手改。
文稿全部是合成的：字句、数字、标点的密度与已公开的公文相近，每八份有一份带泄露。各行都是同一进程、同一批文稿、
轮流运行，取各对之比的中位数；启动、内存和多进程是整个进程。MB/s 指每秒多少兆字节 UTF-8。

| 对照 | 倍数 | 至少 | 目标 | 本项目 | 对方 |
|---|---|---|---|---|---|
"""
_TAIL: Final = """
![随文本长度、规则数、字样数的增长](speed.svg)

{curves}

版本：{versions}。
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison; ``bounds`` are the least that is asked for, and the aim."""

    name: str
    ratio: float
    ours: float
    theirs: float
    bounds: tuple[float, float] | None = None
    unit: str = "MB/s"
    at_most: bool = False

    def __str__(self) -> str:
        figures = f"ours {self.ours:.3g} {self.unit}, theirs {self.theirs:.3g}"
        return f"{self.name:24} {self.ratio:8.3f}  {figures}{self._verdict()}"

    def _verdict(self) -> str:
        if self.bounds is None:
            return ""
        least = self.bounds[0]
        reached = self.ratio <= least if self.at_most else self.ratio >= least
        return f"  {'PASS' if reached else 'FAIL'} (at {'most' if self.at_most else 'least'} {least:g})"


def publish(rows: Sequence[Row], curves: Mapping[str, Sequence[tuple[float, float]]], seed: int) -> None:
    """Write the page."""
    machine = f"{platform.machine()}，Python {platform.python_version()}"
    head = _HEAD.format(date=datetime.now(UTC).date(), seed=seed, machine=machine)
    told = "\n".join(f"- {name}：{_curve(points)}" for name, points in curves.items())
    names = ("presidio-analyzer", "jionlp", "detect-secrets", "jieba", "regex", "ahocorasick-rs")
    versions = "，".join(f"{name} {version(name)}" for name in names)
    PAGE.write_text(
        head + "\n".join(map(_line, rows)) + "\n" + _TAIL.format(curves=told, versions=versions), "utf-8"
    )


def _line(row: Row) -> str:
    least, aim = (f"{bound:g}" for bound in row.bounds) if row.bounds else ("", "")
    ratio = f"{row.ratio:.3f}" if row.ratio < 1 else f"{row.ratio:.1f}"
    return (
        f"| {_TITLES[row.name]} | {ratio} | {least} | {aim} "
        f"| {row.ours:.3g} {row.unit} | {row.theirs:.3g} {row.unit} |"
    )


def _curve(points: Sequence[tuple[float, float]]) -> str:
    return "，".join(f"{x:g} 时 {y:.2f} 秒" for x, y in points)
