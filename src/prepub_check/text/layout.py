r"""Layout that stands inside a text: emphasis, quoted cells, widened labels.

What is only layout becomes a character that folding leaves out, one for one, so that places hold.

>>> without_layout("**密级**：机密").replace(NOTHING, "")
'密级：机密'
>>> without_layout('"姓名","电话"').replace(NOTHING, "")
'姓名\t电话'
>>> without_layout("身 份 证 号：").replace(NOTHING, "")
'身份证号：'
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

NOTHING: Final = "\u2060"

_HAN = "\u4e00-\u9fff"
# What may stand beside a pair of marks; a mask (张**、138**00) has a character of its value there.
_BEFORE, _AFTER = r"(?<![^\s:：、，。；,;(（>|｜#\u2060-])", r"(?![^\s:：、，。；,;)）<|｜\u2060])"
_EMPHASIS: Final = rf"{_BEFORE}\*\*(?=[{_HAN}A-Za-z0-9])([^*\n]{{1,40}}[^*\s])\*\*{_AFTER}"
_CODE: Final = rf"{_BEFORE}`(?=[^`\s])([^`\n]{{1,60}})`{_AFTER}"
_QUOTED_ROW: Final = r'(?m)^"[^"\n]*"(?:,"[^"\n]*")+(?=\r?$)'
_WIDENED: Final = (
    rf"(?<![{_HAN}\u3000 ])[{_HAN}](?:[ \u3000]{{1,2}}[{_HAN}]){{2,7}}(?=[ \u3000]{{0,2}}[:：\u2236])"
)
# A literal in the lead: looked for at memory speed.
_SET_APART = re.compile(rf" [{_HAN}] ")
_BLANK = re.compile(r"[ \u3000]")


def without_layout(text: str) -> str:
    """Give a text of the same length whose layout is left out or plain."""
    for mark, pattern, plain in _LAYOUTS:
        # One character is looked for at memory speed, several are not.
        if mark[0] in text and mark in text:
            text = re.sub(pattern, plain, text)
    if not _SET_APART.search(text):
        return text
    return "\n".join(
        re.sub(_WIDENED, _narrow, line) if _SET_APART.search(line) else line for line in text.split("\n")
    )


def _bare(found: re.Match[str]) -> str:
    side = NOTHING * ((len(found[0]) - len(found[1])) // 2)
    return side + found[1] + side


def _cells(found: re.Match[str]) -> str:
    return NOTHING + found[0][1:-1].replace('","', f"{NOTHING}\t{NOTHING}") + NOTHING


def _narrow(found: re.Match[str]) -> str:
    return _BLANK.sub(NOTHING, found[0])


# What a text must hold to be worth a pass, the pattern, and what becomes of its matches.
_LAYOUTS: Final[tuple[tuple[str, str, Callable[[re.Match[str]], str]], ...]] = (
    ("`", _CODE, _bare),
    ("**", _EMPHASIS, _bare),
    ('","', _QUOTED_ROW, _cells),
)
