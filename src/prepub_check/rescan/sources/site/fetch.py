"""One request at a time to one site, at its pace; every answer within limits of time and size."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self

import httpx

from ....config import SiteSettings
from ....errors import SourceError
from ...page import Validators
from ..encodings import MEGABYTE, too_large, undo_encodings

OK: Final = 200
_AGAIN: Final = "；请稍后重新检查"
_FAILURES: Final = (
    (TimeoutError, "timeout", "在限定的时间内没有答完"),
    (httpx.TimeoutException, "timeout", "在限定的时间内没有答完"),
    (httpx.ConnectError, "unreachable", "连不上服务器，或证书不对"),
    (httpx.RemoteProtocolError, "connection-lost", "服务器没有答完就断开，或答得不合 HTTP"),
    (httpx.NetworkError, "connection-lost", "连接中途断开"),
    (Exception, "request-failed", "请求没有成功"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; header names are lower case, their values decoded as Latin-1."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(default=b"", repr=False)

    @property
    def validators(self) -> Validators:
        """What the server can recognise this answer by."""
        return Validators(self.headers.get("etag", ""), self.headers.get("last-modified", ""))


class Fetcher:
    """Asks a server; to be used as a context manager, from one thread.

    ``pause`` is the least time in seconds between two requests; it may be raised at any time.
    """

    def __init__(self, settings: SiteSettings, credentials: tuple[str, str] | None, server: str) -> None:
        self.pause = 1 / settings.per_second
        self._settings = settings
        self._most = settings.megabytes * MEGABYTE
        self._credentials = httpx.BasicAuth(*credentials) if credentials else None
        self._server = server
        self._last = -math.inf
        self._runner = asyncio.Runner()

    def __enter__(self) -> Self:
        self._runner.__enter__()
        headers = {"User-Agent": self._settings.user_agent, "Accept-Encoding": "gzip, deflate"}
        self._client = httpx.AsyncClient(headers=headers, timeout=self._settings.seconds)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._runner.run(self._client.aclose())
        finally:
            self._runner.__exit__(kind, error, trace)

    def get(self, url: str, validators: Validators | None = None) -> Answer:
        """Ask for an address, once it is time; raises SourceError where there is no whole answer.

        The body is read where the status is 200, without its content codings.
        """
        time.sleep(max(0.0, self._last + self.pause - time.monotonic()))
        try:
            return self._runner.run(self._get(url, _conditions(validators)))
        except SourceError:
            raise
        except Exception as error:
            cause, told = next(row[1:] for row in _FAILURES if isinstance(error, row[0]))
            raise SourceError(cause, f"{told}，没有检查{_AGAIN}") from error
        finally:
            self._last = time.monotonic()

    async def _get(self, url: str, headers: dict[str, str]) -> Answer:
        trusted = self._credentials if url.startswith(self._server + "/") else None
        async with (
            asyncio.timeout(self._settings.seconds),
            self._client.stream("GET", url, headers=headers, auth=trusted) as response,
        ):
            told = {
                name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in response.headers.raw
            }
            body = await self._read(response, told) if response.status_code == OK else b""
        return Answer(url, response.status_code, told, body)

    async def _read(self, response: httpx.Response, headers: Mapping[str, str]) -> bytes:
        body = bytearray()
        announced = headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > self._most:
            raise too_large(self._most)
        async for piece in response.aiter_raw():
            body += piece
            if len(body) > self._most:
                raise too_large(self._most)
        return undo_encodings(bytes(body), headers.get("content-encoding", ""), self._most)


def _conditions(validators: Validators | None) -> dict[str, str]:
    if validators is None:
        return {}
    told = {"If-None-Match": validators.etag, "If-Modified-Since": validators.modified}
    return {name: value for name, value in told.items() if value}
