"""The yearly report as LibreOffice prints it."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from .report import report


def printed_report() -> bytes:
    """Give a file of some 180 pages; LibreOffice must be installed."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "report.html").write_text(report(60, linked=False), encoding="utf-8")
        for target, name in (("odt", "report.html"), ("pdf", "report.odt")):
            command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
            command += ["--convert-to", target, "--outdir", folder, str(Path(folder) / name)]
            subprocess.run(command, check=True, capture_output=True, timeout=240)  # noqa: S603 -- a fixed command
        return (Path(folder) / "report.pdf").read_bytes()
