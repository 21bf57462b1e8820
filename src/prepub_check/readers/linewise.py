"""Files in two encodings, and damaged files: each line decoded by itself, as what it most likely is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from .hanzi import is_plausible, reads_well

Kind = Literal["utf-8", "gb18030", "unclear"]

_UTF8_WORD: Final = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}(?:[\xe3-\xe9\xef][\x80-\xbf]{2}){2}")
_WIDE: Final = re.compile(r"[\u0800-\ud7ff\ue000-\U0010ffff]")
_ESCAPED: Final = re.compile(r"[\udc80-\udcff]")
_BYTES_OF_WIDE: Final = 3
_BLOCK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Lines:
    """Text decoded line by line, undecodable bytes escaped as surrogates; how many lines of each encoding."""

    text: str = field(repr=False)
    utf8: int
    gb: int

    @property
    def mixed(self) -> bool:
        """Whether lines of both encodings occur."""
        return self.utf8 > 0 and self.gb > 0

    @property
    def encoding(self) -> str:
        """The encoding of the lines, or of both kinds of them."""
        if self.mixed:
            return "utf-8+gb18030"
        return "utf-8" if self.utf8 else "gb18030"


def decode_lines(data: bytes) -> Lines:
    """Decode each line as UTF-8 or GB18030; a line that does not tell follows the majority."""
    stretches = [(kind, stretch) for block in _blocks(data) for kind, stretch in _classify_block(block)]
    counts: Counter[Kind] = Counter()
    for kind, stretch in stretches:
        counts[kind] += stretch.count(b"\n", 0, -1) + 1
    majority = "utf-8" if counts["utf-8"] > counts["gb18030"] else "gb18030"
    decoded = (
        stretch.decode(majority if kind == "unclear" else kind, "surrogateescape")
        for kind, stretch in stretches
    )
    return Lines("".join(decoded), counts["utf-8"], counts["gb18030"])


def has_utf8_word(data: bytes) -> bool:
    """Whether three hanzi in UTF-8 stand side by side somewhere: all but impossible in other encodings."""
    return _UTF8_WORD.search(data) is not None


def _blocks(data: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + _BLOCK) + 1 or len(data)
        yield data[start:end]
        start = end


def _classify_block(block: bytes) -> Iterator[tuple[Kind, bytes]]:
    """Take a block of many lines in one encoding whole, for speed; any other line by line."""
    if _fits(block, "utf-8") and _WIDE.search(block.decode("utf-8")):
        yield "utf-8", block
    elif not has_utf8_word(block) and _fits(block, "gb18030"):
        yield "gb18030", block
    else:
        for line in block.splitlines(keepends=True):
            yield _classify(line), line


def _fits(block: bytes, encoding: str) -> bool:
    try:
        text = block.decode(encoding)
    except UnicodeDecodeError:
        return False
    return not text.isascii() and reads_well(text)


def _classify(line: bytes) -> Kind:
    if line.isascii():
        return "unclear"
    utf8 = line.decode("utf-8", "surrogateescape")
    broken = len(_ESCAPED.findall(utf8))
    fitting = _BYTES_OF_WIDE * len(_WIDE.findall(utf8))
    if fitting > 0 and fitting >= 2 * broken and is_plausible(utf8):
        return "utf-8"
    gb = line.decode("gb18030", "surrogateescape")
    if broken > len(_ESCAPED.findall(gb)) and is_plausible(gb):
        return "gb18030"
    return "utf-8" if fitting >= max(broken, 1) else "unclear"
