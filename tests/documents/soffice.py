"""LibreOffice without a window: each conversion with a profile of its own, and once in a run of the tests."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from shutil import which

import pytest


@cache
def convert(data: bytes, suffix: str, target: str) -> bytes:
    """Give a document in another format; ``target`` is a suffix, or a suffix and an export filter.

    The test that asks for it is skipped where LibreOffice is not installed, except in CI. All processes
    of one run of the tests share what is made.
    """
    program = which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is missing")
        pytest.skip("soffice is missing")
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())
    shelf = Path(tempfile.gettempdir(), f"prepub-documents-{run}")
    shelf.mkdir(exist_ok=True)
    made = shelf / hashlib.sha256(repr((data, suffix, target)).encode()).hexdigest()
    with made.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            made.write_bytes(_converted(program, data, suffix, target))
    return made.read_bytes()


def _converted(program: str, data: bytes, suffix: str, target: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"draft{suffix}")
        source.write_bytes(data)
        command = [
            *(program, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", target, "--outdir", folder, str(source)),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        return Path(folder, f"draft.{target.partition(':')[0]}").read_bytes()
