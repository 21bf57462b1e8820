"""The tokens of an RTF file: braces, control words, bytes given as numbers, and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    rb"(?P<brace>[{}])"
    rb"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z0-9'])"
    rb"|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)


class Token(NamedTuple):
    """A token: ``word`` is a control word or a symbol's sign; ``raw`` is text, still in bytes."""

    kind: str
    word: str = ""
    number: int | None = None
    raw: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    r"""Give the tokens in order; binary data (``\bin``) is one of text, of a kind of its own."""
    at = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        kind = found.lastgroup or ""
        if kind in {"word", "number"}:
            word, number = found["word"].decode(), found["number"]
            if word == "bin" and number:
                yield Token("binary", raw=data[at : at + int(number)])
                at += max(int(number), 0)
            else:
                yield Token("word", word, int(number) if number else None)
        elif kind == "byte":
            yield Token("byte", raw=bytes((int(found["byte"], 16),)))
        elif kind == "text":
            yield Token("text", raw=found["text"])
        else:
            yield Token(kind, found[kind].decode("latin-1"))
