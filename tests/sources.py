"""What the tests of sources ask them for."""

from __future__ import annotations

from pathlib import Path

from prepub_check import Config
from prepub_check.rescan.page import Validators
from prepub_check.rescan.sources import Wanted


def wanted(
    where: str | Path,
    config: Config | None = None,
    known: dict[str, Validators] | None = None,
    folder: Path = Path("nowhere"),
) -> Wanted:
    return Wanted(where=str(where), config=config or Config(), known=(known or {}).get, folder=folder)
