"""What the tests of sources ask them for, and records of the web as archives keep them."""

from __future__ import annotations

from pathlib import Path

from prepub_check import Config
from prepub_check.rescan.page import Validators
from prepub_check.rescan.sources import Wanted

DAY = "2024-01-0{}T00:00:00Z"


def wanted(
    where: str | Path,
    config: Config | None = None,
    known: dict[str, Validators] | None = None,
    folder: Path = Path("nowhere"),
) -> Wanted:
    return Wanted(where=str(where), config=config or Config(), known=(known or {}).get, folder=folder)


def record(address: str, body: bytes, *, day: int = 1, status: str = "200 OK", **headers: str) -> bytes:
    lines = {
        "Content-Type": "text/html",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    http = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return warc_record("response", address, f"HTTP/1.1 {status}\r\n{http}\r\n".encode() + body, day)


def warc_record(kind: str, address: str, block: bytes, day: int = 1, extra: str = "") -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {DAY.format(day)}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n{extra}"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
