"""A site on the loopback interface, whose every page does what a test tells it to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Reply(NamedTuple):
    """What a page answers; one with an ETag answers 304 to who knows it."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = {}


Act = Callable[[BaseHTTPRequestHandler], None]
Pages = dict[str, Reply | Act]


class Request(NamedTuple):
    path: str
    at: float
    headers: Mapping[str, str]


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, pages: Pages) -> None:
        super().__init__(("127.0.0.1", 0), _Visitor)
        self.pages = pages
        self.requests: list[Request] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.requests if request.path != "/robots.txt"]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing where a visitor hangs up."""


class _Visitor(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.requests.append(Request(self.path, time.monotonic(), dict(self.headers)))
        page = self.server.pages.get(self.path, Reply(b"nothing here", 404))
        if not isinstance(page, Reply):
            self.close_connection = True
            page(self)
            return
        known = page.headers.get("ETag") in self.headers.get_all("If-None-Match", [])
        status, body = (304, b"") if known else (page.status, page.body)
        self.send_response_only(status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def site(pages: Pages) -> Iterator[Site]:
    server = Site(pages)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(*links: str, text: str = "政务公开", title: str = "", **headers: str) -> Reply:
    body = f"<html><title>{title}</title><body>{text}" + "".join(f'<a href="{link}">x</a>' for link in links)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(body.encode(), 200, {"Content-Type": "text/html", **named})
