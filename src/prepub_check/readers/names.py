"""The names of files inside files: decoded, made harmless to show, and without the values in them."""

from __future__ import annotations

import re
from typing import Final

from .content import all_hanzi
from .strict import has_wide, strictly

_DRIVE: Final = re.compile(r"^[A-Za-z]:")
# What cannot be seen or turns the line around; and the sign between containers in a path.
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
# Numbers of eleven digits or more, in groups or not; numbers of passports; who an address belongs to; keys.
_VALUE: Final = re.compile(
    r"""
    (?<![0-9]) [0-9]{10,} [0-9Xx]
    | (?<![0-9]) [0-9]{3,8} (?: [ -][0-9]{3,8} )+ [ -][0-9]{2,7} [0-9Xx]
    | (?<![0-9]) 0[0-9]{2,3}-[0-9]{7,8}
    | (?<![0-9A-Za-z]) [A-Za-z]{1,2}[0-9]{7,9} (?![0-9A-Za-z])
    | (?<![0-9A-Za-z._%+-]) [0-9A-Za-z._%+-]+ (?=@)
    | (?<![0-9A-Za-z]) (?=[0-9A-Za-z]*[0-9][A-Za-z]) [0-9A-Za-z]{16,}
    """,
    re.VERBOSE,
)
_HEAD, _END, _SHORT = 2, 3, 8
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
    r"""Give a name that leads nowhere and shows as one line.

    >>> harmless("..\\../C:/etc/./名单.txt"), harmless("/a\nb")
    ('etc/名单.txt', 'a�b')
    """
    parts = (_DRIVE.sub("", part) for part in name.replace("\\", "/").split("/"))
    path = "/".join(part for part in parts if part not in {"", ".", ".."})
    return _UNSEEN.sub("\ufffd", path).replace(_BETWEEN, ">").strip() or "（没有名字）"


def masked(name: str) -> str:
    """Give a name with the middle of every value hidden, as it may stand in a path, a location or a gap.

    >>> masked("张三110105199003078510.docx"), masked("预算20241105.xlsx")
    ('张三11*************510.docx', '预算20241105.xlsx')
    >>> masked("138-0013-8000，a@example.cn.txt"), masked("护照E12345678.jpg")
    ('13********000，*@example.cn.txt', '护照E1****678.jpg')
    """
    return _VALUE.sub(lambda found: _starred(found[0]), name)


def shortened(name: str) -> str:
    """Give a name of sensible length, its beginning and its end.

    >>> shortened("名" * 300 + ".txt") == "名" * 160 + "…" + "名" * 36 + ".txt"
    True
    """
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - _TAIL]}…{name[-_TAIL:]}"


def _starred(value: str) -> str:
    if len(value) <= _SHORT:
        return "*" * len(value)
    return value[:_HEAD] + "*" * (len(value) - _HEAD - _END) + value[-_END:]


def is_tricky(name: str) -> bool:
    """Tell whether a name leads out of its archive, or hides something from the eye."""
    path = name.replace("\\", "/")
    leads_out = path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/")
    return bool(leads_out or _UNSEEN.search(path))
