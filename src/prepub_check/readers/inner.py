"""The files that a document holds: their names as text for the rules, and without values in every path."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from ..model import Location, Part, Source
from .names import harmless, masked, shortened
from .pieces import Pieces

NAMES: Final = "内含文件的名称"
# Names as programs give them: words and short numbers, or a digest; they tell nothing.
_WORD: Final = r"(?:[A-Za-z]+[0-9]{0,4}|[0-9]{1,3})"
_SEGMENT: Final = rf"[_\[]?{_WORD}(?:[ _-]{_WORD})*\]?"
_MADE: Final = re.compile(
    rf"(?:{_SEGMENT}/)*(?:{_SEGMENT}|[0-9A-Fa-f]{{32,}})?(?:\.[A-Za-z][A-Za-z0-9]{{0,7}}){{0,2}}"
)


def is_made(name: str) -> bool:
    """Tell whether a name looks as programs make them, so that it says nothing.

    >>> is_made("word/media/image1.png"), is_made("word/embeddings/补贴名单.xlsx")
    (True, False)
    """
    return _MADE.fullmatch(name) is not None


class Inner:
    """What a document holds inside: ``files`` are still to be read, ``names`` are what people called them."""

    __slots__ = ("_path", "_seen", "files", "names")

    def __init__(self, path: str) -> None:
        self.files: list[Source] = []
        self.names: list[str] = []
        self._path = path
        self._seen: dict[str, int] = {}

    def attach(self, name: str, content: bytes | str) -> None:
        """Take a file that somebody named; one without content has a name all the same."""
        shown = self.enter(name)
        if content:
            self.keep(shown, content)

    def put(self, name: str, content: bytes | str) -> None:
        """Take a file that was named here, or whose name is read elsewhere."""
        if content:
            self.keep(self.shown(name), content)

    def enter(self, name: str) -> str:
        """List a name, and give it as it may be shown."""
        self.note(name)
        return self.shown(name)

    def note(self, name: str) -> None:
        """List a name that somebody gave."""
        self.names.append(harmless(name))

    def shown(self, name: str) -> str:
        """Give a name without values that no file before has: several files may have the same."""
        return self._unique(shortened(masked(harmless(name))))

    def keep(self, shown: str, content: bytes | str) -> None:
        """Take a file under the name that it shows."""
        path = f"{self._path} › {shown}"
        self.files.append(Source(path, text=content) if isinstance(content, str) else Source(path, content))

    def listing(self) -> Iterator[Part]:
        """Give the names as one part, or nothing where there are none."""
        pieces = Pieces()
        place = Location(path=self._path, kind="attachment", name=NAMES)
        for name in self.names:
            pieces.add(f"{name}\n", place)
        yield from pieces.parts("attachment", NAMES)

    def _unique(self, shown: str) -> str:
        count = self._seen[shown] = self._seen.get(shown, 0) + 1
        if count == 1:
            return shown
        stem, suffix = posixpath.splitext(shown)
        return self._unique(f"{stem}（{count}）{suffix}")
