"""How much may come out of one file: depth, number and bytes of the files inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..config import Limits
from ..model import Gap, Source

MEGABYTE: Final = 1 << 20


class Unpacking:
    """What is left of the limits while a file and the files inside it are read; shared by all of them."""

    __slots__ = ("_depth", "_left", "limits")

    def __init__(self, limits: Limits, depth: int = 0, left: dict[str, int] | None = None) -> None:
        self.limits = limits
        self._depth = depth
        self._left = left or {"members": limits.members, "bytes": limits.unpacked_mb * MEGABYTE}

    @property
    def left(self) -> Limits:
        """The limits for one more file: what the files before it have left of them."""
        unpacked_mb = max(self._left["bytes"], 0) // MEGABYTE
        return replace(self.limits, members=self._left["members"], unpacked_mb=unpacked_mb)

    def inside(self) -> Unpacking:
        """Give the same, one file deeper."""
        return Unpacking(self.limits, self._depth + 1, self._left)

    def admit(self, path: str, members: Sequence[Source]) -> tuple[list[Source], list[Gap]]:
        """Give the files that may still be read, and a gap for each limit that the others are beyond.

        All of them have been unpacked, so all of them count.
        """
        left = self._left["bytes"]
        self._left["bytes"] -= sum(len(member.data) for member in members)
        if self._depth > self.limits.depth:
            return [], [_gap(path, "too-deep", len(members), f"文件里套文件超过 {self.limits.depth} 层")]
        admitted: list[Source] = []
        for member in members:
            if self._left["members"] < 1 or left < len(member.data):
                told = f"解开后超过 {self.limits.members} 个文件或 {self.limits.unpacked_mb} MB"
                return admitted, [_gap(path, "too-large", len(members) - len(admitted), told)]
            self._left["members"] -= 1
            left -= len(member.data)
            admitted.append(member)
        return admitted, []


def _gap(path: str, cause: str, count: int, told: str) -> Gap:
    message = f"{told}，其中 {count} 个文件没有检查；请解开后分别检查，或在 prepub.toml 的 [limits] 中放宽"
    return Gap(path=path, cause=cause, message=message, part="内含文件", partial=True)
