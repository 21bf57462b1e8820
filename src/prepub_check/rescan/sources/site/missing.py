"""Pages that say in words that they are not there, while the server says that all is well."""

from __future__ import annotations

import html
import re
from typing import Final

from ....errors import SourceError
from ....readers.decode import decode
from ....readers.html.charset import declared_charset

_WORDS: Final = (
    r"(?:页面|网页|页|内容|文件|文章|信息|资源|地址)(?:已经?)?(?:不存在|未找到|找不到|没有找到|被删除|已?删除|失效)"
    r"|(?:找不到|无法找到|没有找到|未找到)(?:您|你)?(?:要|想|所)?(?:访问|查看|浏览|请求|查找)?的?(?:该|此|这个)?(?:页面|网页|内容|文件)"
    r"|(?:404|page|file|resource)\W{0,3}not\W?found"
)
_SAYS_SO: Final = re.compile(_WORDS, re.IGNORECASE)
_TITLE: Final = re.compile(
    rf"\W*(?:error|错误|出错)?\W*404\W*(?:error|错误|页面?|提示)*\W*|.*(?:{_WORDS}).*", re.IGNORECASE
)
_MARKUP: Final = re.compile(r"<(script|style|title)\b.*?</\1|<[^>]*>", re.IGNORECASE | re.DOTALL)
_LARGEST: Final = 65_536
_SHORT: Final = 200


def says_missing(data: bytes, title: str) -> bool:
    """Tell whether the title, or the few words of a page, say that nothing is there.

    >>> says_missing("<p>您访问的页面不存在！</p>".encode(), ""), says_missing(b"<p>a</p>", "404")
    (True, True)
    >>> says_missing("<p>收到第404号来信。</p>".encode(), "第404号来信")
    False
    """
    if _TITLE.fullmatch(title):
        return True
    if len(data) > _LARGEST:
        return False
    try:
        text = decode(data, declared_charset(data)).text
    except SourceError:
        return False
    words = " ".join(html.unescape(_MARKUP.sub(" ", text)).split())
    return len(words) <= _SHORT and _SAYS_SO.search(words) is not None
