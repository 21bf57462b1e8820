"""Which ids a source has given already, at a few dozen bytes each."""

from __future__ import annotations

from hashlib import blake2b


class Seen:
    """A set of texts that keeps 64 bits of each: two of 10^7 are taken for one with a chance of 3 in 10^6."""

    __slots__ = ("_marks",)

    def __init__(self) -> None:
        self._marks: set[int] = set()

    def __contains__(self, text: str) -> bool:
        return mark_of(text) in self._marks

    def __len__(self) -> int:
        return len(self._marks)

    def add(self, text: str) -> bool:
        """Add a text, and tell whether it is new."""
        before = len(self._marks)
        self._marks.add(mark_of(text))
        return len(self._marks) > before

    def distinct(self, name: str) -> str:
        """Give a name that none before had: the second 名单.txt is 名单（2）.txt."""
        stem, dot, suffix = name.rpartition(".")
        shown, count = name, 1
        while not self.add(shown):
            count += 1
            shown = f"{stem}（{count}）.{suffix}" if dot and stem else f"{name}（{count}）"
        return shown


def mark_of(text: str) -> int:
    """Give 64 bits that stand for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
