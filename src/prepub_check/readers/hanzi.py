"""How Chinese a decoded text looks: the share of common hanzi, and the first stretch of mojibake.

Measured on 47,000 lines of published official text: at least 66 % of the hanzi on a line are in level 1 of
GB2312; of the same lines read in the wrong encoding, at most 38 % (lines of eight hanzi or more).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import regex

_SIMPLIFIED: Final = 0.45
_TRADITIONAL: Final = 0.6
_ENOUGH: Final = 3
_SAMPLE: Final = 1 << 12
_BEFORE: Final = 40
_AFTER: Final = 80

# U+E000–U+E864 is where GB18030 puts its user-defined cells; symbol fonts use U+F000 and above.
_HANZI: Final = regex.compile(r"[\u3400-\u9fff\ue000-\ue864\uf900-\ufaff\U00020000-\U0003ffff]")
_OTHERS: Final = r"\0-\u33ff\ua000-\udfff\ue865-\uf8ff\ufb00-\U0001ffff"
# Bytes of GBK, or of UTF-8, shown as Latin letters; runs of · and × are no letters but leaders and masks.
_LATIN: Final = r"[\u00b0-\u00b6\u00b8-\u00d6\u00d8-\u00f7]"
_CONTINUED: Final = r"[\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122]{2}"
_AS_LATIN: Final = re.compile(
    rf"{_LATIN}(?:[\u00a1-\u00ff](?:{_LATIN}[\u00a1-\u00ff]){{3}}"
    rf"|(?<=[\u00e3-\u00e9]){_CONTINUED}(?:[\u00e3-\u00ef]{_CONTINUED}){{2}})"
)
# The first bytes of cells of level 2 of GB2312.
_SECOND_LEVEL: Final = re.compile(rb"[\xd8-\xf7]{2}")
_REPLACED_TWICE: Final = "锟斤拷"
# No mojibake holds ASCII: a page, which is ASCII for the most part, is looked at without.
_ASCII: Final = bytes(range(0x80))


@cache
def simplified_hanzi() -> frozenset[str]:
    """Give level 1 of GB2312: the 3,755 hanzi of everyday simplified text."""
    cells = bytes(byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for byte in (lead, trail))
    return frozenset(cells.decode("gb2312", "ignore"))


@cache
def traditional_hanzi() -> frozenset[str]:
    """Give level 1 of Big5: the 5,401 hanzi of everyday traditional text."""
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    cells = bytes(byte for lead in range(0xA4, 0xC7) for trail in trails for byte in (lead, trail))
    return frozenset(filter(_HANZI.match, cells.decode("big5", "ignore")))


def is_plausible(text: str) -> bool:
    """Whether the hanzi of a text are mostly common ones; a text without hanzi is."""
    hanzi = _HANZI.findall(text)
    simplified = sum(map(simplified_hanzi().__contains__, hanzi))
    if simplified >= _SIMPLIFIED * len(hanzi):
        return True
    return sum(map(traditional_hanzi().__contains__, hanzi)) >= _TRADITIONAL * len(hanzi)


def reads_well(text: str) -> bool:
    """Whether a text is plausible at its beginning and has no mojibake anywhere."""
    return is_plausible(text[:_SAMPLE]) and find_mojibake(text) is None


def find_mojibake(text: str) -> int | None:
    """Give the offset of the first stretch that looks decoded in the wrong encoding, if there is one."""
    dense = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    rare = _may_hold_rare_pair(dense) and _rare_pair().search(dense)
    if not (rare or _AS_LATIN.search(dense) or _REPLACED_TWICE in dense):
        return None
    latin = _AS_LATIN.search(text)
    found = (text.find(_REPLACED_TWICE), latin.start() if latin else -1, _find_rare(text))
    return min((offset for offset in found if offset >= 0), default=None)


def _may_hold_rare_pair(dense: str) -> bool:
    """Whether a text without ASCII has characters beyond GB2312, or two of its level 2 in a row."""
    cells = dense.encode("gb2312", "ignore")
    return len(cells) < 2 * len(dense) or _SECOND_LEVEL.search(cells[::2]) is not None


def _find_rare(text: str) -> int:
    looked = 0
    for pair in _rare_pair().finditer(text):
        at = pair.start()
        if at < looked:
            continue
        start = max(text.rfind("\n", max(0, at - _BEFORE), at) + 1, at - _BEFORE, 0)
        looked = text.find("\n", at, at + _AFTER)
        looked = at + _AFTER if looked < 0 else looked
        stretch = text[start:looked]
        if len(_HANZI.findall(stretch)) >= _ENOUGH and not is_plausible(stretch):
            return at
    return -1


@cache
def _rare_pair() -> re.Pattern[str]:
    return re.compile(f"[^{''.join(sorted(simplified_hanzi()))}{_OTHERS}]{{2}}")
