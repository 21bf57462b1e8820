r"""Layout that stands inside a text: emphasis, quoted cells, widened labels, enclosed digits.

What is only layout becomes a character that folding leaves out, one for one, so that places hold.

>>> without_layout("**密级**：机密").replace(NOTHING, "")
'密级：机密'
>>> without_layout('"姓名","电话"').replace(NOTHING, "")
'姓名\t电话'
>>> without_layout("身 份 证 号：").replace(NOTHING, "")
'身份证号：'
>>> without_layout("①③⑧⓪⓪①③⑧⓪⓪⓪")
'13800138000'
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

NOTHING: Final = "\u2060"

_HAN = "\u4e00-\u9fff"
# What may stand beside a pair of marks; a mask (张**、138**00) has a character of its value there.
_BEFORE, _AFTER = r"(?<![^\s:：、，。；,;(（>|｜#\u2060-])", r"(?![^\s:：、，。；,;)）<|｜\u2060])"
_EMPHASIS = re.compile(rf"{_BEFORE}\*\*(?=[{_HAN}A-Za-z0-9])([^*\n]{{1,40}}[^*\s])\*\*{_AFTER}")
_CODE = re.compile(rf"{_BEFORE}`(?=[^`\s])([^`\n]{{1,60}})`{_AFTER}")
_QUOTED_ROW = re.compile(r'^"[^"\n]*"(?:,"[^"\n]*")+(?=\r?$)', re.MULTILINE)
_WIDENED = re.compile(
    rf"(?<![{_HAN}\u3000 ])[{_HAN}](?:[ \u3000]{{1,2}}[{_HAN}]){{2,7}}(?=[ \u3000]{{0,2}}[:：\u2236])"
)
_BLANK = re.compile(r"[ \u3000]")
# A list counts to twenty or so, one a line; seven in a row are a number.
_ENCLOSED = re.compile("[\u2460-\u2468\u24ea\u2776-\u277e\u24ff]{7,}")
_DIGITS: Final = {
    **{0x2460 + step: 0x31 + step for step in range(9)},
    **{0x2776 + step: 0x31 + step for step in range(9)},
    0x24EA: 0x30,
    0x24FF: 0x30,
}


def without_layout(text: str) -> str:
    """Give a text of the same length whose layout is left out or plain."""
    for mark, pattern, plain in _LAYOUTS:
        if mark.search(text):
            text = pattern.sub(plain, text)
    return text


def _bare(found: re.Match[str]) -> str:
    side = NOTHING * ((len(found[0]) - len(found[1])) // 2)
    return side + found[1] + side


def _cells(found: re.Match[str]) -> str:
    return NOTHING + found[0][1:-1].replace('","', f"{NOTHING}\t{NOTHING}") + NOTHING


def _narrow(found: re.Match[str]) -> str:
    return _BLANK.sub(NOTHING, found[0])


def _digits(found: re.Match[str]) -> str:
    return found[0].translate(_DIGITS)


# What a text must hold to be worth a pass, the pattern, and what becomes of its matches.
_LAYOUTS: Final[tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (re.compile("`"), _CODE, _bare),
    (re.compile(r"\*\*"), _EMPHASIS, _bare),
    (re.compile('","'), _QUOTED_ROW, _cells),
    (re.compile(rf"[ \u3000][{_HAN}][ \u3000]{{0,2}}[:：\u2236]"), _WIDENED, _narrow),
    (re.compile("[\u2460-\u2468\u24ea\u2776-\u277e\u24ff]{7}"), _ENCLOSED, _digits),
)
