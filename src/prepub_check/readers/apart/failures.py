"""The sentences for what goes wrong in a process that reads."""

from __future__ import annotations

from typing import Final

from ...config import Limits
from .answer import Failure

_LEFT: Final = "其中的内容没有检查"
_AGAIN: Final = "文件可能已损坏，或是有意构造的；请用原来的软件打开、另存后再检查"


def crashed(title: str, status: int | None) -> Failure:
    """Tell that the process ended by itself, with the exit status that it left."""
    told = "" if status is None else f"（退出状态 {status}）"
    return Failure("reader-crash", f"读取这份{title}时，读取进程异常退出{told}，{_LEFT}；{_AGAIN}")


def unable(title: str) -> Failure:
    """Tell that no process could be started."""
    return Failure(
        "reader-crash",
        f"读取{title}要另起一个进程，但没有起来，{_LEFT}；请检查系统资源和 Python 安装后重试",
    )


def too_slow(title: str, limits: Limits) -> Failure:
    """Tell that reading took longer than it may."""
    return Failure(
        "reader-timeout",
        f"读取这份{title}超过 {limits.seconds:g} 秒，没有读完，{_LEFT}；"
        "请拆分或另存后再检查，或在 prepub.toml 的 [limits] 中调大 seconds",
    )


def too_big(title: str, limits: Limits) -> Failure:
    """Tell that reading took more memory than it may."""
    return Failure(
        "reader-memory",
        f"读取这份{title}要用的内存超过 {limits.memory_mb} MB，没有读完，{_LEFT}；"
        "请拆分或另存后再检查，或在 prepub.toml 的 [limits] 中调大 memory_mb",
    )


def failed(title: str, error: BaseException) -> Failure:
    """Tell that the reader gave up; of the error only its kind is told, for its text may quote the draft."""
    return Failure("reader-failed", f"这份{title}读不出来（{type(error).__name__}），{_LEFT}；{_AGAIN}")
