"""What robots.txt allows (RFC 9309), for each server of a site."""

from __future__ import annotations

from typing import Final

from protego import Protego

from ....errors import SourceError
from .address import absolute, server_of
from .fetch import OK, Fetcher

_HOPS: Final = 5
_LONGEST: Final = 512_000
_CLIENT_ERRORS: Final = range(400, 500)
_REDIRECTS: Final = range(300, 400)


class Robots:
    """The rules of every server met so far; reading them may slow the fetcher down."""

    def __init__(self, fetcher: Fetcher, agent: str) -> None:
        self._fetcher = fetcher
        self._agent = agent
        self._rules: dict[str, Protego | None] = {}

    def refusal(self, url: str) -> SourceError | None:
        """Give the reason why an address is not to be visited, or None."""
        server = server_of(url)
        if server not in self._rules:
            self._rules[server] = self._read(f"{server}/robots.txt")
        rules = self._rules[server]
        if rules is None:
            return SourceError(
                "robots-unavailable", "robots.txt 取不到，按规矩不访问，没有检查；请待网站恢复后重新检查"
            )
        if not rules.can_fetch(url, self._agent):
            return SourceError(
                "robots-disallowed",
                "robots.txt 不许访问，没有检查；网站是本单位的，请在 robots.txt 中放行，或直接检查文件",
            )
        return None

    def _read(self, url: str) -> Protego | None:
        """Read the rules: without a file all is allowed; where the server fails, nothing is."""
        for _ in range(_HOPS):
            try:
                answer = self._fetcher.get(url)
            except SourceError:
                return None
            if answer.status in _REDIRECTS and (target := absolute(url, answer.headers.get("location", ""))):
                url = target
                continue
            if answer.status in _CLIENT_ERRORS:
                break
            return self._follow(answer.body) if answer.status == OK else None
        return Protego.parse("")

    def _follow(self, body: bytes) -> Protego:
        rules = Protego.parse(body[:_LONGEST].decode("utf-8-sig", "replace"))
        self._fetcher.pause = max(self._fetcher.pause, rules.crawl_delay(self._agent) or 0.0)
        return rules
