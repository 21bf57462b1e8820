"""The one rule that changes between the runs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_RULE: Final = """\
# 只为测量：一条会改动的规则。
id = "internal.measured"
title = "测量用的字样"
severity = "review"
basis = ["测量规程 第一条"]
advice = "删除"
mask = "1+1"

[find]
terms = {terms}

[examples]
hit = ["见«{first}»。"]
miss = ["没有"]
"""
_VERSIONS: Final = ('["第1号第0版"]', '["第1号第0版", "号第1版", "00号第0版"]')


def write_rule(folder: Path, version: int) -> None:
    """Write the rule; its second version finds pages that the first did not."""
    file = folder / "internal" / "measured.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_RULE.format(terms=_VERSIONS[version], first="第1号第0版"), encoding="utf-8")
