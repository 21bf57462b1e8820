"""A page taken apart: visible text, title, hidden text, comments, attributes, each a flow of its own."""

from __future__ import annotations

import re
from typing import Final

from .elements import APART, BLOCK, HIDDEN, VOID, is_embedded, is_invisible, is_odd, is_telling
from .flow import Flow
from .markup import Attribute, Token, split_attributes, split_markup
from .nesting import Nesting
from .styles import styles_of

# The element that holds a page's title among its text; any block within it or after it is text again.
_TITLE: Final = "h1"
_DECLARATION: Final = re.compile(r"(?:doctype\s|xml\s)[\x20-\x7e\s]*", re.IGNORECASE)


class Page:
    """The parts of an HTML text; ``embedded`` holds files inside it, and where they begin."""

    __slots__ = (
        "_mute",
        "_nesting",
        "_source",
        "_styles",
        "_titled",
        "attributes",
        "body",
        "comments",
        "embedded",
        "heading",
        "hidden",
    )

    def __init__(self, source: str) -> None:
        self.body = Flow(source)
        self.heading = Flow(source)
        self.hidden = Flow(source)
        self.comments = Flow(source)
        self.attributes = Flow(source)
        self.embedded: list[tuple[int, str]] = []
        self._source = source
        self._styles = styles_of(source)
        self._nesting = Nesting()
        self._mute: dict[str, bool] = {}
        self._titled = False
        for token in split_markup(source):
            self._take(token)

    @property
    def _flow(self) -> Flow:
        if self._nesting.hidden:
            return self.hidden
        return self.heading if self._titled else self.body

    def _take(self, token: Token) -> None:
        match token.kind:
            case "text" if self._nesting.verbatim:
                self._flow.verbatim(token.start, token.end)
            case "text":
                self._flow.text(token.start, token.end)
            case "start":
                self._start(token)
            case "end":
                self._end(token)
            case "raw":
                self._take_raw(token)
            case "comment":
                self._take_comment(token)

    def _take_raw(self, token: Token) -> None:
        match token.name:
            case "title":
                self.heading.end_line(token.start)
                self.heading.text(token.start, token.end)
            case "textarea":
                self._flow.verbatim(token.start, token.end)
            case "xmp":
                self._flow.verbatim(token.start, token.end, references=False)
            case _:
                self.hidden.item(token.start, token.end)

    def _take_comment(self, token: Token) -> None:
        if not _DECLARATION.fullmatch(self._source, token.start, token.end):
            self.comments.item(token.start, token.end)

    def _start(self, token: Token) -> None:
        self._nesting.close_before(token.name)
        hides = self._take_attributes(token) or token.name in HIDDEN
        if hides and not self._nesting.hidden:
            self.hidden.end_line(token.start)
        if token.name not in VOID:
            self._nesting.open(token.name, hides=hides)
        if token.name in BLOCK:
            self._titled = token.name == _TITLE
        match token.name:
            case "table":
                self._flow.open_table(token.start)
            case "tr":
                self._flow.open_row(token.start)
            case "td" | "th":
                self._flow.open_cell(token.start)
            case name if name in BLOCK:
                self._flow.break_line(token.start)
            case name if name in APART:
                self._flow.end_value(token.start)

    def _end(self, token: Token) -> None:
        match token.name:
            case "table":
                self._flow.close_table(token.start)
            case "td" | "th":
                self._flow.close_cell()
            case name if name in BLOCK:
                self._flow.break_line(token.start)
            case name if name in APART:
                self._flow.end_value(token.start)
        self._nesting.close(token.name)
        self._titled = self._titled and token.name not in BLOCK
        self._take_attributes(token)

    def _take_attributes(self, tag: Token) -> bool:
        """Collect what the attributes say, and tell whether they hide the element.

        A page repeats the same tags all over: one that says nothing is looked at only once.
        """
        written = self._source[tag.start : tag.end]
        if written in self._mute:
            return self._mute[written]
        found = list(split_attributes(self._source, tag))
        values = {attribute.name: self._source[attribute.start : attribute.end] for attribute in found}
        styled = self._styles.hide(values.get("class", ""), values.get("id", ""))
        hides = styled or "hidden" in values or is_invisible(values.get("style", ""))
        unseen = tag.name == "input" and values.get("type", "").strip().lower() == "hidden"
        said = self._take_name(tag.name, tag.inside - len(tag.name))
        for attribute in found:
            said |= self._take_name(attribute.name, attribute.name_start)
            flow = self.hidden if unseen and attribute.name == "value" else self.attributes
            said |= self._take_value(attribute, flow)
        if not said:
            self._mute[written] = hides
        return hides

    def _take_name(self, name: str, at: int) -> bool:
        if is_odd(name):
            self.attributes.item(at, at + len(name))
            return True
        return False

    def _take_value(self, attribute: Attribute, flow: Flow) -> bool:
        value = self._source[attribute.start : attribute.end]
        if is_embedded(value):
            self.embedded.append((attribute.start, value))
        elif value and is_telling(attribute.name, value):
            flow.item(attribute.start, attribute.end, references=True)
        else:
            return False
        return True
