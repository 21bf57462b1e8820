"""One run of the command over a site, measured whole; and one that is killed again and again."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.start import Run, run_once


@dataclass(frozen=True, slots=True)
class Site:
    """A site in a folder: its pages, the rules and the configuration, and states by name."""

    root: Path

    @property
    def tree(self) -> Path:
        """Where the pages are."""
        return self.root / "tree"

    @property
    def rules(self) -> Path:
        """Where the rule that changes is."""
        return self.root / "rules"

    @property
    def config(self) -> Path:
        """Where the configuration is, and the key beside it."""
        return self.root / "prepub.toml"

    def command(self, state: str) -> list[str]:
        """Give the command that rescans it."""
        options = [
            "--state",
            str(self.root / state),
            "--rules",
            str(self.rules),
            "--config",
            str(self.config),
        ]
        return [sys.executable, "-m", "prepub_check", "rescan", str(self.tree), *options]

    def run(self, state: str) -> Run:
        """Rescan it."""
        return run_once(self.command(state))


def run_through_kills(site: Site, state: str, kills: int, seconds: float, seed: int) -> int:
    """Rescan with a kill at each of so many random moments of a run that takes ``seconds``.

    Gives how many kills met a run that was still going; each time the state begins anew, is broken once, and
    is run to its end. Raises AssertionError where the table is not that of the state ``whole``.
    """
    from .brute import table  # noqa: PLC0415 -- only this measure needs it

    rng = random.Random(seed)  # noqa: S311 -- repeatable on purpose
    whole = table(site.root / "whole")
    met = 0
    for number in range(kills):
        folder = f"{state}-{number}"
        with subprocess.Popen(site.command(folder), stdout=subprocess.DEVNULL) as process:  # noqa: S603 -- ours
            time.sleep(rng.random() * seconds)
            met += process.poll() is None
            process.kill()
        site.run(folder)
        if table(site.root / folder) != whole:
            raise AssertionError(f"kill {number}: the table differs")
    return met
