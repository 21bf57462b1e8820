"""Addresses on one site: absolute, spelled one way, and told from those of other sites."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

_SCHEMES: Final = ("http", "https")
_PORTS: Final = ((80, "http"), (443, "https"))
# RFC 3986 §2.2 and §2.3, and % for what is quoted already.
_SAFE: Final = "%/:?@!$&'()*+,;=~-._[]"
# Java servers put a number into an address that is another one at every visit.
_SESSION: Final = re.compile(r";jsessionid=[^/?#;]*", re.IGNORECASE)


def absolute(base: str, link: str, encoding: str = "utf-8") -> str | None:
    """Give where a link leads, without fragment, user and session, or None where that is not the web.

    >>> absolute("http://A.gov.cn/x/1.html", "../a b.html;jsessionid=1F?q=1#top")
    'http://a.gov.cn/a%20b.html?q=1'
    >>> absolute("http://政务.中国/", "//b.政务.中国/通知.html")
    'http://b.xn--zfr164b.xn--fiqs8s/%E9%80%9A%E7%9F%A5.html'
    >>> absolute("http://a.gov.cn/", "javascript:void(0)")
    """
    try:
        parts = urlsplit(urljoin(base, link.strip()))
        host, port = _ascii((parts.hostname or "").rstrip(".")), parts.port
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not host:
        return None
    place = host if port is None or (port, parts.scheme) in _PORTS else f"{host}:{port}"
    path = quote(_SESSION.sub("", parts.path), safe=_SAFE) or "/"
    query = quote(parts.query, safe=_SAFE, encoding=encoding, errors="replace")
    return urlunsplit(SplitResult(parts.scheme, place, _without_dots(path), query, ""))


def site_of(url: str) -> tuple[str, int | None]:
    """Give what the addresses of one site have in common: the host without ``www.``, and an unusual port."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.port


def server_of(url: str) -> str:
    """Give scheme, host and port."""
    return urlunsplit(urlsplit(url)._replace(path="", query="", fragment=""))


def credentials_of(url: str) -> tuple[str, str] | None:
    """Give user and password in an address."""
    parts = urlsplit(url)
    if parts.username is None:
        return None
    return unquote(parts.username), unquote(parts.password or "")


def _ascii(host: str) -> str:
    """Give a Chinese host name as the network spells it; raises ValueError where it has no such spelling."""
    return host if host.isascii() else host.encode("idna").decode()


def _without_dots(path: str) -> str:
    """Undo what joining leaves of ``..`` above the top."""
    while path.startswith(("/../", "/./")):
        path = path[path.index("/", 1) :]
    return "/" if path in {"/..", "/."} else path
