"""A package with its parts by name, read within the limits; what cannot be read becomes a gap."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ...config import Limits
from ...errors import SourceError
from ...model import Gap, Source
from ..names import masked
from ..unpacking import MEGABYTE
from .directory import entries_of, overlapping
from .entry import Entry, Unpacked, too_large, unpack


class Package:
    """The parts of one package in its order; ``gaps`` and ``notices`` grow while parts are read."""

    def __init__(self, source: Source, limits: Limits) -> None:
        """Open a package; raises SourceError where no part of it can be read."""
        self.path = source.name
        self.gaps: list[Gap] = []
        self.notices: list[str] = []
        self._file = source.data
        self._left = limits.unpacked_mb * MEGABYTE
        entries, listed = entries_of(source.data)
        if overlapping(entries):
            raise too_large()
        if not entries:
            raise SourceError("damaged", "压缩包已损坏，一个部分也读不出来；请重新取得完整的文件")
        if not listed:
            self.gap("damaged", "文件不完整（目录缺失），只检查了读得出来的部分；请重新取得完整的文件")
        self._entries = dict(self._within(entries, limits.members))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts; a second part of the same name is marked as such."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Give a part's bytes; those that could not be read are missing, and told."""
        if name not in self:
            return b""
        try:
            unpacked = self.unpacked(name)
        except SourceError as error:
            self.gap(error.cause, f"{name}：{error}", name)
            return b""
        if not unpacked.whole:
            self.damaged(name)
        return unpacked.data

    def unpacked(self, name: str) -> Unpacked:
        """Give a part and whether it is sound; raises SourceError where it is missing or cannot be read."""
        if name not in self:
            raise SourceError("missing-part", f"包内没有 {name}，没有检查；请重新取得完整的文件")
        unpacked = unpack(self._entries[name], self._file, self._left)
        self._left -= len(unpacked.data)
        return unpacked

    def damaged(self, name: str) -> None:
        """Tell that a part was read only as far as it is sound."""
        if not any(gap.part == masked(name) for gap in self.gaps):
            self.gap(
                "damaged", f"{name} 已损坏，只检查了读得出来的内容；请用原来的软件打开另存后再检查", name
            )

    def gap(self, cause: str, message: str, part: str = "") -> None:
        """Tell that something of the package was not read."""
        self.gaps.append(
            Gap(path=self.path, cause=cause, message=masked(message), part=masked(part), partial=True)
        )

    def _within(self, entries: list[Entry], most: int) -> Iterator[tuple[str, Entry]]:
        if len(entries) > most:
            told = f"包内有 {len(entries)} 个部分，超过 {most} 个，多出的没有检查"
            self.gap(
                "too-large", f"{told}；请核对来源，确需检查的请在 prepub.toml 的 [limits] 中放宽 members"
            )
        counts: dict[str, int] = {}
        for entry in entries[:most]:
            name = _plain(entry.name)
            if name != entry.name:
                self.tell("包内部件的名称带有上级路径或反斜杠，已按内容检查；请核对文件来源")
            counts[name] = counts.get(name, 0) + 1
            if counts[name] > 1:
                self.tell(f"包内有同名的部件 {name}，每一份都已检查；请核对文件来源")
                name = f"{name}（第 {counts[name]} 份）"
            yield name, entry

    def tell(self, notice: str) -> None:
        """Add a sentence for the report, once."""
        told = f"{self.path}：{masked(notice)}"
        if told not in self.notices:
            self.notices.append(told)


def _plain(name: str) -> str:
    """Give a part's name without what leads out of the package."""
    return posixpath.normpath("/" + name.replace("\\", "/").replace("\0", "")).lstrip("/")
