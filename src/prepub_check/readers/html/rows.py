"""A table row while its text is collected: what in it stands for a line break, and whether it is one."""

from __future__ import annotations


class Row:
    """The cells of a row so far, and the pieces of text that are line breaks if the row is layout."""

    __slots__ = ("_breaks", "_cells", "_in_cell", "folded")

    def __init__(self) -> None:
        self.folded = True
        self._breaks: list[int] = []
        self._cells = 0
        self._in_cell = False

    @property
    def flat(self) -> bool:
        """Whether text that comes now must stay on the line of the row."""
        return self.folded and self._in_cell

    def open_cell(self) -> bool:
        """Begin a cell, and tell whether others came before it."""
        self._cells += 1
        self._in_cell = True
        return self._cells > 1

    def close_cell(self) -> None:
        """End a cell."""
        self._in_cell = False

    def note(self, piece: int) -> None:
        """Remember a piece that stands for a line break."""
        self._breaks.append(piece)

    def unfold(self, pieces: list[str]) -> None:
        """Make the row layout: its line breaks, and the tabs between its cells, are line breaks."""
        self.folded = False
        for piece in self._breaks:
            pieces[piece] = "\n"
        self._breaks.clear()

    def finish(self, pieces: list[str]) -> None:
        """End the row; a row of one cell is layout."""
        if self._cells == 1:
            self.unfold(pieces)
