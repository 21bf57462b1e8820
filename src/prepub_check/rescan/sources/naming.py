"""The file name of what came from the web: its suffix helps to tell the format."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote_to_bytes

from ...readers.media import WEB_PAGES
from ...readers.names import decode_name, harmless, masked
from ...readers.registry import READERS

# RFC 6266 §4.1 and RFC 8187: filename*=UTF-8''…, filename="…" or filename=…
_EXTENDED: Final = re.compile(r"filename\*\s*=\s*[^']*'[^']*'([^\s;]+)", re.IGNORECASE)
_PLAIN: Final = re.compile(r'filename\s*=\s*(?:"([^"]*)"|([^;]*))', re.IGNORECASE)
# What stands last in the path of an address, which need not be a sound one.
_LAST: Final = re.compile(r"^(?:[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*)?(?:[^?#]*/)?([^/?#]*).*$", re.DOTALL)
_KEPT: Final = frozenset(
    suffix
    for kind, reader in READERS.items()
    if kind not in WEB_PAGES
    for suffix in reader.suffixes
    if suffix
)


def name_of(url: str, disposition: str = "", content_type: str = "") -> str:
    """Give a name for what is at an address; headers are decoded as Latin-1, whatever they are in.

    A suffix of a known format that is no web page stands; behind any other one comes what the type says.

    >>> name_of("http://a.gov.cn/art/1.html"), name_of("http://a.gov.cn/", "", "text/html; charset=gbk")
    ('1.html', 'index.html')
    >>> name_of("附件/名单.xls")
    '名单.xls'
    >>> name_of("http://a.gov.cn/download.jsp?id=7", "attachment; filename*=UTF-8''%E5%90%8D.xls")
    '名.xls'
    """
    said = _EXTENDED.search(disposition) or _PLAIN.search(disposition)
    last = _LAST.sub(r"\1", url).encode("utf-8", "replace").decode("latin-1")
    raw = (said[said.lastindex or 1] or "") if said else last
    path = decode_name(unquote_to_bytes(raw.strip().encode("latin-1", "replace")))
    name = masked(harmless(path).rpartition("/")[2]) if raw.strip() else "index"
    suffix = PurePosixPath(name).suffix.lower()
    reader = READERS.get(content_type.partition(";")[0].strip().lower())
    if reader is None:
        return name if suffix else f"{name}.html"
    return name if suffix in _KEPT or suffix in reader.suffixes else name + reader.suffixes[0]
