"""A worksheet's markup as events: cells one by one, and what else the sheet says (§18.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...conditions import Held
from ...counts import listed, natural
from ...grid import Cell, Row
from ...markup import narrowed, parse_events, refuse_declarations
from ...numbers import inexact
from ...places import column_of
from .formats import PLAIN, Styles, shown
from .rules import Rules, read_rules

_VALUES: Final = frozenset(("v", "t", "f"))
_LAST_COLUMN: Final = 16384


class Cells:
    """Collects a sheet: ``rows`` is what shows, ``hidden`` what does not, by what hides it."""

    def __init__(self, strings: Sequence[str], styles: Styles, *, macintosh: bool) -> None:
        self.rows: list[Row] = []
        self.hidden: dict[str, list[Row]] = {}
        self.formulas: list[tuple[int, int, str]] = []
        self.said: list[tuple[str, str, str]] = []
        self.inexact: list[tuple[int, int]] = []
        self._strings = strings
        self._styles = styles
        self._formats = styles.formats
        self._rules: Rules | None = None
        self._macintosh = macintosh
        self._hidden_columns: list[tuple[int, int]] = []
        self._row_hidden = self._in_cell = False
        self._number = self._column = 0
        self._type = self._style = self._element = ""
        self._behind: str | None = None
        self._texts: list[str] = []
        self._names: dict[str, str] = {}

    def parse(self, data: bytes) -> bool:
        """Read the markup; give whether it is sound to its end. Raises SourceError as ``markup.parse``."""
        data = narrowed(data)
        refuse_declarations(data)
        self._rules = read_rules(data, self._styles)
        return parse_events(data, self._start, self._end, self._characters)

    def _local(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = name.rpartition(":")[2]
        return self._names[name]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = self._local(name)
        if name == "c":
            self._open_cell(attributes)
        elif name in _VALUES and self._in_cell:
            self._element = name
            self._texts = []
        elif name == "row":
            self._open_row(attributes)
        elif name == "col":
            if attributes.get("hidden") in ("1", "true") or attributes.get("width") == "0":
                span = natural(attributes.get("min", "")), natural(attributes.get("max", ""))
                self._hidden_columns.append(span)
        elif name != "rPh" and not self._in_cell:
            self._element = name
            self.said += [(name, key, value) for key, value in attributes.items() if value]
        else:
            self._element = name

    def _characters(self, text: str) -> None:
        if self._in_cell:
            self._texts.append(text)
        elif not text.isspace():
            self.said.append((self._element, "", text))

    def _end(self, name: str) -> None:
        name = self._local(name)
        if name == "c":
            self._in_cell = False
        elif name == "v" and self._in_cell:
            self._put(self._value("".join(self._texts)))
        elif name == "t" and self._in_cell and self._element == "t":
            self._put("".join(self._texts))
        elif name == "f" and self._in_cell:
            self.formulas.append((self._number, self._column, "".join(self._texts)))
        self._texts = []

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._number = natural(attributes.get("r", ""), self._number + 1)
        self._row_hidden = attributes.get("hidden") in ("1", "true") or attributes.get("ht") == "0"
        self._column = 0

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._in_cell = True
        self._behind = None
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        place = attributes.get("r")
        self._column = min(column_of(place), _LAST_COLUMN) if place else self._column + 1
        self._texts = []

    def _value(self, text: str) -> str:
        if self._type == "s":
            return listed(self._strings, text, text)
        if self._type == "b":
            return "TRUE" if text == "1" else "FALSE"
        if self._type != "n":
            return text
        text = shown(text, self._formats.get(self._style, PLAIN), macintosh=self._macintosh)
        if inexact(text):
            self.inexact.append((self._number, self._column))
        return text

    def _put(self, text: str) -> None:
        if self._behind is None:
            self._behind = self._veil(text)
        veil = self._behind
        rows = self.hidden.setdefault(veil, []) if veil else self.rows
        if not rows or rows[-1].number != self._number:
            rows.append(Row(self._number, []))
        cells = rows[-1].cells
        if cells and cells[-1].column == self._column:
            cells[-1] = Cell(self._column, cells[-1].text + text)
        else:
            cells.append(Cell(self._column, text))

    def _veil(self, text: str) -> str:
        if self._row_hidden or any(low <= self._column <= high for low, high in self._hidden_columns):
            return "隐藏行列"
        form = self._formats.get(self._style)
        veil = form.veil if form is not None else ""
        if veil or self._rules is None:
            return veil
        held = Held(text, number=self._type == "n")
        return self._rules.veil(self._number, self._column, self._style, held)
