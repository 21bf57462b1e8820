"""LibreOffice without a window: each conversion with a profile of its own."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from shutil import which

import pytest


def convert(data: bytes, suffix: str, target: str) -> bytes:
    """Give a document in another format; ``target`` is a suffix, or a suffix and an export filter.

    The test that asks for it is skipped where LibreOffice is not installed, except in CI.
    """
    program = which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is missing")
        pytest.skip("soffice is missing")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"draft{suffix}")
        source.write_bytes(data)
        command = [
            *(program, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", target, "--outdir", folder, str(source)),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        return Path(folder, f"draft.{target.partition(':')[0]}").read_bytes()
