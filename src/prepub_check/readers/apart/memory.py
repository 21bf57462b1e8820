"""How much memory a process takes, and how to hold it to a limit, as far as the system can."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

_KILOBYTE: Final = 1 << 10
_MEGABYTE: Final = 1 << 20
_PROC: Final = Path("/proc/self/statm").exists()
# Seconds between two looks at the memory of a process: a library takes hundreds of megabytes in a moment,
# but ``ps`` is a process itself.
EVERY: Final = 0.01 if _PROC else 0.05


def limit_memory(megabytes: int) -> None:
    """Let allocations of this process beyond a limit fail; only Linux counts them, and Windows cannot."""
    try:
        import resource  # noqa: PLC0415 -- there is none on Windows
    except ImportError:
        return
    wanted = megabytes * _MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def mapped_memory() -> int:
    """Give the bytes that count against such a limit already: what a fork inherits, used or not."""
    if not _PROC:
        return 0
    return int(Path("/proc/self/statm").read_text("ascii").split()[5]) * os.sysconf("SC_PAGE_SIZE")


def used_memory(pid: int) -> int:
    """Give the bytes of memory that a process holds; 0 where the system does not tell, as on Windows."""
    try:
        return used_by_proc(pid) if _PROC else used_by_ps(pid)
    except (OSError, ValueError, IndexError, subprocess.SubprocessError):
        return 0


def used_by_proc(pid: int) -> int:
    """Ask the kernel, as on Linux."""
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def used_by_ps(pid: int) -> int:
    """Ask ``ps``, as on macOS."""
    asked = ["ps", "-o", "rss=", "-p", str(pid)]
    return int(subprocess.run(asked, capture_output=True, check=False, timeout=1).stdout) * _KILOBYTE  # noqa: S603
