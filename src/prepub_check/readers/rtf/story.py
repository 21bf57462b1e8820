"""A story of an RTF file: runs become paragraphs and cells."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from ..looks import PLAIN, Look, Unseen
from ..rows import Rows
from ..strands import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import PartKind
    from ..strands import Strands


class Telling:
    """Gathers the runs of a paragraph, and ends paragraphs, cells and rows."""

    def __init__(self, strands: Strands, unseen: Unseen, kind: PartKind, name: str, part: str) -> None:
        self.name = name
        self._strand = strands.of(kind, part)
        self._unseen = unseen
        self._rows = Rows(self._strand, name)
        self._runs: list[tuple[str, Look, bool]] = []
        self._count = 0

    @property
    def mark(self) -> Mark:
        """Where the paragraph stands that is being read."""
        return Mark(self.name, self._count + 1)

    def add(self, text: str, look: Look, *, shaded: bool) -> None:
        """Add a run to the paragraph."""
        self._runs.append((text, look, shaded))

    def paragraph(self, *, in_table: bool) -> None:
        """End the paragraph."""
        if in_table:
            self._rows.add(self._text(self._rows.mark, in_table=True))
            return
        self._rows.leave()
        mark = self.mark
        self._count += 1
        self._strand.line(self._text(mark, in_table=False), mark)

    def cell(self) -> None:
        """End the paragraph and the cell."""
        self.paragraph(in_table=True)
        self._rows.end(cell=True, row=False)

    def row(self) -> None:
        """End the row."""
        self._rows.end(cell=False, row=True)

    def finish(self) -> None:
        """End the story."""
        if self._runs:
            self.paragraph(in_table=False)
        self._rows.leave()

    def _text(self, mark: Mark, *, in_table: bool) -> str:
        runs, self._runs = self._runs, []
        return "".join(
            text
            for text, look, shaded in _joined(runs)
            if look is PLAIN or self._unseen.sees(look, text, mark, shaded=shaded or in_table)
        )


def _joined(runs: list[tuple[str, Look, bool]]) -> Iterator[tuple[str, Look, bool]]:
    """Join runs of one look, and with them the halves of rare characters that come one by one."""
    for (look, shaded), same in groupby(runs, key=itemgetter(1, 2)):
        text = "".join(run[0] for run in same)
        yield text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), look, shaded
