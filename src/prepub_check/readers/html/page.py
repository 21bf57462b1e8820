"""A page taken apart: visible text, title, hidden text, comments, attributes, each a flow of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from .elements import APART, BLOCK, VOID
from .flow import Flow
from .markup import split_markup, split_tags
from .nesting import Element
from .styles import styles_of
from .tags import Said, Tag, read_tag

# The element that holds a page's title among its text; any block within it or after it is text again.
_TITLE: Final = "h1"
_DECLARATION: Final = re.compile(r"(?:doctype\s|xml\s)[\x20-\x7e\s]*", re.IGNORECASE)


# What is done where something stands, and how far behind the beginning of a run of tags that is.
_Effect = tuple[Callable[[int], None], int]
# What a run of tags leads to: the element that is open then, whether that is a title, and the effects.
_Step = tuple[Element, bool, Flow, list[_Effect]]


class Page:
    """The parts of an HTML text; ``embedded`` holds files inside it, and where they begin.

    A page repeats the same tags in the same place all over: each step is thought out once, then repeated.
    """

    def __init__(self, source: str) -> None:
        self.body = Flow()
        self.heading = Flow()
        self.hidden = Flow()
        self.comments = Flow()
        self.attributes = Flow()
        self.embedded: list[tuple[int, str]] = []
        self._styles = styles_of(source)
        self._tags: dict[str, Tag] = {}
        self._steps: dict[tuple[Element, bool, str], _Step] = {}
        self._element = Element()
        self._titled = False
        self._effects: list[_Effect] = []
        self._read(source)

    @property
    def _flow(self) -> Flow:
        if self._element.hidden:
            return self.hidden
        return self.heading if self._titled else self.body

    def _read(self, source: str) -> None:
        flow = self.body
        for kind, text, start in split_markup(source):
            if kind == "text":
                flow.write(text, start)
            elif kind == "tags":
                flow = self._take_tags(text, start)
            elif kind == "reference":
                flow.reference(text, start, verbatim=self._element.verbatim)
            else:
                self._take(kind, text, start)

    def _take_tags(self, tags: str, at: int) -> Flow:
        before = self._element, self._titled, tags
        step = self._steps.get(before)
        if step is None:
            step = self._steps[before] = self._step(tags)
        self._element, self._titled, flow, effects = step
        for effect, offset in effects:
            effect(at + offset)
        return flow

    def _take(self, kind: str, text: str, start: int) -> None:
        match kind:
            case "comment" | "declaration":
                if not _DECLARATION.fullmatch(text):
                    self.comments.item(text, start)
            case "title":
                self.heading.end_line(start)
                self.heading.text(text, start)
            case "rest" if not self._element.verbatim:
                self._flow.text(text, start)
            case "rest" | "textarea":
                self._flow.verbatim(text, start)
            case "xmp":
                self._flow.verbatim(text, start, references=False)
            case _:
                self.hidden.item(text, start)

    def _step(self, tags: str) -> _Step:
        self._effects = []
        for found in split_tags(tags):
            written, start = found[0], found.start()
            if found.lastgroup is None:
                self._space(written, start)
                continue
            tag = self._tags.get(written)
            if tag is None:
                tag = self._tags[written] = read_tag(found, self._styles)
            if found["slash"]:
                self._end(tag.name, start)
            else:
                self._start(tag, start)
            self._effects += ((self._sayer(said), start + said.start) for said in tag.said)
        return self._element, self._titled, self._flow, self._effects

    def _space(self, space: str, start: int) -> None:
        if self._element.verbatim:
            self._effects.append((partial(self._flow.verbatim, space), start))
        else:
            self._separate(self._flow.space, start)

    def _start(self, tag: Tag, start: int) -> None:
        name = tag.name
        self._element = self._element.closed_before(name)
        if tag.hides and not self._element.hidden:
            self._effects.append((self.hidden.end_line, start))
        if name not in VOID:
            self._element = self._element.opened(name, hides=tag.hides)
        if name in BLOCK:
            self._titled = name == _TITLE
        match name:
            case "table":
                self._effects.append((self._flow.open_table, start))
            case "tr":
                self._effects.append((self._flow.open_row, start))
            case "td" | "th":
                self._effects.append((self._flow.open_cell, start))
            case _ if name in BLOCK:
                self._separate(self._flow.break_line, start)
            case _ if name in APART:
                self._separate(self._flow.end_value, start)

    def _end(self, name: str, start: int) -> None:
        match name:
            case "table":
                self._effects.append((self._flow.close_table, start))
            case "td" | "th":
                self._effects.append((self._flow.close_cell, start))
            case _ if name in BLOCK:
                self._separate(self._flow.break_line, start)
            case _ if name in APART:
                self._separate(self._flow.end_value, start)
        self._element = self._element.closed(name)
        self._titled = self._titled and name not in BLOCK

    def _separate(self, effect: Callable[[int], None], start: int) -> None:
        """Have something done that does no more twice in a row than once."""
        if not self._effects or self._effects[-1][0] != effect:
            self._effects.append((effect, start))

    def _sayer(self, said: Said) -> Callable[[int], None]:
        match said.kind:
            case "embedded":
                return partial(self._embed, said.text)
            case "unseen":
                return partial(self.hidden.item, said.text, references=True)
            case "value":
                return partial(self.attributes.item, said.text, references=True)
            case "name":
                return partial(self.attributes.item, said.text)

    def _embed(self, value: str, start: int) -> None:
        self.embedded.append((start, value))
