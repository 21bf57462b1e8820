"""Takes files out of an archive while they are unpacked, and stops where a limit is reached."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...config import Limits
from ...model import Document, Gap, Part, Source
from ..inner import Inner
from ..names import is_tricky
from ..unpacking import MEGABYTE
from .growing import Full, Growing

# Honest files rarely shrink to a hundredth, and small ones do no harm.
_RATIO: Final = 100
_FREE: Final = 32 * MEGABYTE
_ADVICE: Final = "请解开后分别检查"
_RAISE: Final = "在 prepub.toml 的 [limits] 中调大"
_DAMAGED: Final = "解不开，文件可能已损坏；请重新打包，或解开后检查"


class Intake:
    """What came out of an archive so far: files, gaps, and the names of all."""

    __slots__ = ("_count", "_gaps", "_inner", "_left", "_limits", "_notices", "_path", "_ratio_left")

    def __init__(self, source: Source, limits: Limits) -> None:
        self._path = source.name
        self._limits = limits
        self._left = limits.unpacked_mb * MEGABYTE
        self._ratio_left = max(_FREE, _RATIO * len(source.data))
        self._count = 0
        self._inner = Inner(source.name)
        self._gaps: list[Gap] = []
        self._notices: list[str] = []

    def enter(self, name: str) -> str:
        """Note the name of a file before it is unpacked, and give the one to show; raises Full."""
        if self._count >= self._limits.members:
            self._tell("too-many", f"文件太多，其余的没有检查；{_ADVICE}，或{_RAISE} members")
            raise Full
        self._count += 1
        shown = self._inner.enter(name)
        if is_tricky(name):
            self.notice(f"包内有文件名指向包外或含有看不见的字符，已改成 {shown}")
        return shown

    def take(self, shown: str, chunks: Iterable[bytes]) -> None:
        """Unpack one file, counting as it grows; raises Full, and whatever the chunks raise."""
        growing = self.grow(shown)
        try:
            for chunk in chunks:
                growing.write(chunk)
        except BaseException:
            growing.salvage()
            raise
        growing.finish()

    def grow(self, shown: str) -> Growing:
        """Begin a file that is written piece by piece."""
        return Growing(self, shown)

    def skip(self, shown: str, cause: str, told: str) -> None:
        """Tell that one file was not unpacked."""
        self._tell(cause, f"包内的 {shown} {told}", shown)

    def link(self, shown: str) -> None:
        """Tell that an entry is a link or a device: it has no content of its own."""
        self.notice(f"包内的 {shown} 是链接或设备，没有内容，没有跟随")

    def damaged(self, shown: str) -> None:
        """Tell that one file could not be unpacked."""
        self.skip(shown, "damaged", _DAMAGED)

    def cut(self) -> None:
        """Tell that the archive ends or breaks before its end."""
        self._tell("damaged", "压缩包不完整或已损坏，只检查了解得开的部分；请重新打包后再检查")

    def notice(self, told: str) -> None:
        """Add a sentence for the report."""
        self._notices.append(f"{self._path}：{told}")

    def document(self, media_type: str, *parts: Part) -> Document:
        """Give the archive as a document: the names in it as text, its files still to be read."""
        return Document(
            name=self._path,
            media_type=media_type,
            parts=(*self._inner.listing(), *parts),
            gaps=tuple(self._gaps),
            notices=tuple(self._notices),
            attachments=tuple(self._inner.files),
        )

    def keep(self, shown: str, content: bytes) -> None:
        """Take a file that is unpacked already; how much it is has been counted."""
        self._inner.keep(shown, content)

    def count(self, shown: str, size: int) -> None:
        """Count bytes that come out; raises Full where they are too many."""
        self._left -= size
        self._ratio_left -= size
        if self._left < 0:
            told = f"解开后太大，从 {shown} 起没有检查；{_ADVICE}，或{_RAISE} unpacked_mb"
            self._tell("too-large", told, shown)
            raise Full
        if self._ratio_left < 0:
            told = f"解开后超过压缩包的 {_RATIO} 倍，可能是压缩炸弹，从 {shown} 起没有检查"
            self._tell("compression-bomb", f"{told}；请确认来源后解开检查", shown)
            raise Full

    def _tell(self, cause: str, message: str, part: str = "") -> None:
        self._gaps.append(
            Gap(path=self._path, cause=cause, message=message, part=part or "内含文件", partial=True)
        )
