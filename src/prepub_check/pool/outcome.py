"""What an item may take, and why one has no result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Cause = Literal["internal-error", "process-died", "page-timeout", "page-memory"]


@dataclass(frozen=True, slots=True)
class Budget:
    """What one item may take: seconds of wall time, and memory of its process in megabytes."""

    seconds: float
    memory_mb: int


@dataclass(frozen=True, slots=True)
class Lost:
    """Why an item has no result; ``detail`` is a kind of exception and its place, or an exit status."""

    cause: Cause
    detail: str = ""
