"""Fields (MS-DOC §2.8.25): what they show is text, what they say to Word is beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_MARKS: Final = re.compile("([\x13\x14\x15])")
_BEGIN, _BETWEEN, _END = "\x13\x14\x15"


class Fields:
    """Follows the fields through a story, one inside the other."""

    __slots__ = ("_codes", "_open", "said")

    def __init__(self) -> None:
        self._open: list[bool] = []
        self._codes: list[str] = []
        self.said: list[str] = []

    def shown(self, text: str) -> str:
        """Give what of a stretch of text is shown; ``said`` gathers the codes that end in it."""
        if not self._open and not _MARKS.search(text):
            return text
        return "".join(self._shown(text))

    def _shown(self, text: str) -> Iterator[str]:
        for item in _MARKS.split(text):
            if item == _BEGIN:
                self._open.append(True)
            elif item == _BETWEEN:
                self._tell()
                self._open[-1:] = [False] if self._open else []
            elif item == _END:
                self._tell()
                self._open[-1:] = []
            elif any(self._open):
                self._codes.append(item)
            else:
                yield item

    def _tell(self) -> None:
        said = "".join(self._codes).strip()
        self._codes.clear()
        if said:
            self.said.append(said)
