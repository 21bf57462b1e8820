"""A page taken apart: visible text, title, hidden text, comments, attributes, each a flow of its own."""

from __future__ import annotations

import re
from typing import Final

from .elements import BLOCK, HIDDEN, VOID, is_embedded, is_invisible, is_odd, is_telling
from .flow import Flow
from .markup import Attribute, Token, split_attributes, split_markup
from .nesting import Nesting

_DECLARATION: Final = re.compile(r"\s*(?:doctype\s|xml\s)", re.IGNORECASE)


class Page:
    """The parts of an HTML text; ``embedded`` holds the offsets of files inside it that were not read."""

    __slots__ = ("_nesting", "_source", "attributes", "body", "comments", "embedded", "heading", "hidden")

    def __init__(self, source: str) -> None:
        self.body = Flow(source)
        self.heading = Flow(source)
        self.hidden = Flow(source)
        self.comments = Flow(source)
        self.attributes = Flow(source)
        self.embedded: list[int] = []
        self._source = source
        self._nesting = Nesting()
        for token in split_markup(source):
            self._take(token)

    @property
    def _flow(self) -> Flow:
        return self.hidden if self._nesting.hidden else self.body

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
        if not _DECLARATION.match(self._source, token.start, token.end):
            self.comments.item(token.start, token.end)

    def _start(self, token: Token) -> None:
        self._nesting.close_before(token.name)
        hides = self._take_attributes(token) or token.name in HIDDEN
        if hides and not self._nesting.hidden:
            self.hidden.end_line(token.start)
        if token.name not in VOID:
            self._nesting.open(token.name, hides=hides)
        match token.name:
            case "table":
                self._flow.open_table(token.start)
            case "tr":
                self._flow.open_row(token.start)
            case "td" | "th":
                self._flow.open_cell(token.start)
            case name if name in BLOCK:
                self._flow.break_line(token.start)

    def _end(self, token: Token) -> None:
        match token.name:
            case "table":
                self._flow.close_table(token.start)
            case "td" | "th":
                self._flow.close_cell()
            case name if name in BLOCK:
                self._flow.break_line(token.start)
        self._nesting.close(token.name)

    def _take_attributes(self, tag: Token) -> bool:
        """Collect what the attributes say, and tell whether they hide the element."""
        if is_odd(tag.name):
            self.attributes.item(tag.start + 1, tag.start + 1 + len(tag.name))
        found = list(split_attributes(self._source, tag))
        values = {attribute.name: self._source[attribute.start : attribute.end] for attribute in found}
        unseen = tag.name == "input" and values.get("type", "").strip().lower() == "hidden"
        for attribute in found:
            flow = self.hidden if unseen and attribute.name == "value" else self.attributes
            self._take_attribute(attribute, flow)
        return "hidden" in values or is_invisible(values.get("style", ""))

    def _take_attribute(self, attribute: Attribute, flow: Flow) -> None:
        if is_odd(attribute.name):
            self.attributes.item(attribute.name_start, attribute.name_end)
        value = self._source[attribute.start : attribute.end]
        if is_embedded(value):
            self.embedded.append(attribute.start)
        elif value and is_telling(attribute.name, value):
            flow.item(attribute.start, attribute.end, references=True)
