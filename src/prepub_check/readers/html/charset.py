"""The charset an HTML page declares in its first bytes."""

from __future__ import annotations

import re
from typing import Final

_HEAD: Final = 4096
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_META: Final = re.compile(rb"<meta\s[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)", re.IGNORECASE)


def declared_charset(data: bytes) -> str | None:
    """Give the charset that a ``meta`` element, or the XML declaration, names in the first 4,096 bytes."""
    head = _COMMENT.sub(b"", data[:_HEAD])
    found = _META.search(head) or _XML.match(head)
    return found[1].decode("ascii") if found else None
