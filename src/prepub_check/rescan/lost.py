"""What one page may take, and what is kept of one that took more, or ended the process it was examined in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..config import Limits
from ..model import Gap
from ..pool import Budget, Lost
from ..readers.names import masked
from .examine import Examined, leave_unexamined
from .page import Page

# Reading has its own limit of time, for each file; all that is done with a page may take so much more.
_PATIENCE: Final = 2.0
# What a process holds besides a page, in megabytes: rules, and dictionaries once they are needed.
_OWN: Final = 256

# By cause; a page that was lost is examined again in the next run.
MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "internal-error": "检查时出现内部错误（{detail}），没有查完；请单独检查它，并把这一行报告给维护者",
        "process-died": "检查它的进程意外结束（退出状态 {detail}），没有查完；"
        "请单独检查它，并把情况报告给维护者",
        "page-timeout": "检查它超过 {seconds:g} 秒，没有查完；请拆分后再查，"
        "或在 prepub.toml 的 [limits] 中调大 seconds",
        "page-memory": "检查它要用的内存超过 {memory} MB，没有查完；请拆分后再查，"
        "或在 prepub.toml 的 [limits] 中调大 memory_mb",
    }
)


def budget_of(limits: Limits) -> Budget:
    """Give what one page may take."""
    return Budget(_PATIENCE * limits.seconds, _OWN + limits.memory_mb)


def leave_lost(page: Page, lost: Lost, budget: Budget) -> Examined:
    """Give what is kept of a page without a result."""
    told = {"detail": lost.detail, "seconds": budget.seconds, "memory": budget.memory_mb}
    gap = Gap(path=masked(page.name), cause=lost.cause, message=MESSAGES[lost.cause].format(**told))
    return leave_unexamined(page.id, gap)
