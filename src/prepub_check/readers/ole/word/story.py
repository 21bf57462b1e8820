"""One story of a document: its paragraphs and tables, and what in them is not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ....model import PartKind
from ...looks import PLAIN, Unseen
from ...rows import Rows
from ...strands import Mark, Strands
from .fields import Fields
from .formats import Formats
from .looks import Looks
from .sprms import IN_TABLE, ROW_END
from .text import Text, whole

_PARAGRAPH: Final = re.compile("[^\r\x07\x0c]*[\r\x07\x0c]?")
_CELL: Final = "\x07"
# Pictures, drawings, numbers of notes and signs of comments stand for something that is no text here.
_SHOWN: Final = str.maketrans(
    {1: None, 2: None, 5: None, 8: None, 0x1E: "-", 0x1F: None, 0x0B: "\n", 0x0E: "\n"}
)
_SHADED: Final = frozenset((0x442D, 0xC64D))


class Story:
    """Reads stretches of a document as paragraphs and table rows of one part."""

    def __init__(
        self, text: Text, looks: Looks, paragraphs: Formats, revisers: list[str], strands: Strands
    ) -> None:
        self._text = text
        self._looks = looks
        self._paragraphs = paragraphs
        self._unseen = Unseen(strands, revisers)
        self._strands = strands

    def read(self, start: int, end: int, kind: PartKind, name: str = "", part: str | None = None) -> None:
        """Read the characters from ``start`` to ``end`` into a part; ``name`` is what the place is called."""
        strand = self._strands.of(kind, name if part is None else part)
        fields, rows, count = Fields(), Rows(strand, name), 0
        for first, last in self._stretches(start, end):
            codes = self._paragraphs.at(self._text.place(last - 1))
            in_table = codes.get(IN_TABLE) == 1 or self._text.characters[last - 1] == _CELL
            if in_table:
                mark = rows.mark
                rows.add(self._shown(first, last, mark, fields, codes, in_table=True))
                rows.end(cell=self._text.characters[last - 1] == _CELL, row=codes.get(ROW_END) == 1)
            else:
                rows.leave()
                mark = Mark(name, count := count + 1)
                strand.line(self._shown(first, last, mark, fields, codes, in_table=False), mark)
            self._tell(fields, mark)
        rows.leave()

    def _tell(self, fields: Fields, mark: Mark) -> None:
        for said in fields.said:
            self._strands.of("attribute", "域代码").line(said, mark._replace(name="域代码"))
        fields.said.clear()

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for found in _PARAGRAPH.finditer(self._text.characters, start, end):
            if found.end() > found.start():
                yield found.span()

    def _shown(
        self, first: int, last: int, mark: Mark, fields: Fields, codes: Mapping[int, int], *, in_table: bool
    ) -> str:
        shaded = in_table or not _SHADED.isdisjoint(codes)
        texts = []
        for start, end, look in self._looks.runs(first, last):
            text = fields.shown(self._text.characters[start:end].rstrip("\r\x07\x0c").translate(_SHOWN))
            if look is PLAIN or not text or self._unseen.sees(look, whole(text), mark, shaded=shaded):
                texts.append(text)
        return whole("".join(texts))
