"""Whether double-byte text is proven to be Big5 rather than GB18030, by what its byte pairs would spell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

_PAIR: Final = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_PUNCTUATION: Final = range(0xA1, 0xA4)
_COMMON_GB: Final = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
_COMMON_BIG5: Final = re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]")
_SAMPLE: Final = 20_000
_HIGH: Final = 0.85
_LOW: Final = 0.5


@dataclass(frozen=True, slots=True)
class Shares:
    """Of the byte pairs that may be hanzi, how many are common ones in each encoding."""

    gb: float
    big5: float

    @property
    def prove_big5(self) -> bool:
        """Whether Big5 is clearly right and GB18030 clearly wrong."""
        return self.big5 >= _HIGH and self.gb <= _LOW


def weigh(data: bytes) -> Shares:
    """Compare the share of level-1 hanzi: B0–D7 × A1–FE in GB2312, A4–C6 in Big5."""
    sample = (found.group() for found in islice(_PAIR.finditer(data), _SAMPLE))
    pairs = [pair for pair in sample if pair[0] not in _PUNCTUATION]
    total = max(len(pairs), 1)
    gb = sum(1 for pair in pairs if _COMMON_GB.match(pair))
    big5 = sum(1 for pair in pairs if _COMMON_BIG5.match(pair))
    return Shares(gb / total, big5 / total)
