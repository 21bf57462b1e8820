"""The parts of a package while it is read: as trees, each once, and what was collected from them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ..errors import SourceError
from ..model import Document
from .inner import Inner, is_made
from .markup import LocalNames, narrowed, parse
from .strands import Strands
from .unpacking import MEGABYTE
from .zipped import Package

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..config import Limits
    from ..model import Source

# A tree takes this many times the memory of its markup.
_TREE: Final = 20


class Parts:
    """What the readers of parts share, whatever the format of the package."""

    def __init__(self, source: Source, limits: Limits) -> None:
        """Open a package; raises SourceError where no part of it can be read."""
        self.path = source.name
        self.package = Package(source, limits)
        self.strands = Strands(source.name)
        self.names = LocalNames()
        self.inner = Inner(source.name)
        self.seen: set[str] = set()
        self._largest_tree = limits.memory_mb * MEGABYTE // _TREE
        self._numbers: Counter[str] = Counter()
        self._authors: set[tuple[str, str]] = set()

    def take(self, name: str) -> bytes:
        """Give a part's bytes once; nothing where it was taken before, or is not there."""
        if name in self.seen:
            return b""
        self.seen.add(name)
        return self.package.read(name)

    def tree(self, name: str) -> Element | None:
        """Give a part as a tree once, as far as it is sound."""
        data = self.take(name)
        return self.parsed(name, data) if data else None

    def parsed(self, name: str, data: bytes) -> Element | None:
        """Give bytes of a part as a tree; what is wrong with them is a gap that costs this part only."""
        data = self.prepared(name, data)
        if len(data) > self._largest_tree:
            advice = "请把文件拆开后分别检查，或在 prepub.toml 的 [limits] 中放宽 memory_mb"
            self.package.gap("too-large", f"{name} 过大，没有检查；{advice}", name)
            return None
        try:
            markup = parse(data)
        except SourceError as error:
            self.package.gap(error.cause, f"{name}：{error}", name)
            return None
        if not markup.whole:
            self.package.damaged(name)
        return markup.root

    def prepared(self, name: str, data: bytes) -> bytes:
        """Give the markup of a part as it is parsed."""
        del name
        return narrowed(data)

    def miss(self) -> None:
        """Tell that the part that holds the text is not there."""
        self.package.gap(
            "damaged", "包内没有正文部件，只检查了其余部分；请用原来的软件打开另存后再检查", "正文"
        )

    def too_deep(self, name: str) -> None:
        """Tell that a part is nested too deep to be read whole."""
        told = f"{name} 的层次过深，只检查了一部分；请用原来的软件打开另存后再检查"
        self.package.gap("too-deep", told, name)

    def leave_thumbnail(self) -> None:
        """Tell that the picture of the first page was not read: the program draws it anew at every saving."""
        self.package.tell("文件带有首页缩略图，没有检查；若疑心其中是旧内容，请用原来的软件打开另存")

    def numbered(self, title: str) -> str:
        """Give the next thing of a kind its number, such as 图表 2."""
        self._numbers[title] += 1
        return f"{title} {self._numbers[title]}"

    def author(self, title: str, name: str) -> None:
        """Add the name of someone who worked on the document, once."""
        if name.strip() and (title, name) not in self._authors:
            self._authors.add((title, name))
            self.strands.property(title, name, "审阅者")

    def document(self, media_type: str) -> Document:
        """Give all that was collected, the names of parts that somebody gave among it."""
        for name in self.package.names:
            if not is_made(name):
                self.inner.note(name)
        return Document(
            name=self.path,
            media_type=media_type,
            parts=(*self.strands.parts(), *self.inner.listing()),
            gaps=tuple(self.package.gaps),
            notices=tuple(self.package.notices),
            attachments=tuple(self.inner.files),
        )
