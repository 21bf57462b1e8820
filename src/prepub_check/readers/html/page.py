"""A page taken apart: visible text, title, hidden text, comments, attributes, each a flow of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from .effects import Effect, Effects
from .elements import BLOCK, VOID
from .flow import Flow
from .markup import split_markup, split_tags
from .nesting import Element
from .styles import styles_of
from .tags import Said, Tag, read_tag

# The element that holds a page's title among its text; any block within it or after it is text again.
_TITLE: Final = "h1"
_DECLARATION: Final = re.compile(r"(?:doctype\s|xml\s)[\x20-\x7e\s]*", re.IGNORECASE)

# What a run of tags leads to: the element that is open then, whether that is a title, and the effects.
_Step = tuple[Element, bool, Flow, list[Effect]]


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
        self._steps: dict[tuple[Element, bool, str], _Step] = {}
        self._element = Element()
        self._titled = False
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
        effects = Effects()
        for found in split_tags(tags):
            if found["name"] is None:
                self._space(effects, found[0], found.start())
            else:
                self._pass(effects, read_tag(found, self._styles), found.start())
        return self._element, self._titled, self._flow, effects

    def _pass(self, effects: Effects, tag: Tag, offset: int) -> None:
        if tag.ends:
            self._end(effects, tag, offset)
        else:
            self._start(effects, tag, offset)
        for said in tag.said:
            effects.say(self._sayer(said), offset + said.start)

    def _space(self, effects: Effects, space: str, offset: int) -> None:
        if self._element.verbatim:
            effects.say(partial(self._flow.verbatim, space), offset)
        else:
            effects.add(self._flow, "space", offset)

    def _start(self, effects: Effects, tag: Tag, offset: int) -> None:
        name = tag.name
        element = self._element.closed_before(name)
        if tag.hides and not element.hidden:
            effects.add(self.hidden, "end_line", offset)
        self._element = element if name in VOID else element.opened(name, hides=tag.hides)
        if name in BLOCK:
            self._titled = name == _TITLE
        if tag.effect:
            effects.add(self._flow, tag.effect, offset)

    def _end(self, effects: Effects, tag: Tag, offset: int) -> None:
        if tag.effect:
            effects.add(self._flow, tag.effect, offset)
        self._element = self._element.closed(tag.name)
        if tag.name in BLOCK:
            self._titled = False

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
