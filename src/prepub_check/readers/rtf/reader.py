"""Follows the tokens of an RTF file: groups, states, and the places that text goes to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from ...model import Document, Gap
from ..called import signed
from ..looks import Unseen
from ..strands import Strands
from .codecs import Incoming, codec_of_charset, codec_of_page
from .places import ASIDES, CHARACTERS, PLUMBING, PROPERTIES, STORIES, VALUES
from .state import CHANGES, State, look_of
from .story import Telling
from .tokens import Token
from .values import Values

_PARAGRAPHS: Final = frozenset(("par", "sect", "page", "column", "\n", "\r"))
# Groups that only hold others.
_PASSED: Final = frozenset(
    ("shpinst", "shppict", "object", "result", "fldrslt", "field", "ud", "userprops", "do", "picprop")
)
_SIGNS: Final = re.compile("[\x00-\x1f]")
_OTHER: Final = "其他内容"


class Reader:
    """Reads one file."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._strands = Strands(path)
        self._values = Values(path, self._strands)
        self._unseen = Unseen(self._strands, self._values.revisers)
        self._states: list[State] = []
        self._state = State()
        self._ends: dict[int, Callable[[], None]] = {}
        self._captures: list[list[str]] = []
        self._stories = [Telling(self._strands, self._unseen, "body", "", "")]
        self._incoming = Incoming()
        self._outer: str | None = "body"
        self._counts: dict[str, int] = {}

    def take(self, token: Token) -> None:
        """Follow one token."""
        if token.kind in {"text", "byte"}:
            self._incoming.take(token.raw)
            return
        self._flush()
        match token.kind:
            case "brace" if token.word == "{":
                self._states.append(replace(self._state, starred=False))
                self._incoming.skip(0)
            case "brace":
                self._close()
            case "binary":
                self._values.binary(token.raw)
            case _:
                self._follow(token.word, token.number)

    def document(self, media_type: str) -> Document:
        """Give what was read as a document."""
        self._flush()
        gaps = []
        if self._states:
            told = "RTF 文档不完整，只检查了读得出来的部分；请用原来的软件打开、另存后再检查"
            gaps.append(Gap(path=self._path, cause="damaged", message=told, partial=True))
        while self._states:
            self._close()
        self._stories[0].finish()
        return Document(
            name=self._path,
            media_type=media_type,
            parts=(*self._strands.parts(), *self._values.inner.listing()),
            gaps=tuple(gaps),
            attachments=tuple(self._values.inner.files),
        )

    def _close(self) -> None:
        if end := self._ends.pop(len(self._states), None):
            end()
        elif self._state.place in {"docvar", "revtbl"} and self._captures:
            self._values.item(self._state.place, "".join(self._captures[-1]))
            self._captures[-1].clear()
        if self._states:
            self._state = self._states.pop()

    def _follow(self, word: str, number: int | None) -> None:
        if word in CHANGES:
            CHANGES[word](self._state, 1 if number is None else number)
        elif word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self._incoming.skip(self._state.skip)
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word == "*":
            self._state.starred = True
        elif self._state.place is None and word != "ud":
            return
        elif word in _PARAGRAPHS:
            self._stories[-1].paragraph(in_table=self._state.in_table)
        elif word in {"cell", "nestcell"}:
            self._stories[-1].cell() if word == "cell" else self._stories[-1].paragraph(in_table=True)
        elif word == "row":
            self._stories[-1].row()
        else:
            self._enter(word, number)

    def _enter(self, word: str, number: int | None) -> None:
        if word in STORIES:
            self._begin_story(word)
        elif word in PROPERTIES or word in ASIDES or word in VALUES:
            self._capture(word)
        elif word in PLUMBING:
            self._outer, self._state.place = self._state.place, None
        elif word == "ud":
            self._state.place = self._outer
        elif word == "ansicpg" and number:
            self._incoming.codec = codec_of_page(number)
        elif word == "fcharset":
            self._incoming.fonts[self._state.font] = codec_of_charset(number or 0)
        elif word == "ftnalt":
            self._stories[-1].name = self._numbered("尾注")
        elif word in {"red", "green", "blue", "pngblip", "jpegblip"}:
            self._values.told(word, number or 0)
        elif self._state.starred and word not in _PASSED:
            self._capture(word)
        self._state.starred = False

    def _begin_story(self, word: str) -> None:
        story = STORIES[word]
        name = story.name
        if story.kind in {"note", "comment"}:
            author = self._values.take_author() if story.kind == "comment" else ""
            name = signed(self._numbered(name), author)
        self._stories.append(Telling(self._strands, self._unseen, story.kind, name, story.name))
        self._state.place = "body"
        self._state.in_table = False
        self._ends[len(self._states)] = self._end_story

    def _end_story(self) -> None:
        self._stories.pop().finish()

    def _capture(self, word: str) -> None:
        self._captures.append([])
        self._state.place = word
        self._ends[len(self._states)] = partial(self._captured, word)

    def _captured(self, word: str) -> None:
        text = "".join(self._captures.pop())
        if word in PROPERTIES:
            self._strands.property(PROPERTIES[word], text)
        elif word in VALUES:
            self._values.take(word, text, self._stories[-1].mark)
        elif text := _SIGNS.sub("", text).strip(" ;."):
            name = ASIDES.get(word, _OTHER)
            self._strands.of("attribute", name).line(text, self._stories[-1].mark._replace(name=name))

    def _flush(self) -> None:
        if text := self._incoming.text(self._state.font):
            self._add(text)

    def _add(self, text: str) -> None:
        self._incoming.skip(0)
        if self._state.place == "body":
            look = look_of(self._state, self._values.colours)
            self._stories[-1].add(text, look, shaded=self._state.shaded)
        elif self._state.place == "colortbl":
            self._values.end_colours(text.count(";"))
        elif self._state.place is not None and self._captures:
            self._captures[-1].append(text)

    def _numbered(self, title: str) -> str:
        self._counts[title] = self._counts.get(title, 0) + 1
        return f"{title} {self._counts[title]}"
