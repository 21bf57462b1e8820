"""A list of words, as most departments start: a find wherever a word stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from .hit import Hit

TITLE: Final = "敏感词表"
NOTE: Final = "绝密、机密、秘密、★；内部资料、不公开、依申请公开、讨论稿等词，见到就报"
_LISTS: Final = (
    ("secrecy", ("绝密", "机密", "秘密", "★", "涉密")),
    (
        "internal",
        (
            *("内部资料", "内部文件", "内部参考", "内部传阅", "内部使用", "不公开", "不予公开", "依申请公开"),
            *(
                "讨论稿",
                "送审稿",
                "征求意见稿",
                "代拟稿",
                "草稿",
                "初稿",
                "请勿外传",
                "不得外传",
                "阅后",
                "传阅",
            ),
        ),
    ),
)
_PATTERNS: Final = tuple((row, re.compile("|".join(map(re.escape, words)))) for row, words in _LISTS)
COVERS: Final = frozenset(row for row, _ in _LISTS)


def version() -> str:
    """Give how long the list is."""
    return f"{sum(len(words) for _, words in _LISTS)} 词"


def scan(texts: Iterable[str]) -> Iterator[list[Hit]]:
    """Scan every text."""
    for text in texts:
        yield [Hit(row, *found.span()) for row, pattern in _PATTERNS for found in pattern.finditer(text)]
