"""ferret-scan: a scanner for sensitive data with validators for the formats of several countries."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version as version_of
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from .hit import Hit, phone_row, places

TITLE: Final = "ferret-scan"
NOTE: Final = "默认全部检查，各置信度都算，短的 secrets 计入口令行；姓名、地址、证件只认美欧格式，不计入"
_ROWS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "phone": "mobile",
        "email": "mail",
        "ipaddress": "address-ip",
        "creditcard": "card",
        "passport": "passport",
        "vin": "vehicle",
        "bank_account": "bank-account",
        "secrets": "key",
    }
)
_SHORTEST_KEY: Final = 16
COVERS: Final = frozenset({*_ROWS.values(), "password", "landline"})


def version() -> str:
    """Give the version of the package."""
    return version_of("ferret-scan")


def scan(texts: Iterable[str]) -> Iterator[list[Hit]]:
    """Scan every text: all of them in one run, which costs seconds to start."""
    everything = list(texts)
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(everything):
            Path(folder, f"{number}.txt").write_text(text, "utf-8", newline="\n")
        found = _run(folder)
    for number, text in enumerate(everything):
        yield [hit for result in found[f"{number}.txt"] for hit in _hits(text, result)]


def _run(folder: str) -> Mapping[str, list[Any]]:
    program = shutil.which("ferret-scan", path=str(Path(sys.executable).parent)) or "ferret-scan"
    options = ("--recursive", "--format", "json", "--show-match", "--limit", "0", "--quiet")
    done = subprocess.run([program, "--file", folder, *options], capture_output=True, check=False)  # noqa: S603 -- a fixed command
    found: dict[str, list[Any]] = defaultdict(list)
    for result in json.loads(done.stdout)["results"]:
        found[Path(result["filename"]).name].append(result)
    return found


def _hits(text: str, result: Mapping[str, Any]) -> Iterator[Hit]:
    row = _ROWS.get(result["validator"], "")
    if row == "key" and len(result["text"]) < _SHORTEST_KEY:
        row = "password"
    if row == "mobile":
        row = phone_row(result["text"])
    if row:
        for start, end in places(text, result["text"], result["line_number"]):
            yield Hit(row, start, end)
