"""The names of files in archives: decoded, and made harmless to show."""

from __future__ import annotations

import re
from typing import Final

from ..content import all_hanzi
from ..strict import has_wide, strictly

_DRIVE: Final = re.compile(r"^[A-Za-z]:")
# What cannot be seen or turns the line around; and the sign between containers in a path.
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_NUMBER: Final = re.compile(r"(?<![0-9])([0-9]{2})([0-9]{6,})([0-9]{2}[0-9Xx])")
_BETWEEN: Final = "›"
_LONGEST: Final = 200
_TAIL: Final = 40


def decode_name(raw: bytes) -> str:
    """Decode a name that comes without its encoding: as UTF-8 where it fits, else as GBK.

    >>> decode_name("一.html".encode("gbk")), decode_name("一.html".encode())
    ('一.html', '一.html')
    """
    text = strictly(raw, "utf-8")
    if text is None or (not text.isascii() and not has_wide(text) and all_hanzi(raw)):
        return raw.decode("gb18030", "replace")
    return text


def harmless(name: str) -> str:
    r"""Give a name that leads nowhere and shows as one line of sensible length.

    >>> harmless("..\\../C:/etc/./名单.txt"), harmless("/a\nb")
    ('etc/名单.txt', 'a�b')
    """
    parts = (_DRIVE.sub("", part) for part in name.replace("\\", "/").split("/"))
    path = "/".join(part for part in parts if part not in {"", ".", ".."})
    shown = _UNSEEN.sub("\ufffd", path).replace(_BETWEEN, ">").strip() or "（没有名字）"
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - _TAIL]}…{shown[-_TAIL:]}"


def masked(name: str) -> str:
    """Give a name with the middle of long numbers hidden, as it may stand in the path of a finding.

    >>> masked("张三110105199003078510.docx"), masked("预算20241105.xlsx")
    ('张三11*************510.docx', '预算20241105.xlsx')
    """
    return _NUMBER.sub(lambda found: f"{found[1]}{'*' * len(found[2])}{found[3]}", name)


def is_tricky(name: str) -> bool:
    """Tell whether a name leads out of its archive, or hides something from the eye."""
    path = name.replace("\\", "/")
    leads_out = path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/")
    return bool(leads_out or _UNSEEN.search(path))
