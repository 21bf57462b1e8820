"""The characters of a page as pdfium gives them, in stretches that stand together on a line."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from itertools import pairwise
from struct import Struct
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from ...model import Box
from ..layout.span import around
from . import calls
from .view import View

# In heights of a line: what is no gap within a stretch.
_GAP: Final = 0.9
_WIDEST: Final = 1.35
_FEWEST: Final = 3
_END: Final = 0x110000
_RECTANGLE: Final = pdfium.FS_RECTF()
_INTO_RECTANGLE: Final = ctypes.byref(_RECTANGLE)
_READ: Final = Struct("4f").unpack
_HALVES: Final = range(0xD800, 0xE000)
_SPACE: Final = r" \r\n\t\u3000\xa0\x02\ufffe\0"
_LINE: Final = re.compile(rf"[^{_SPACE}](?:[^{_SPACE[1:]}]*[^{_SPACE}])?")
_SPACES: Final = re.compile(" +")


class Stretch(NamedTuple):
    """Characters ``[start, end)`` of a page, and the box around them as the page is shown."""

    start: int
    end: int
    text: str
    box: Box
    aside: bool


class Characters:
    """The characters of a text page; an index counts them as pdfium does."""

    __slots__ = ("_boxes", "_page", "_view", "text")

    def __init__(self, page: Any, view: View) -> None:
        self._page = page
        self._view = view
        self._boxes: dict[int, Box] = {}
        self.text = self._read()

    def stretches(self) -> Iterator[Stretch]:
        """Give the stretches between white space, and cut where characters are not side by side."""
        text = self.text
        for start, end, spaced in self._unbroken():
            box = self._box_of_line(start, end)
            if box is not None:
                yield Stretch(start, end, text[start:end] + " " * spaced, box, aside=False)
                continue
            *others, last = self._regroup(start, end)
            yield from others
            yield last._replace(text=last.text + " " * spaced)

    def _unbroken(self) -> Iterator[tuple[int, int, bool]]:
        """Give stretches of one line, cut where a space stands for more than the space between words.

        With each comes whether a space of the document follows.
        """
        for line in _LINE.finditer(self.text):
            start, end = line.span()
            for space in _SPACES.finditer(self.text, start, end):
                before, after = space.span()
                spaced = not calls.is_generated(self._page, before)
                if self._parts(before, after, spaced=spaced):
                    yield start, before, spaced
                    start = after
            yield start, end, self._is_space(end)

    def _parts(self, start: int, end: int, *, spaced: bool) -> bool:
        """Whether a space that pdfium gives parts what stands beside it."""
        if not spaced:
            if not (self.text[start - 1] + self.text[end]).isascii():
                return True
        elif self.object_at(start - 1) == self.object_at(end):
            return False
        return not _side_by_side(self.box(start - 1), self.box(end))

    def cut(self, start: int, end: int, *, aside: bool = False) -> Iterator[Stretch]:
        """Give characters one by one."""
        for index in range(start, end):
            yield Stretch(index, index + 1, self.text[index], self.box(index), aside)

    def joined(self, first: Stretch, last: Stretch) -> Stretch:
        """Give the stretch from one to another."""
        box = around((first.box, last.box))
        text = self.text[first.start : last.end] + last.text[last.end - last.start :]
        return Stretch(first.start, last.end, text, box, first.aside)

    def _is_space(self, index: int) -> bool:
        """Whether a character is a space of the document, and not one that pdfium put into a gap."""
        return self.text[index : index + 1] == " " and not calls.is_generated(self._page, index)

    def object_at(self, index: int) -> int | None:
        """Give the address of the text object that a character belongs to."""
        address: int | None = calls.text_object(self._page, index)
        return address

    def box(self, index: int) -> Box:
        """Give the box that a character takes on its line, however small it is itself."""
        box = self._boxes.get(index)
        if box is None:
            calls.character_box(self._page, index, _INTO_RECTANGLE)
            left, top, right, bottom = _READ(_RECTANGLE)
            box = self._boxes[index] = self._view.place(left, bottom, right, top)
        return box

    def _read(self) -> str:
        count = max(pdfium.FPDFText_CountChars(self._page), 0)
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(self._page, 0, count, buffer)
        text = bytes(buffer).decode("utf-16-le", "replace")[:-1]
        if len(text) == count and "\0" not in text:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self._page, index) for index in range(count))
        return "".join(chr(code) if 0 < code < _END and code not in _HALVES else "\ufffd" for code in codes)

    def _box_of_line(self, start: int, end: int) -> Box | None:
        """Give the box around characters, or None where they may not all stand side by side."""
        left, top, _, bottom = first = self.box(start)
        if end - start == 1:
            return first
        last_left, last_top, right, last_bottom = self.box(end - 1)
        level = top < (last_top + last_bottom) / 2 < bottom
        if not level or last_left < left or not 0 <= right - left <= _WIDEST * (bottom - top) * (end - start):
            return None
        return left, min(top, last_top), right, max(bottom, last_bottom)

    def _regroup(self, start: int, end: int) -> Iterator[Stretch]:
        """Put characters together that stand side by side; a run down or up the page is set aside."""
        characters = list(self.cut(start, end))
        if _runs_down(characters):
            whole = self.joined(characters[0], characters[-1])
            yield whole._replace(aside=True)
            return
        first = before = characters[0]
        for character in characters[1:]:
            if not _side_by_side(before.box, character.box):
                yield self.joined(first, before)
                first = character
            before = character
        yield self.joined(first, before)


def _side_by_side(first: Box, second: Box) -> bool:
    height = first[3] - first[1]
    level = first[1] < (second[1] + second[3]) / 2 < first[3]
    return level and -height / 2 < second[0] - first[2] < _GAP * height


def _runs_down(characters: list[Stretch]) -> bool:
    """Whether each character stands a little higher or lower than the one before it."""
    if len(characters) < _FEWEST:
        return False
    steps = [
        (second.box[1] + second.box[3] - first.box[1] - first.box[3]) / 2
        for first, second in pairwise(characters)
    ]
    height = characters[0].box[3] - characters[0].box[1]
    even = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return even and all(abs(step) < 2 * height for step in steps)
